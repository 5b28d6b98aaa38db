"""news-please, given a page that a browser decoded: it decodes only what it fetches itself.

Images are not fetched, which needs the network. article-extraction-benchmark gives it no URL.
"""

from newsplease import NewsPlease
from serve_pages import iso, serve


def extract(page, options):
    article = NewsPlease.from_html(page["html"], url=page["url"], fetch_images=False)
    return {
        "text": article.maintext,
        "title": article.title or None,
        "authors": article.authors,
        "published": iso(article.date_publish),
        "language": article.language or None,
    }


serve("news-please", extract)
