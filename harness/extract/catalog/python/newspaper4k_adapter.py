"""newspaper4k with its defaults, given a page that a browser decoded: it decodes only what it fetches itself.

Differs from article-extraction-benchmark in that images are not fetched, which needs the network and changes no text.
"""

import newspaper
from serve_pages import iso, serve


def extract(page, options):
    article = newspaper.article(page["url"] or "https://page.invalid/", input_html=page["html"], fetch_images=False)
    return {
        "text": article.text,
        "title": article.title or None,
        "authors": article.authors,
        "published": iso(article.publish_date),
        "publisher": article.meta_site_name or None,
        "language": article.meta_lang or None,
    }


serve("newspaper4k", extract)
