/**
 * The crate `boilerpipe`, in the version that article-extraction-benchmark publishes.
 */
export const BOILERPIPE_RS = {
    name: 'boilerpipe-rs',
    description: "boilerpipe's article extractor in Rust",
    licence: 'MIT',
    homepage: 'https://github.com/0nkery/boilerpipe-rs',
    returns: ['text'],
    run: { program: 'assay-rust-peers', words: ['boilerpipe-rs'], protocol: 'jsonl' },
    peer: { language: 'rust', packages: { boilerpipe: '0.6.0' } },
};
