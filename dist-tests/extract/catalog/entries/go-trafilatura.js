/**
 * The newest release. article-extraction-benchmark publishes a later state of its main branch (ae7ea06, May 2025), which
 * is not on the module proxy of every machine.
 */
export const GO_TRAFILATURA = {
    name: 'go-trafilatura',
    description: 'go-trafilatura, the port of Trafilatura to Go',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/markusmobius/go-trafilatura',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { program: 'assay-go-peers', words: ['go-trafilatura'], protocol: 'jsonl' },
    variants: [
        {
            name: 'go-trafilatura-precision',
            description: 'go-trafilatura, for less and cleaner text',
            options: { focus: 'precision' },
        },
        {
            name: 'go-trafilatura-recall',
            description: 'go-trafilatura, for more text',
            options: { focus: 'recall' },
        },
    ],
    peer: { language: 'go', packages: { 'github.com/markusmobius/go-trafilatura': '1.12.2' } },
    cannot: [{ case: 'huge', why: 'five megabytes take it 20 s, and longer than 30 s on a busy machine' }],
};
