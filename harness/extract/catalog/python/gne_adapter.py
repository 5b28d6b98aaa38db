"""GNE with its defaults, given a page that a browser decoded."""

from gne import GeneralNewsExtractor
from gne.exceptions import NoContentException
from serve_pages import serve

extractor = GeneralNewsExtractor()


def extract(page, options):
    try:
        article = extractor.extract(page["html"])
    except NoContentException:
        return None
    return {
        "text": article["content"],
        "title": article["title"] or None,
        "authors": [article["author"]] if article["author"] else None,
        "published": article["publish_time"] or None,
    }


serve("gne", extract)
