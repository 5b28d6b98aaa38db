import type { CatalogEntry } from '../catalog-entry.ts';

export const CRAWL4AI_PRUNING: CatalogEntry = {
  name: 'crawl4ai-pruning',
  description: "Crawl4AI from PyPI: its pruning filter, which makes its 'fit' Markdown",
  licence: 'Apache-2.0',
  homepage: 'https://github.com/unclecode/crawl4ai',
  returns: ['html'],
  run: { python: 'crawl4ai_adapter.py' },
  peer: { language: 'python', packages: { Crawl4AI: '0.9.5', lxml: '6.1.3' } },
};
