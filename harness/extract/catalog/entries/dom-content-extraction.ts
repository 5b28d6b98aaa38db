import type { CatalogEntry } from '../catalog-entry.ts';

export const DOM_CONTENT_EXTRACTION: CatalogEntry = {
  name: 'dom-content-extraction',
  description: 'dom-content-extraction in Rust: text density (CETD), its articles',
  licence: 'MPL-2.0',
  homepage: 'https://github.com/oiwn/dom-content-extraction',
  returns: ['text'],
  run: { program: 'assay-rust-peers', words: ['dom-content-extraction'], protocol: 'jsonl' },
  peer: { language: 'rust', packages: { 'dom-content-extraction': '0.4.5' } },
};
