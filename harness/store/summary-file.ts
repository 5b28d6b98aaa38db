import { z } from 'zod';
import type { ReadonlyDeep } from '../util/shape.ts';
import {
  amount,
  byName,
  count,
  difference,
  failure,
  share,
  some,
  sum,
  text,
  undefinedReason,
} from './format-parts.ts';
import { machine } from './run-description.ts';

const noFigure = z.object({ undefined: undefinedReason, n: z.literal(0) });

const aggregate = z.union([
  z.object({
    value: share,
    n: some.describe('pages'),
    low: share.describe('of the 95 % interval').exactOptional(),
    high: share.exactOptional(),
  }),
  noFigure,
]);

/** Shares, but for one figure of `tokens`, which is a number of them. */
const figures = z
  .object({
    'reject-surplus': z
      .union([z.object({ value: amount, n: some.describe('pages') }), noFigure])
      .exactOptional(),
  })
  .catchall(aggregate);

const worst = z.object({
  page: text,
  site: text,
  /** Headline figure of the primary metric. */
  value: share,
  counts: byName(count),
  failure: failure.exactOptional(),
});

/** Over the pages that were timed. */
const time = z.union([
  z.object({
    pages: some,
    medianMs: amount,
    p95Ms: amount,
    totalMs: sum,
    cached: some
      .describe('pages of them that were answered from the cache, with the time of then')
      .exactOptional(),
  }),
  z.object({ pages: z.literal(0) }),
]);

/** Over the pages where it was seen. */
const memory = z.object({ medianMb: amount, p95Mb: amount, peakMb: amount });

const entry = z.object({
  name: text,
  version: text,
  baseline: z.boolean(),
  corpus: text,
  policy: text,
  pages: z
    .object({ scored: count, failed: count, skipped: count })
    .describe('scored ones are all with figures, failed ones among them'),
  failures: z.partialRecord(failure, some).describe('failed pages by kind'),
  primary: text.describe('the metric that tables of the corpus are sorted by'),
  /** By the primary metric; absent for baselines, and where fewer than 20 sites are shared. */
  rank: some.describe('1 + the number of extractors that are significantly better').exactOptional(),
  /** A metric for which no page has gold is left out. */
  metrics: byName(figures).describe('by metric and figure'),
  signatures: byName(text).describe('what the figures were made of, by metric'),
  /** Where pages were repeated: how often, and those that did not come out the same each time, by identifier. */
  repeats: z.object({ runs: some, differing: z.array(text) }).exactOptional(),
  worst: z.array(worst).max(5).describe('worst first, by the primary metric'),
  time: time.describe('in the extractor, milliseconds a page'),
  /** Absent where no page's memory was seen. */
  memory: memory.describe('resident, MB of 2^20 bytes').exactOptional(),
});

const pairedTest = z.object({
  interval: z.object({ low: difference, high: difference }).exactOptional(),
  p: share,
  adjusted: share.describe('corrected for all pairs'),
  detectable: amount.describe(
    'the difference that these pages would find, other pairs and the unseen page left out: 2.8 standard errors',
  ),
  morePages: count
    .describe(
      'pages more, like these, until the difference is as large as the detectable one: the least that would tell the two apart',
    )
    .exactOptional(),
});

const neighbours = z.object({
  corpus: text,
  metric: text,
  figure: text,
  first: text,
  second: text,
  pages: count,
  sites: count,
  difference: difference.describe('of the first less that of the second'),
  wins: count,
  ties: count,
  losses: count,
  test: pairedTest.describe('absent under 20 shared sites').exactOptional(),
});

/** `summary.json`. */
export const summary = z.object({
  schema: z.literal('assay/summary@1'),
  /** By corpus, then by name (code units). */
  extractors: z.array(entry).describe('one for each extractor on each corpus'),
  /** Baselines left out; by corpus, best first. */
  neighbours: z.array(neighbours).describe('each extractor and the next in the table'),
  machine,
});

/** `summary.json`. Without its `time`, `memory` and `machine` members it is the same for the same inputs. */
export interface Summary extends ReadonlyDeep<z.infer<typeof summary>> {}
/** What came of one extractor on one corpus. */
export interface SummaryEntry extends ReadonlyDeep<z.infer<typeof entry>> {}
/** Two extractors of which one stands behind the other in the table; `adjusted` is corrected for all pairs of the corpus. */
export interface NeighbourComparison extends ReadonlyDeep<z.infer<typeof neighbours>> {}
/** A page with a low figure, and why. */
export interface WorstPage extends ReadonlyDeep<z.infer<typeof worst>> {}
/** Time in the extractor, milliseconds a page, over the pages that were timed. */
export type RunTime = ReadonlyDeep<z.infer<typeof time>>;
/** Resident memory of the extractor's process while it had a page, megabytes of 2^20 bytes, over pages where it was seen. */
export interface RunMemory extends ReadonlyDeep<z.infer<typeof memory>> {}
