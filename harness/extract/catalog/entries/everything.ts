import type { CatalogEntry } from '../catalog-entry.ts';

/** Assay's own. */
export const EVERYTHING: CatalogEntry = {
  name: 'everything',
  description: 'baseline: all visible text',
  baseline: true,
  licence: 'MIT',
  returns: ['html', 'text'],
  run: { module: new URL('../everything.ts', import.meta.url) },
};
