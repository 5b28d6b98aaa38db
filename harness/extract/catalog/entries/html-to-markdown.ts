import type { CatalogEntry } from '../catalog-entry.ts';

export const HTML_TO_MARKDOWN: CatalogEntry = {
  name: 'html-to-markdown',
  description: 'html-to-markdown from PyPI: all text, as Markdown',
  licence: 'MIT',
  homepage: 'https://github.com/xberg-io/html-to-markdown',
  returns: ['markdown'],
  run: { python: 'html_to_markdown_adapter.py' },
  variants: [
    {
      name: 'html-to-markdown-cleaned',
      description: 'html-to-markdown, after its strictest cleaning of navigation and forms',
      options: { preprocessing: 'aggressive' },
    },
  ],
  peer: { language: 'python', packages: { 'html-to-markdown': '3.21.2' } },
};
