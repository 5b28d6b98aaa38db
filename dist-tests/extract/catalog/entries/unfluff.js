/** Needs a peer. */
export const UNFLUFF = {
    name: 'unfluff',
    description: 'unfluff, a port of Goose',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/ageitgey/node-unfluff',
    returns: ['text', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { module: new URL('../npm/unfluff.ts', import.meta.url) },
    peer: { language: 'npm', packages: { unfluff: '3.2.0' } },
    cannot: [
        { case: 'charset', why: 'drops paragraphs without stop words of the language that the page states' },
        { case: 'huge', why: 'five megabytes take it longer than 30 s' },
    ],
};
