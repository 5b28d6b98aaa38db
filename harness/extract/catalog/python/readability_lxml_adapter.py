"""readability-lxml with its defaults and its own decoding: the HTML of its summary.

article-extraction-benchmark makes text of the same summary with html-text.
"""

from readability import Document
from serve_pages import serve

# What it says where it finds nothing.
NONE = {"[no-title]", "[no-author]", ""}


def extract(page, options):
    document = Document(page["bytes"], url=page["url"])
    # Before the summary, which changes the document.
    title, author = document.title(), document.author()
    return {
        "html": document.summary(html_partial=True),
        "title": None if title in NONE else title,
        "authors": [] if author in NONE else [author],
    }


serve("readability-lxml", extract, wants="bytes")
