import type { CatalogEntry } from '../catalog-entry.ts';

/** Its engine in Rust, compiled to WebAssembly. `@mdream/js`, an engine in JavaScript, has other output. */
export const MDREAM: CatalogEntry = {
  name: 'mdream',
  description: 'mdream, its preset for the main part of a page, as Markdown',
  licence: 'MIT',
  homepage: 'https://github.com/harlan-zw/mdream',
  returns: ['markdown'],
  run: { module: new URL('../npm/mdream.ts', import.meta.url) },
  peer: { language: 'npm', packages: { mdream: '1.7.2' } },
};
