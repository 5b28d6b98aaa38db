"""Trafilatura: its own decoding, its recommended settings, without comments."""

from serve_pages import serve
from trafilatura import bare_extraction


def extract(page, options):
    document = bare_extraction(page["bytes"], url=page["url"], include_comments=False, with_metadata=True, **options)
    if document is None:
        return None
    return {
        "text": document.text,
        "title": document.title,
        "authors": [name.strip() for name in (document.author or "").split(";") if name.strip()],
        "published": document.date,
        "publisher": document.sitename,
        "language": document.language,
    }


serve("trafilatura", extract, wants="bytes")
