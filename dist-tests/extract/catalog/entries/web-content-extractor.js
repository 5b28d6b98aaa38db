/** Needs a peer. */
export const WRTNLABS = {
    name: 'web-content-extractor',
    description: '@wrtnlabs/web-content-extractor: text density (CETD)',
    licence: 'MIT',
    homepage: 'https://github.com/wrtnlabs/web-content-extractor',
    returns: ['html', 'text', 'title'],
    run: { module: new URL('../npm/web-content-extractor.ts', import.meta.url) },
    peer: { language: 'npm', packages: { '@wrtnlabs/web-content-extractor': '3.2.4' } },
};
