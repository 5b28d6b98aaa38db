"""Crawl4AI's pruning filter with its defaults: the parts of a page that it keeps. Nothing is crawled."""

from crawl4ai.content_filter_strategy import PruningContentFilter
from serve_pages import serve

pruning = PruningContentFilter()


def extract(page, options):
    # One element for each part, as its own generator of Markdown puts them together.
    return {"html": "\n".join(f"<div>{part}</div>" for part in pruning.filter_content(page["html"]))}


serve("crawl4ai", extract)
