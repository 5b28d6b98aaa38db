import { AssayError } from '../../util/error.ts';
import { refuseUnknownSettings } from '../settings.ts';
import type { BisectSettings, Tried } from '../settings.ts';
import { openCommits } from './commits.ts';
import { Measurement } from './measurement.ts';
import type { Measured } from './measurement.ts';
import { narrow } from './narrow.ts';
import { openVersions } from './versions.ts';

/** Which commit or version lost what was looked at. */
export interface Bisected {
  /** What was looked at: a page, a slice, or `the whole`. */
  readonly what: string;
  readonly good: Tried;
  readonly bad: Tried;
  /** What lost it, or several in order if those before the last do not run. Not empty. */
  readonly lost: readonly Tried[];
  /** The figure of the one before. */
  readonly before: number;
  /** How many were run, the two ends among them. */
  readonly runs: number;
}

/** What follows each other: commits, or versions of a package. */
export interface Series {
  readonly good: string;
  /** Those after the good one up to the bad one, in order. Not empty. */
  readonly later: readonly string[];
  /** What stands beside the name of one. */
  readonly subjectOf?: (state: string) => Promise<string>;
  /**
   * Runs the extractor with one of them.
   *
   * @throws AssayError other than `usage` where it does not run
   */
  measure(state: string): Promise<Measured>;
  /** Removes what was made for it. */
  close(): Promise<void>;
}

/** A loss of less is not looked for. */
const LEAST_LOSS = 0.001;

/** Does what `bisect` of the library and `assay bisect` do. */
export async function bisect(settings: BisectSettings): Promise<Bisected> {
  refuseUnknownSettings(settings, 'bisect');
  refuseContradictions(settings);
  const measurement = await Measurement.open(settings);
  const { what } = measurement;
  const series =
    settings.package === undefined
      ? await openCommits(settings, measurement)
      : await openVersions(settings, settings.package, measurement);
  try {
    const tried = new Map<string, Tried>();
    const attempt = async (state: string): Promise<Tried> => {
      const result = await tryOut(series, state, settings.signal);
      tried.set(state, result);
      settings.onTried?.(result);
      return result;
    };
    const { good, later } = series;
    const [first, last] = [await attempt(good), await attempt(later.at(-1)!)];
    const [high, low] = [valueOf(first), valueOf(last)];
    if (high - low < LEAST_LOSS) {
      const found = `${what} has ${high.toFixed(3)} on ${settings.good} and ${low.toFixed(3)} on ${settings.bad}`;
      throw new AssayError('usage', `${found}: nothing was lost; name with --good one that has more`);
    }
    const middle = (high + low) / 2;
    const { before, after } = await narrow(later.length, async (step) => {
      const { value } = await attempt(later[step]!);
      return value === undefined ? 'unknown' : value < middle ? 'after' : 'before';
    });
    return {
      what,
      good: first,
      bad: last,
      lost: later.slice(before + 1, after + 1).map((state) => tried.get(state)!),
      before: before === -1 ? high : tried.get(later[before]!)!.value!,
      runs: tried.size,
    };
  } finally {
    await series.close();
  }
}

function refuseContradictions({ page, slice, package: named, install }: BisectSettings): void {
  if (page !== undefined && slice !== undefined) {
    throw new AssayError('usage', 'found both a page and a slice; look for the loss of one of them');
  }
  if (named !== undefined && install !== undefined) {
    const fix = 'versions of a package are installed by its client; leave out --install';
    throw new AssayError('usage', `found both --package and --install; ${fix}`);
  }
}

/** What keeps it from running is a result. */
async function tryOut(series: Series, state: string, signal: AbortSignal | undefined): Promise<Tried> {
  const subject = await series.subjectOf?.(state);
  const about = { state, ...(subject !== undefined && { subject }) };
  signal?.throwIfAborted();
  try {
    return { ...about, ...(await series.measure(state)) };
  } catch (error) {
    if (!(error instanceof AssayError) || error.code === 'usage') throw error;
    return { ...about, problem: error.message };
  }
}

/** A hash is told by its beginning, a version as it is. */
export function shortState(state: string): string {
  return /^[\da-f]{40,64}$/u.test(state) ? state.slice(0, 12) : state;
}

function valueOf({ value, state, problem }: Tried): number {
  if (value !== undefined) return value;
  throw new AssayError('usage', `${shortState(state)} does not run: ${problem}; name another one`);
}
