/**
 * The crate `readability`, in the version that article-extraction-benchmark publishes.
 */
export const READABILITY_RS = {
    name: 'readability-rs',
    description: "the crate readability, a port of arc90's Readability to Rust",
    licence: 'MIT',
    homepage: 'https://github.com/kumabook/readability',
    returns: ['text', 'html', 'title'],
    run: { program: 'assay-rust-peers', words: ['readability-rs'], protocol: 'jsonl' },
    peer: { language: 'rust', packages: { readability: '0.3.0' } },
};
