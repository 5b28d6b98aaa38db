"""html2text with its defaults: the whole page as Markdown, given a page that a browser decoded.

article-extraction-benchmark leaves out links and images and counts the Markdown as if it were text; here it is read as
Markdown, so that neither link targets nor the signs of Markdown are text.
"""

from html2text import HTML2Text
from serve_pages import serve


def extract(page, options):
    converter = HTML2Text()
    # Markdown does not need lines of 78 letters, and broken links are lost.
    converter.body_width = 0
    return {"markdown": converter.handle(page["html"])}


serve("html2text", extract)
