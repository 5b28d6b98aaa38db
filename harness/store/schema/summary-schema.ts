import { listSchema } from '../../gold/json-schema.ts';
import type { JsonSchema } from '../../gold/json-schema.ts';
import type { PairedTest } from '../../model/paired-comparison.ts';
import type { NeighbourComparison, RunMemory, RunTime, Summary, SummaryEntry, WorstPage } from '../run.ts'; // prettier-ignore
import type { Aggregate } from '../../model/score.ts';
import { machineSchema } from './run-schema.ts';
import {
  AMOUNT,
  COUNT,
  DIFFERENCE,
  FLAG,
  SHARE,
  SOME,
  TEXT,
  byName,
  described,
  typedMap,
} from './typed-map.ts';
import { FAILURE, UNDEFINED } from './words.ts';

const AGGREGATE: JsonSchema = {
  oneOf: [
    typedMap<Extract<Aggregate, { readonly value: number }>>(
      { value: SHARE, n: described('pages', SOME) },
      { low: described('of the 95 % interval', SHARE), high: SHARE },
    ),
    typedMap<Extract<Aggregate, { readonly n: 0 }>>({ undefined: UNDEFINED, n: { const: 0 } }, {}),
  ],
};

const WORST = typedMap<WorstPage>(
  { page: TEXT, site: TEXT, value: SHARE, counts: byName(COUNT) },
  { failure: FAILURE },
);

const TIME: JsonSchema = {
  oneOf: [
    typedMap<Extract<RunTime, { readonly medianMs: number }>>(
      { pages: SOME, medianMs: AMOUNT, p95Ms: AMOUNT, totalMs: AMOUNT },
      { cached: described('pages of them that were answered from the cache, with the time of then', SOME) },
    ),
    typedMap<Extract<RunTime, { readonly pages: 0 }>>({ pages: { const: 0 } }, {}),
  ],
};

const MEMORY = typedMap<RunMemory>({ medianMb: AMOUNT, p95Mb: AMOUNT, peakMb: AMOUNT }, {});

const ENTRY = typedMap<SummaryEntry>(
  {
    name: TEXT,
    version: TEXT,
    baseline: FLAG,
    corpus: TEXT,
    policy: TEXT,
    pages: described(
      'scored ones are all with figures, failed ones among them',
      typedMap<SummaryEntry['pages']>({ scored: COUNT, failed: COUNT, skipped: COUNT }, {}),
    ),
    failures: described('failed pages by kind', byName(SOME, FAILURE)),
    primary: described('the metric that tables of the corpus are sorted by', TEXT),
    metrics: described('by metric and figure', byName(byName(AGGREGATE))),
    signatures: described('what the figures were made of, by metric', byName(TEXT)),
    worst: described('worst first, by the primary metric', listSchema(WORST, { maxItems: 5 })),
    time: described('in the extractor, milliseconds a page', TIME),
  },
  {
    rank: described('1 + the number of extractors that are significantly better', SOME),
    repeats: typedMap<NonNullable<SummaryEntry['repeats']>>({ runs: SOME, differing: listSchema(TEXT) }, {}),
    memory: described('resident, MB of 2^20 bytes', MEMORY),
  },
);

const TEST = typedMap<PairedTest>(
  {
    p: SHARE,
    adjusted: described('corrected for all pairs', SHARE),
    detectable: described('the difference that these pages would find: 2.8 standard errors', AMOUNT),
  },
  {
    interval: typedMap<NonNullable<PairedTest['interval']>>({ low: DIFFERENCE, high: DIFFERENCE }, {}),
    morePages: described('pages more, like these, that would tell the two apart', COUNT),
  },
);

const NEIGHBOURS = typedMap<NeighbourComparison>(
  {
    corpus: TEXT,
    metric: TEXT,
    figure: TEXT,
    first: TEXT,
    second: TEXT,
    pages: COUNT,
    sites: COUNT,
    difference: described('of the first less that of the second', DIFFERENCE),
    wins: COUNT,
    ties: COUNT,
    losses: COUNT,
  },
  { test: described('absent under 20 shared sites', TEST) },
);

/** `summary.json`. */
export function summarySchema(): JsonSchema {
  return typedMap<Summary>(
    {
      schema: { const: 'assay/summary@1' },
      extractors: described('one for each extractor on each corpus', listSchema(ENTRY)),
      neighbours: described('each extractor and the next in the table', listSchema(NEIGHBOURS)),
      machine: machineSchema(),
    },
    {},
  );
}
