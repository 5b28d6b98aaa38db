import type { MissingRun, PageExplanation, RunPlace, SurplusRun } from './explanation.ts';

/** What of one page went wrong in only one of two extractions. */
export interface Contrast {
  /** Lost by the first and kept by the second. */
  readonly lost: readonly MissingRun[];
  /** Kept by the first and lost by the second. */
  readonly kept: readonly MissingRun[];
  /** Came out of the first only. */
  readonly leaked: readonly SurplusRun[];
  /** Came out of the second only. */
  readonly avoided: readonly SurplusRun[];
}

/**
 * Compares two explanations of one page. A run of missing tokens is of one side only if more than half of its range is not
 * missing on the other; a run of surplus if no run of the other side begins in its place in the page, or, where it has
 * none, has its text.
 */
export function contrast(first: PageExplanation, second: PageExplanation): Contrast {
  return {
    lost: first.missing.filter((run) => isOnlyHere(run, second.missing)),
    kept: second.missing.filter((run) => isOnlyHere(run, first.missing)),
    leaked: first.surplus.filter((run) => !isAmong(run, second.surplus)),
    avoided: second.surplus.filter((run) => !isAmong(run, first.surplus)),
  };
}

function isOnlyHere({ range }: MissingRun, others: readonly MissingRun[]): boolean {
  const shared = others.reduce((sum, other) => {
    return sum + Math.max(0, Math.min(range.end, other.range.end) - Math.max(range.start, other.range.start));
  }, 0);
  return 2 * shared < range.end - range.start;
}

function isAmong(run: SurplusRun, others: readonly SurplusRun[]): boolean {
  return others.some((other) => {
    if (run.place === undefined || other.place === undefined) return run.text === other.text;
    return overlaps(run.place, other.place);
  });
}

function overlaps(a: RunPlace, b: RunPlace): boolean {
  return isBefore(a.start, b.end) && isBefore(b.start, a.end);
}

function isBefore(a: RunPlace['start'], b: RunPlace['end']): boolean {
  return a.block < b.block || (a.block === b.block && a.offset < b.offset);
}
