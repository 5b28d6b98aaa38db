/**
 * The newest release on the registry. article-extraction-benchmark publishes a state of its repository (9261e08), which is
 * not there.
 */
export const RS_TRAFILATURA = {
    name: 'rs-trafilatura',
    description: 'rs-trafilatura, a port of Trafilatura to Rust that tells kinds of pages apart',
    licence: 'MIT OR Apache-2.0',
    homepage: 'https://github.com/Murrough-Foley/rs-trafilatura',
    returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
    run: { program: 'assay-rust-peers', words: ['rs-trafilatura'], protocol: 'jsonl' },
    peer: { language: 'rust', packages: { 'rs-trafilatura': '0.2.2' } },
};
