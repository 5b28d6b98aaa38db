/** article-extraction-benchmark publishes 4.13.5. */
export const BEAUTIFULSOUP = {
    name: 'beautifulsoup',
    description: 'BeautifulSoup from PyPI: all text, by get_text()',
    licence: 'MIT',
    homepage: 'https://www.crummy.com/software/BeautifulSoup/',
    returns: ['text', 'title'],
    run: { python: 'beautifulsoup_adapter.py' },
    peer: { language: 'python', packages: { beautifulsoup4: '4.15.0' } },
    cannot: [{ case: 'charset', why: 'looks for the encoding in the page alone, not in what the server said' }],
};
