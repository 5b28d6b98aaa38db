/** What trying a step came to: the change is not there yet, it is there, or nothing can be said. */
export type Trial = 'before' | 'after' | 'unknown';

/** Between which steps a change came. */
export interface Narrowed {
  /** The last step known to be before; −1: the one before all. */
  readonly before: number;
  /** The first step known to be after. */
  readonly after: number;
}

/**
 * Finds between which of some steps in order a change came, of which the last is known to be after, in about log₂ `count`
 * trials. A step of which nothing can be said is passed over for its nearest neighbours; if nothing else is left between the
 * two ends, they stay apart.
 */
export async function narrow(count: number, trial: (step: number) => Promise<Trial>): Promise<Narrowed> {
  let [before, after] = [-1, count - 1];
  const unknown = new Set<number>();
  for (;;) {
    const step = nextStep(before, after, unknown);
    if (step === undefined) return { before, after };
    const result = await trial(step);
    if (result === 'unknown') unknown.add(step);
    else if (result === 'after') after = step;
    else before = step;
  }
}

/** The step nearest to the middle that was not tried. */
function nextStep(before: number, after: number, unknown: ReadonlySet<number>): number | undefined {
  const middle = (before + after) / 2;
  const open = Array.from({ length: after - before - 1 }, (_, index) => before + 1 + index);
  return open
    .filter((step) => !unknown.has(step))
    .toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b)[0];
}
