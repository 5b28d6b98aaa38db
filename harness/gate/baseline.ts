import { z } from 'zod';
import type { Floors } from '../model/config.ts';
import { metricSignature } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import {
  byName,
  failure,
  pageCount,
  sha256,
  share,
  some,
  text,
  undefinedReason,
} from '../store/format-parts.ts';
import { incoherence } from '../store/coherence.ts';
import { explanation } from '../store/journal-line.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { CorpusOfRun, ExtractorOfRun, RunDescription } from '../store/run-description.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { ReadonlyDeep } from '../util/shape.ts';

/** The first line of a baseline. */
export const baselineHead = z.object({
  schema: z.literal('assay/baseline@1'),
  assay: text.describe('version of Assay that wrote it'),
  extractor: z.object({ name: text, version: text }),
  corpus: z.object({ name: text, digest: sha256, pages: some }),
  signature: text.describe('metric and policy behind the figures; figures of another signature are others'),
  floors: byName(share).describe('the floors that the configuration set').exactOptional(),
});

/** Every other line: one page. */
export const baselinePage = z.object({
  page: text.describe('identifier of the page'),
  digest: text.describe('of page and gold, as in results.jsonl').exactOptional(),
  status: z.enum(['extracted', 'failed', 'skipped']),
  failure: failure.exactOptional(),
  empty: z.literal(true).describe('what was returned holds no letter and no digit').exactOptional(),
  unstable: z.literal(true).describe('the output differed between repetitions').exactOptional(),
  explained: explanation
    .describe('what is surplus and missing, by class, as in results.jsonl')
    .exactOptional(),
  counts: byName(pageCount).describe('of the primary metric').exactOptional(),
  figures: byName(z.union([share, z.object({ undefined: undefinedReason })])).exactOptional(),
});

export interface BaselineHead extends ReadonlyDeep<z.infer<typeof baselineHead>> {}
export interface BaselinePage extends ReadonlyDeep<z.infer<typeof baselinePage>> {}

/** What one extractor did on the pages of one corpus, as a repository keeps it. Pages by identifier, code units. */
export interface Baseline {
  readonly head: BaselineHead;
  readonly pages: readonly BaselinePage[];
}

/** What the figures of a page follow from beside page, gold and extraction. */
export function baselineSignature(metric: Metric, policy: string): string {
  return `${metricSignature(metric)}|policy:${policy}`;
}

/** The baseline that an extractor of a run leaves on a corpus. */
export function baselineOf(
  { assay, policy }: RunDescription,
  { name, version }: ExtractorOfRun,
  corpus: CorpusOfRun,
  metric: Metric,
  lines: readonly JournalLine[],
  floors: Floors = {},
): Baseline {
  const { digest, pages } = corpus;
  return {
    head: {
      schema: 'assay/baseline@1',
      assay,
      extractor: { name, version },
      corpus: { name: corpus.name, digest, pages },
      signature: baselineSignature(metric, policy),
      ...(Object.keys(floors).length > 0 && { floors }),
    },
    pages: lines.map((line) => pageOf(line, metric)).toSorted((a, b) => compareCodeUnits(a.page, b.page)),
  };
}

function pageOf(line: JournalLine, metric: Metric): BaselinePage {
  const { page, digest, status } = line;
  const key = { page, ...(digest !== undefined && { digest }), status };
  if (line.status === 'skipped') return key;
  const score = line.metrics[metric.name];
  return {
    ...key,
    ...(line.status === 'failed' && { failure: line.failure }),
    ...(line.status === 'extracted' && line.empty && { empty: line.empty }),
    ...((line.repeats?.outcomes ?? 1) > 1 && { unstable: true as const }),
    ...(line.explained && { explained: line.explained }),
    ...(score !== undefined && { counts: score.counts, figures: score.figures }),
  };
}

/**
 * What of the lines of a baseline does not belong together, in words, with the index of the page; undefined where it is sound.
 */
export function baselineIncoherence({
  head,
  pages,
}: Baseline): { readonly index: number; readonly found: string } | undefined {
  const [metric = ''] = head.signature.split('|', 1);
  const seen = new Set<string>();
  for (const [index, line] of pages.entries()) {
    const found = seen.has(line.page) ? `the page ${line.page} a second time` : lineIncoherence(line, metric);
    if (found !== undefined) return { index, found };
    seen.add(line.page);
  }
  return undefined;
}

function lineIncoherence(
  { status, failure: why, counts, figures, explained }: BaselinePage,
  metric: string,
): string | undefined {
  if ((status === 'failed') !== (why !== undefined))
    return `the status ${status} and the failure ${why ?? 'none'}`;
  if ((counts === undefined) !== (figures === undefined)) return 'counts or figures without the other';
  const found = incoherence({ status, explained, ...(counts && { metrics: { [metric]: { counts } } }) });
  return found?.replace(/^metrics\.[^.]*\./, '');
}

/** JSON Lines: the head, then a line a page, so that a diff shows the pages that changed and nothing else. */
export function formatBaseline({ head, pages }: Baseline): string {
  return [head, ...pages].map((line) => `${JSON.stringify(line)}\n`).join('');
}
