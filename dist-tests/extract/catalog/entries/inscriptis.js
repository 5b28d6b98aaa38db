/** article-extraction-benchmark publishes 2.6.0. */
export const INSCRIPTIS = {
    name: 'inscriptis',
    description: 'Inscriptis from PyPI: all text, laid out as a browser would',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/weblyzard/inscriptis',
    returns: ['text'],
    run: { python: 'inscriptis_adapter.py' },
    peer: { language: 'python', packages: { inscriptis: '2.7.6', lxml: '6.1.3' } },
};
