/**
 * The same files as the version that article-extraction-benchmark publishes (25b8d04).
 */
export const GO_DOMDISTILLER = {
    name: 'go-domdistiller',
    description: "Go-DomDistiller, the port of Chromium's DOM Distiller to Go",
    licence: 'MIT',
    homepage: 'https://github.com/markusmobius/go-domdistiller',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher'],
    run: { program: 'assay-go-peers', words: ['go-domdistiller'], protocol: 'jsonl' },
    peer: { language: 'go', packages: { 'github.com/markusmobius/go-domdistiller': '1.0.0' } },
    cannot: [{ case: 'huge', why: 'five megabytes take it 20 s, and longer than 30 s on a busy machine' }],
};
