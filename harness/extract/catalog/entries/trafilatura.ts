import type { CatalogEntry } from '../catalog-entry.ts';

/**
 * The newest release. The table in its repository (`tests/README.rst`, August 2026) is of 2.2.0; article-extraction-benchmark
 * publishes 2.0.0.
 */
export const TRAFILATURA: CatalogEntry = {
  name: 'trafilatura',
  description: 'Trafilatura from PyPI, as it is recommended, without comments',
  licence: 'Apache-2.0',
  homepage: 'https://github.com/adbar/trafilatura',
  returns: ['text', 'title', 'authors', 'published', 'publisher', 'language'],
  run: { python: 'trafilatura_adapter.py' },
  variants: [
    {
      name: 'trafilatura-fast',
      description: 'Trafilatura, without its fallbacks to other algorithms',
      options: { fast: true },
    },
    {
      name: 'trafilatura-precision',
      description: 'Trafilatura, for less and cleaner text',
      options: { favor_precision: true },
    },
    {
      name: 'trafilatura-recall',
      description: 'Trafilatura, for more text',
      options: { favor_recall: true },
    },
  ],
  // jusText, which it needs, asks for lxml_html_clean in a way that not every pip understands.
  peer: { language: 'python', packages: { trafilatura: '2.3.1', lxml_html_clean: '0.4.6', lxml: '6.1.3' } },
};
