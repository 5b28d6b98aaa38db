import type { CatalogEntry } from '../catalog-entry.ts';

export const JUSTEXT_RS: CatalogEntry = {
  name: 'justext-rs',
  description: 'jusText ported to Rust with its defaults, English stop words',
  licence: 'BSD-2-Clause',
  homepage: 'https://github.com/nchapman/justext-rs',
  returns: ['text'],
  run: { program: 'assay-rust-peers', words: ['justext-rs'], protocol: 'jsonl' },
  peer: { language: 'rust', packages: { justext: '0.3.0' } },
  cannot: [
    { case: 'charset', why: 'finds nothing where no paragraph is longer than 200 characters' },
    { case: 'surrogate-pair', why: 'finds nothing where no paragraph is longer than 200 characters' },
  ],
};
