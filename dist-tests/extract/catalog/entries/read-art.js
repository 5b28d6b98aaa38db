/** Needs a peer. */
export const READ_ART = {
    name: 'read-art',
    description: 'read-art',
    licence: 'MIT',
    homepage: 'https://github.com/Tjatse/node-readability',
    returns: ['text', 'title'],
    run: { module: new URL('../npm/read-art.ts', import.meta.url) },
    peer: { language: 'npm', packages: { 'read-art': '0.5.6' } },
    cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
};
