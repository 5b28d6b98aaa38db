import type { CatalogEntry } from '../catalog-entry.ts';

/** Needs a peer. An older version of what `html-to-markdown` is for Python. */
export const HTML_TO_MARKDOWN_NODE: CatalogEntry = {
  name: 'html-to-markdown-node',
  description: 'html-to-markdown-node from npm: all text, as Markdown',
  licence: 'MIT',
  homepage: 'https://github.com/kreuzberg-dev/html-to-markdown',
  returns: ['markdown'],
  run: { module: new URL('../npm/html-to-markdown-node.ts', import.meta.url) },
  peer: { language: 'npm', packages: { 'html-to-markdown-node': '2.18.0' } },
  cannot: [{ case: 'crash', why: 'takes a page with a zero character for no text, and throws' }],
};
