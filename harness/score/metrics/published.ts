import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';

/** Gold's word for a page that gives no date. */
const NONE = 'none';

/**
 * When the page was published. Right if the instants are equal, or if one side has no time and the calendar days as
 * written are equal; both with a time and one without a zone: if day and time as written are equal. ISO 8601 is read,
 * also with slashes or a space; other forms are not guessed at. Gold `none` is right with nothing returned. Corpus: plain mean over labelled pages.
 */
export const published: Metric = {
  name: 'published',
  version: 2,
  definition: 'the date returned is that of gold: equal instants, or equal days where one side has no time',
  source: 'Assay, after the practice of trafilatura, newspaper4k and Readability',
  needs: 'published',
  figures: ['exact'],
  headline: 'exact',
  companion: true,
  reads: 'metadata',
  keys: { dates: 'iso-8601' },
  aggregation: 'mean-of-pages',

  scorePage({ gold, returned }) {
    const expected = gold.labels.metadata.published ?? NONE;
    const date = returned.published?.trim() === '' ? undefined : returned.published;
    const isRight = expected === NONE ? date === undefined : date !== undefined && isSameDate(expected, date);
    const exact = isRight ? 1 : 0;
    return { counts: { exact, returned: date === undefined ? 0 : 1 }, figures: { exact } };
  },

  describe({ exact, returned }) {
    if (exact === 1) return 'the right date';
    return returned === 1 ? 'another date' : 'no date';
  },

  aggregate(scores) {
    return meansOf(scores, published.figures);
  },
};

/** A date as it was written: its calendar day, and the time if one was given. */
interface WrittenDate {
  /** `2025-07-09`. */
  readonly day: string;
  /** Minutes and seconds of the day as written; absent where there is no time. */
  readonly seconds?: number;
  /** Seconds east of UTC; absent where no zone was written. */
  readonly offset?: number;
}

const WRITTEN =
  /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[Tt ]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*([Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** Reads ISO 8601, also with slashes, points or a space; nothing where it is no such date. */
function readDate(text: string): WrittenDate | undefined {
  const match = WRITTEN.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, date, hours, minutes, seconds = '0', zone] = match;
  const day = `${year}-${month}-${date}`;
  if (hours === undefined) return { day };
  const written = { day, seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) };
  return zone === undefined ? written : { ...written, offset: offsetOf(zone) };
}

function offsetOf(zone: string): number {
  if (!/^[+-]/.test(zone)) return 0;
  const [hours, minutes] = [zone.slice(1, 3), zone.slice(3).replace(':', '')].map(Number);
  return (zone.startsWith('-') ? -60 : 60) * (hours! * 60 + minutes!);
}

/**
 * Whether two dates say the same: their instants are equal; if one has no time, their calendar days as written; if
 * both have a time and one of them no zone, day and time as written. What is no ISO date equals only itself.
 */
function isSameDate(first: string, second: string): boolean {
  const [a, b] = [readDate(first), readDate(second)];
  if (a === undefined || b === undefined) return first.trim() === second.trim();
  if (a.seconds === undefined || b.seconds === undefined) return a.day === b.day;
  if (a.offset === undefined || b.offset === undefined) return a.day === b.day && a.seconds === b.seconds;
  return instantOf(a.day, a.seconds - a.offset) === instantOf(b.day, b.seconds - b.offset);
}

function instantOf(day: string, seconds: number): number {
  return Date.parse(`${day}T00:00:00Z`) + seconds * 1000;
}
