import type { CatalogEntry } from '../catalog-entry.ts';

/** Assay's own, for flat text. */
export const OWN: readonly CatalogEntry[] = [
  {
    name: 'terminal-punctuation',
    description: 'lines that end a sentence and have five words (the line rules of C4)',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../terminal-punctuation.ts', import.meta.url) },
  },
  {
    name: 'c4-lines',
    description: 'the line rules of C4 to the letter, for English',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../c4-lines.ts', import.meta.url) },
    cannot: [
      {
        case: 'charset',
        why: 'knows the marks of English only, so that no line of Japanese ends a sentence',
      },
    ],
  },
  {
    name: 'gopher-lines',
    description: 'lines that Gopher and FineWeb would not count against a page',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../gopher-lines.ts', import.meta.url) },
  },
  {
    name: 'justext-lines',
    description: 'the rules of jusText on lines: length, stop words, neighbours',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../justext-lines.ts', import.meta.url) },
    cannot: [
      { case: 'charset', why: 'finds nothing where no line is longer than 200 characters' },
      { case: 'surrogate-pair', why: 'finds nothing where no line is longer than 200 characters' },
    ],
  },
  {
    name: 'longest-block',
    description: 'the longest run of lines of running text',
    licence: 'MIT',
    returns: ['text'],
    run: { module: new URL('../longest-block.ts', import.meta.url) },
  },
];

/** Assay's own, which keep a table honest. */
export const BASELINES: readonly CatalogEntry[] = [
  {
    name: 'everything',
    description: 'baseline: all visible text',
    baseline: true,
    licence: 'MIT',
    returns: ['html', 'text'],
    run: { module: new URL('../everything.ts', import.meta.url) },
  },
  {
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
  },
];
