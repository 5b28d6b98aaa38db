import { namesOf } from './catalog-entry.ts';
import type { CatalogEntry, KnownExtractor } from './catalog-entry.ts';
import { DEFUDDLE } from './entries/defuddle.ts';
import { EVERYTHING } from './entries/everything.ts';
import { LONGEST_BLOCK } from './entries/longest-block.ts';
import { NOTHING } from './entries/nothing.ts';
import { READABILITY } from './entries/readability.ts';
import { TERMINAL_PUNCTUATION } from './entries/terminal-punctuation.ts';
import { TRAFILATURA } from './entries/trafilatura.ts';

/** The known extractors, contenders first. A new one is a file in `entries/` and a line here. */
export const CATALOG: readonly CatalogEntry[] = [
  READABILITY,
  DEFUDDLE,
  TRAFILATURA,
  TERMINAL_PUNCTUATION,
  LONGEST_BLOCK,
  EVERYTHING,
  NOTHING,
];

/** Everything that can be named, variants behind what they are variants of. */
export const KNOWN_EXTRACTORS: readonly KnownExtractor[] = CATALOG.flatMap(namesOf);

/** What runs where nobody names an extractor: all that needs nothing but Assay, without variants. */
export const OWN_EXTRACTORS: readonly KnownExtractor[] = KNOWN_EXTRACTORS.filter(
  ({ name, entry, peer }) => name === entry && peer === undefined,
);
