"""BeautifulSoup with Python's own parser and its own decoding: all text, a string a line.

article-extraction-benchmark puts blanks between the strings, and decodes as UTF-8.
"""

from bs4 import BeautifulSoup
from serve_pages import serve


def extract(page, options):
    soup = BeautifulSoup(page["bytes"], "html.parser")
    title = soup.title.get_text(strip=True) if soup.title else None
    return {"text": soup.get_text(separator="\n", strip=True), "title": title or None}


serve("beautifulsoup4", extract, wants="bytes")
