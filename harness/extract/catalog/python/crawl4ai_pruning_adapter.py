"""Crawl4AI's pruning filter with its defaults: the parts of a page that it keeps. Nothing is crawled.

On lxml, as it asks for itself: the filter on BeautifulSoup is going away, and has the same output.
"""

from crawl4ai import PruningContentFilterLXML
from serve_pages import serve

pruning = PruningContentFilterLXML()


def extract(page, options):
    # One element for each part, as its own generator of Markdown puts them together.
    return {"html": "\n".join(f"<div>{part}</div>" for part in pruning.filter_content(page["html"]))}


serve("crawl4ai", extract)
