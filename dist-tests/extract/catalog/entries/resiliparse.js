/** Has a script in article-extraction-benchmark, and no published figure. */
export const RESILIPARSE = {
    name: 'resiliparse',
    description: 'Resiliparse from PyPI, its main content',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/chatnoir-eu/chatnoir-resiliparse',
    returns: ['text', 'title'],
    run: { python: 'resiliparse_adapter.py' },
    peer: { language: 'python', packages: { resiliparse: '2.0.1' } },
};
