import type { CatalogEntry } from '../catalog-entry.ts';

/** The engine in JavaScript: the native one of the package `mdream` asks for Node 22, and npm leaves it out before. */
export const MDREAM: CatalogEntry = {
  name: 'mdream',
  description: 'mdream, its preset for the main part of a page, as Markdown',
  licence: 'MIT',
  homepage: 'https://github.com/harlan-zw/mdream',
  returns: ['markdown'],
  run: { module: new URL('../npm/mdream.ts', import.meta.url) },
  peer: { language: 'npm', packages: { '@mdream/js': '1.7.2' } },
};
