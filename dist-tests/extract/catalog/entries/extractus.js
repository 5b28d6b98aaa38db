/** Needs a peer. */
export const EXTRACTUS = {
    name: 'extractus',
    description: '@extractus/article-extractor',
    licence: 'MIT',
    homepage: 'https://github.com/extractus/article-extractor',
    returns: ['html', 'title', 'authors', 'published', 'publisher'],
    run: { module: new URL('../npm/extractus.ts', import.meta.url) },
    peer: {
        language: 'npm',
        packages: { '@extractus/article-extractor': '9.0.1' },
        overrides: { linkedom: '0.18.13' },
    },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
};
