/**
 * The version that article-extraction-benchmark publishes.
 */
export const READABLE_READABILITY = {
    name: 'readable-readability',
    description: 'readable-readability, the extractor of Readable in Rust',
    licence: 'MIT',
    homepage: 'https://github.com/readable-app/readability.rs',
    returns: ['text', 'html', 'title', 'authors'],
    run: { program: 'assay-rust-peers', words: ['readable-readability'], protocol: 'jsonl' },
    peer: { language: 'rust', packages: { 'readable-readability': '0.4.0' } },
};
