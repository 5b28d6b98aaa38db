/**
 * The newest release. article-extraction-benchmark publishes one before version 2 (fb0fbc5), which is not on the module
 * proxy of every machine.
 */
export const GO_READABILITY_READECK = {
    name: 'go-readability-readeck',
    description: "Readeck's fork of go-readability",
    licence: 'MIT',
    homepage: 'https://codeberg.org/readeck/go-readability',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { program: 'assay-go-peers', words: ['go-readability-readeck'], protocol: 'jsonl' },
    peer: { language: 'go', packages: { 'codeberg.org/readeck/go-readability/v2': '2.1.3' } },
};
