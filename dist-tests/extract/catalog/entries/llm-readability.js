/**
 * article-extraction-benchmark publishes 0.0.13.
 */
export const LLM_READABILITY = {
    name: 'llm-readability',
    description: "llm_readability, Spider's rewrite of the crate readability",
    licence: 'MIT',
    homepage: 'https://github.com/spider-rs/llm-readability',
    returns: ['text', 'html'],
    run: { program: 'assay-rust-peers', words: ['llm-readability'], protocol: 'jsonl' },
    peer: { language: 'rust', packages: { llm_readability: '0.0.17' } },
};
