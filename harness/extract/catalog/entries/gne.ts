import type { CatalogEntry } from '../catalog-entry.ts';

/** Made for news in Chinese. */
export const GNE: CatalogEntry = {
  name: 'gne',
  description: 'GeneralNewsExtractor from PyPI: density of text and punctuation',
  licence: 'MIT',
  homepage: 'https://github.com/GeneralNewsExtractor/GeneralNewsExtractor',
  returns: ['text', 'title', 'authors', 'published'],
  run: { python: 'gne_adapter.py' },
  peer: { language: 'python', packages: { gne: '0.4.3', lxml: '6.1.3' } },
  cannot: [{ case: 'huge', why: 'five megabytes take it longer than 30 s' }],
};
