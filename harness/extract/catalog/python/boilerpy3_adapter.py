"""BoilerPy3: its ArticleExtractor, given a page that a browser decoded, as it takes text alone."""

from boilerpy3.extractors import ArticleExtractor
from serve_pages import serve

extractor = ArticleExtractor()


def extract(page, options):
    document = extractor.get_doc(page["html"])
    return {"text": document.content, "title": document.title or None}


serve("boilerpy3", extract)
