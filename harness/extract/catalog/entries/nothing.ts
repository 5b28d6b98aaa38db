import type { CatalogEntry } from '../catalog-entry.ts';

/** Assay's own. */
export const NOTHING: CatalogEntry = {
  name: 'nothing',
  description: 'baseline: an empty extraction for every page',
  baseline: true,
  licence: 'MIT',
  returns: ['text'],
  cannot: [
    { case: 'charset', why: 'returns nothing' },
    { case: 'surrogate-pair', why: 'returns nothing' },
  ],
  run: { module: new URL('../nothing.ts', import.meta.url) },
};
