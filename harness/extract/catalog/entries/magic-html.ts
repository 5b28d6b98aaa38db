import type { CatalogEntry } from '../catalog-entry.ts';

export const MAGIC_HTML: CatalogEntry = {
  name: 'magic-html',
  description: 'magic-html from PyPI, its extractor of articles',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/opendatalab/magic-html',
  returns: ['html', 'title'],
  run: { python: 'magic_html_adapter.py' },
  peer: {
    language: 'python',
    packages: { 'magic-html': '0.1.8', lxml_html_clean: '0.4.6', lxml: '6.1.3' },
    python: '3.12',
  },
  cannot: [
    { case: 'huge', why: 'five megabytes take it 20 s, and longer than 30 s on a busy machine' },
    { case: 'crash', why: 'throws where a page does not begin with html and its body has one element' },
  ],
};
