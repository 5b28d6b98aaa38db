"""Inscriptis with its defaults: all text, given a page that a browser decoded, as it takes text alone."""

from inscriptis import get_text
from serve_pages import serve


def extract(page, options):
    return {"text": get_text(page["html"])}


serve("inscriptis", extract)
