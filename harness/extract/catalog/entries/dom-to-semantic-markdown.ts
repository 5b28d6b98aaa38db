import type { CatalogEntry } from '../catalog-entry.ts';

/** Needs a peer. */
export const DOM_TO_SEMANTIC_MARKDOWN: CatalogEntry = {
  name: 'dom-to-semantic-markdown',
  description: 'dom-to-semantic-markdown, its main content, on linkedom',
  licence: 'MIT',
  homepage: 'https://github.com/romansky/dom-to-semantic-markdown',
  returns: ['markdown'],
  run: { module: new URL('../npm/dom-to-semantic-markdown.ts', import.meta.url) },
  packages: { linkedom: '0.18.13' },
  peer: { language: 'npm', packages: { 'dom-to-semantic-markdown': '1.5.0' } },
  cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
};
