/** Nothing is published of this version in article-extraction-benchmark. */
export const BOILERPY3 = {
    name: 'boilerpy3',
    description: 'BoilerPy3 from PyPI, a port of boilerpipe: its ArticleExtractor',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/jmriebold/BoilerPy3',
    returns: ['text', 'title'],
    run: { python: 'boilerpy3_adapter.py' },
    peer: { language: 'python', packages: { boilerpy3: '1.0.7' } },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
};
