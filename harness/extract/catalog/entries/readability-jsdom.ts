import type { CatalogEntry } from '../catalog-entry.ts';

/** The set-up of article-extraction-benchmark. */
export const READABILITY_JSDOM: CatalogEntry = {
  name: 'readability-jsdom',
  description: "Mozilla's Readability on jsdom",
  licence: 'Apache-2.0',
  homepage: 'https://github.com/mozilla/readability',
  returns: ['html', 'text', 'title', 'authors', 'published', 'publisher', 'language'],
  run: { module: new URL('../npm/readability-jsdom.ts', import.meta.url) },
  packages: { '@mozilla/readability': '0.6.0' },
  peer: { language: 'npm', packages: { jsdom: '29.1.1' } },
};
