/**
 * article-extraction-benchmark publishes 0.14.0, and makes the text itself.
 */
export const DOM_SMOOTHIE = {
    name: 'dom-smoothie',
    description: 'dom_smoothie, a port of Readability to Rust',
    licence: 'MIT',
    homepage: 'https://github.com/niklak/dom_smoothie',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { program: 'assay-rust-peers', words: ['dom-smoothie'], protocol: 'jsonl' },
    peer: { language: 'rust', packages: { dom_smoothie: '0.19.0' } },
};
