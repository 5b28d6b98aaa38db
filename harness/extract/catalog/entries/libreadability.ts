import type { CatalogEntry } from '../catalog-entry.ts';

export const LIBREADABILITY: CatalogEntry = {
  name: 'libreadability',
  description: "the crate `libreadability`, a port of Readeck's go-readability to Rust",
  licence: 'MIT',
  homepage: 'https://github.com/nchapman/readability-rs',
  returns: ['text', 'html', 'title', 'authors', 'published', 'publisher', 'language'],
  run: { program: 'assay-rust-peers', words: ['libreadability'], protocol: 'jsonl' },
  peer: { language: 'rust', packages: { libreadability: '0.3.0' } },
};
