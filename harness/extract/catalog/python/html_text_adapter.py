"""html-text with its defaults: all text, given a page that a browser decoded, as it takes text alone."""

from html_text import extract_text
from serve_pages import serve


def extract(page, options):
    return {"text": extract_text(page["html"])}


serve("html-text", extract)
