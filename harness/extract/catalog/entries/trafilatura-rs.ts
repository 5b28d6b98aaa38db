import type { CatalogEntry } from '../catalog-entry.ts';

export const TRAFILATURA_RS: CatalogEntry = {
  name: 'trafilatura-rs',
  description: 'the crate `trafilatura`, a port of go-trafilatura to Rust',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/nchapman/trafilatura-rs',
  returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
  run: { program: 'assay-rust-peers', words: ['trafilatura-rs'], protocol: 'jsonl' },
  peer: { language: 'rust', packages: { trafilatura: '0.6.0' } },
};
