/** Two of its dependencies are git addresses that are gone; the overrides name the packages. */
export const POSTLIGHT = {
    name: 'postlight',
    description: 'Postlight (Mercury) Parser',
    licence: 'MIT',
    homepage: 'https://github.com/postlight/parser',
    returns: ['html', 'title', 'authors', 'published'],
    run: { module: new URL('../npm/postlight.ts', import.meta.url) },
    peer: {
        language: 'npm',
        packages: { '@postlight/parser': '2.2.3' },
        overrides: { difflib: '0.2.4', 'browser-request': '0.3.3' },
    },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
};
