"""Goose with its defaults, given a page that a browser decoded: it decodes only what it fetches itself."""

from goose3 import Goose
from serve_pages import serve

goose = Goose()


def texts(value):
    """The texts in what JSON-LD of a page may have made a text, a list of texts, or lists of these."""
    if isinstance(value, (list, tuple)):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) and value else []


def extract(page, options):
    article = goose.extract(raw_html=page["html"])
    return {
        "text": article.cleaned_text,
        "title": article.title or None,
        "authors": texts(article.authors),
        "published": next(iter(texts(article.publish_date)), None),
        "publisher": next(iter(texts((article.opengraph or {}).get("site_name"))), None),
        "language": article.meta_lang or None,
    }


serve("goose3", extract)
