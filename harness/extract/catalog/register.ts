import { namesOf } from './catalog-entry.ts';
import type { CatalogEntry, KnownExtractor } from './catalog-entry.ts';
import { BOILERPIPE_RS } from './entries/boilerpipe-rs.ts';
import { C4_LINES } from './entries/c4-lines.ts';
import { DEFUDDLE } from './entries/defuddle.ts';
import { DOM_SMOOTHIE } from './entries/dom-smoothie.ts';
import { EVERYTHING } from './entries/everything.ts';
import { GO_DOMDISTILLER } from './entries/go-domdistiller.ts';
import { GO_READABILITY_READECK } from './entries/go-readability-readeck.ts';
import { GO_READABILITY } from './entries/go-readability.ts';
import { GO_TRAFILATURA } from './entries/go-trafilatura.ts';
import { GOPHER_LINES } from './entries/gopher-lines.ts';
import { JUSTEXT_LINES } from './entries/justext-lines.ts';
import { LLM_READABILITY } from './entries/llm-readability.ts';
import { LONGEST_BLOCK } from './entries/longest-block.ts';
import { NOTHING } from './entries/nothing.ts';
import { READABILITY_RS } from './entries/readability-rs.ts';
import { READABILITY } from './entries/readability.ts';
import { READABILITYRS } from './entries/readabilityrs.ts';
import { READABLE_READABILITY } from './entries/readable-readability.ts';
import { RS_TRAFILATURA } from './entries/rs-trafilatura.ts';
import { TERMINAL_PUNCTUATION } from './entries/terminal-punctuation.ts';
import { TRAFILATURA } from './entries/trafilatura.ts';

/** The known extractors, contenders first. A new one is a file in `entries/` and a line here. */
export const CATALOG: readonly CatalogEntry[] = [
  READABILITY,
  DEFUDDLE,
  TRAFILATURA,
  GO_TRAFILATURA,
  GO_READABILITY,
  GO_READABILITY_READECK,
  GO_DOMDISTILLER,
  DOM_SMOOTHIE,
  RS_TRAFILATURA,
  LLM_READABILITY,
  READABILITY_RS,
  READABILITYRS,
  READABLE_READABILITY,
  BOILERPIPE_RS,
  TERMINAL_PUNCTUATION,
  C4_LINES,
  GOPHER_LINES,
  JUSTEXT_LINES,
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
