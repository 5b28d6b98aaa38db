/**
 * article-extraction-benchmark publishes 0.1.2, and makes the text itself.
 */
export const READABILITYRS = {
    name: 'readabilityrs',
    description: 'readabilityrs, a port of Readability to Rust',
    licence: 'Apache-2.0',
    homepage: 'https://github.com/theiskaa/readabilityrs',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { program: 'assay-rust-peers', words: ['readabilityrs'], protocol: 'jsonl' },
    peer: { language: 'rust', packages: { readabilityrs: '0.1.4' } },
};
