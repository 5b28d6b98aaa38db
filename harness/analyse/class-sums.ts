import { sumClasses } from '../explain/sums.ts';
import type { ClassSum, CountedPage } from '../explain/sums.ts';
import type { Verdict } from '../explain/classes.ts';
import type { GoldForm } from '../model/page.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';

/** Why some pages of an extractor have the scores that they have. */
export interface ExplainedPages {
  /** Pages that were scored by the primary metric. */
  readonly pages: number;
  /** The costliest first. */
  readonly classes: readonly ClassSum[];
  /** Pages by verdict, most first; pages without one are left out. */
  readonly verdicts: Readonly<Partial<Record<Verdict, number>>>;
}

/** Adds up what lines of one extractor on one corpus say. */
export function explainLines(lines: readonly JournalLine[], gold: GoldForm): ExplainedPages {
  const counted = lines.flatMap((line) => countedPage(line, gold) ?? []);
  const verdicts = new Map<Verdict, number>();
  for (const { explained } of counted) {
    if (explained.verdict !== undefined)
      verdicts.set(explained.verdict, (verdicts.get(explained.verdict) ?? 0) + 1);
  }
  const sorted = [...verdicts].toSorted(([a, m], [b, n]) => n - m || compareCodeUnits(a, b));
  return { pages: counted.length, classes: sumClasses(counted), verdicts: Object.fromEntries(sorted) };
}

/** Whether a line was written by a version of Assay that explained nothing, although there is something to explain. */
export function lacksExplanation(line: JournalLine, gold: GoldForm): boolean {
  if (line.status === 'skipped' || line.explained !== undefined) return false;
  const page = countedPage(line, gold);
  return page !== undefined && (page.surplus > 0 || page.matched < page.required);
}

/** A line as it is added up; undefined where it was not scored by the primary metric of such gold. */
export function countedPage(line: JournalLine, gold: GoldForm): CountedPage | undefined {
  if (line.status === 'skipped') return undefined;
  const explained = line.explained ?? { surplus: {}, missing: {} };
  if (gold === 'text') {
    const { counts } = line.metrics['tokens'] ?? {};
    if (counts === undefined) return undefined;
    const { required = 0, matched = 0, surplus = 0 } = counts;
    return { metric: 'tokens', required, matched, surplus, explained };
  }
  const { counts } = line.metrics['segments'] ?? {};
  if (counts === undefined) return undefined;
  const { tp = 0, fp = 0, fn = 0 } = counts;
  return { metric: 'segments', required: tp + fn, matched: tp, surplus: fp, explained };
}
