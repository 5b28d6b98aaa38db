"""Resiliparse: the main content, with its own detection of the encoding.

Differs from article-extraction-benchmark in that comments and alternative texts of images are left out, as neither
belongs to the text of an article.
"""

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree
from serve_pages import serve


def extract(page, options):
    encoding = detect_encoding(page["bytes"], from_html_meta=True) or "utf-8"
    tree = HTMLTree.parse_from_bytes(page["bytes"], encoding)
    text = extract_plain_text(tree, main_content=True, comments=False, alt_texts=False)
    return {"text": text, "title": tree.title or None}


serve("resiliparse", extract, wants="bytes")
