/** The version that article-extraction-benchmark publishes; which newspaper4k it got is not said there. */
export const NEWS_PLEASE = {
    name: 'news-please',
    description: 'news-please from PyPI, which joins newspaper4k with extractors of its own',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/fhamborg/news-please',
    returns: ['text', 'title', 'authors', 'published', 'language'],
    run: { python: 'news_please_adapter.py' },
    peer: {
        language: 'python',
        packages: {
            'news-please': '1.6.16',
            'newspaper4k[all]': '0.9.6',
            lxml_html_clean: '0.4.6',
            lxml: '6.1.3',
        },
    },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
};
