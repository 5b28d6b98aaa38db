/** article-extraction-benchmark publishes 0.8.4.1. */
export const READABILITY_LXML = {
    name: 'readability-lxml',
    description: "readability-lxml from PyPI, a port of Arc90's Readability",
    licence: 'Apache-2.0',
    homepage: 'https://github.com/buriy/python-readability',
    returns: ['html', 'title', 'authors'],
    run: { python: 'readability_lxml_adapter.py' },
    peer: {
        language: 'python',
        packages: { 'readability-lxml': '0.9', lxml_html_clean: '0.4.6', lxml: '6.1.3' },
    },
    cannot: [{ case: 'charset', why: 'looks for the encoding in the page alone, not in what the server said' }],
};
