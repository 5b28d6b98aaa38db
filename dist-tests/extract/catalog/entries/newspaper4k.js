/**
 * With what it needs for Japanese, Chinese and Thai, without which such pages throw. Korean pages throw nonetheless: for them
 * NLTK fetches data (punkt) that no package brings, which article-extraction-benchmark had (2 of its 181 pages).
 * article-extraction-benchmark publishes 0.9.3.1.
 */
export const NEWSPAPER4K = {
    name: 'newspaper4k',
    description: 'newspaper4k from PyPI, the successor of newspaper3k',
    licence: 'MIT',
    homepage: 'https://github.com/AndyTheFactory/newspaper4k',
    returns: ['text', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { python: 'newspaper4k_adapter.py' },
    peer: {
        language: 'python',
        packages: { 'newspaper4k[all]': '0.9.6', lxml_html_clean: '0.4.6', lxml: '6.1.3' },
    },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
};
