import type { CatalogEntry } from '../catalog-entry.ts';

export const READABILITY: CatalogEntry = {
  name: 'readability',
  description: "Mozilla's Readability, the reader view of Firefox, on linkedom",
  licence: 'Apache-2.0',
  homepage: 'https://github.com/mozilla/readability',
  returns: ['html', 'text', 'title', 'authors', 'published', 'publisher', 'language'],
  run: { module: new URL('../readability.ts', import.meta.url) },
  packages: { '@mozilla/readability': '0.6.0', linkedom: '0.18.13' },
};
