"""magic-html with its defaults, given a page that a browser decoded: its extractor of articles."""

from magic_html import GeneralExtractor
from serve_pages import serve

extractor = GeneralExtractor()


def extract(page, options):
    article = extractor.extract(page["html"], base_url=page["url"] or "")
    return {"html": article["html"], "title": article["title"] or None}


serve("magic-html", extract)
