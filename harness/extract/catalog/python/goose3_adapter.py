"""Goose with its defaults, given a page that a browser decoded: it decodes only what it fetches itself."""

from goose3 import Goose
from serve_pages import serve

goose = Goose()


def extract(page, options):
    article = goose.extract(raw_html=page["html"])
    site = (article.opengraph or {}).get("site_name")
    return {
        "text": article.cleaned_text,
        "title": article.title or None,
        "authors": article.authors,
        "published": article.publish_date or None,
        "publisher": site[0] if isinstance(site, list) else site,
        "language": article.meta_lang or None,
    }


serve("goose3", extract)
