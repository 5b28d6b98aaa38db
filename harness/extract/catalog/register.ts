import { namesOf } from './catalog-entry.ts';
import type { CatalogEntry, KnownExtractor } from './catalog-entry.ts';
import { CONVERTERS } from './entries/converters.ts';
import { GO } from './entries/go.ts';
import { JVM } from './entries/jvm.ts';
import { NPM } from './entries/npm.ts';
import { BASELINES, OWN } from './entries/own.ts';
import { PYTHON } from './entries/python.ts';
import { RUST } from './entries/rust.ts';

/** The known extractors: contenders by language, then converters and baselines. */
export const CATALOG: readonly CatalogEntry[] = [
  ...NPM,
  ...PYTHON,
  ...GO,
  ...RUST,
  ...JVM,
  ...OWN,
  ...CONVERTERS,
  ...BASELINES,
];

/** Everything that can be named, variants behind what they are variants of. */
export const KNOWN_EXTRACTORS: readonly KnownExtractor[] = CATALOG.flatMap(namesOf);

/** What runs where nobody names an extractor: all that needs nothing but Assay and packages beside it, without variants. */
export const OWN_EXTRACTORS: readonly KnownExtractor[] = KNOWN_EXTRACTORS.filter(
  ({ name, entry, peer }) => name === entry && peer === undefined,
);
