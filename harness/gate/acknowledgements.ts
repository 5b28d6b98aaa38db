import { isCalendarDate } from '../gold/forms.ts';
import type { Advice, Slot } from '../gold/yaml/reading.ts';
import { Reading, readList, readMap } from '../gold/yaml/reading.ts';
import { readText } from '../gold/yaml/read-text.ts';
import type { Problem } from '../model/problem.ts';

/** A loss or new trouble on one page that somebody accepted. */
export interface Acknowledgement {
  readonly extractor: string;
  readonly corpus: string;
  readonly page: string;
  /** Of page and gold: an acknowledgement does not outlive the page that it was made for. */
  readonly digest: string;
  /** The primary metric whose figure fell. */
  readonly metric: string;
  /** The greatest loss that is accepted, 0..1; 0 accepts trouble alone, such as a page that fails and had nothing before. */
  readonly upTo: number;
  readonly reason: string;
  /** The last day on which it holds, `2026-12-31`. */
  readonly until: string;
  readonly file: string;
  readonly line: number;
}

/** The keys of an acknowledgement, in the order in which they are written. */
const KEYS = ['extractor', 'corpus', 'page', 'digest', 'metric', 'upTo', 'reason', 'until'] as const;

/**
 * Reads the text of `acknowledged.yaml`: `acknowledged`, a list of maps. All problems are found in one go. Never throws.
 *
 * @param file the path to name in the problems
 */
export function readAcknowledgements(
  source: string,
  file: string,
): { readonly acknowledgements: readonly Acknowledgement[]; readonly problems: readonly Problem[] } {
  const reading = new Reading(source);
  const fields = readMap(reading, reading.root, { keys: ['acknowledged'], required: ['acknowledged'] });
  const slots = fields?.read('acknowledged', (slot) =>
    readList(reading, slot, {
      expected: 'a list of acknowledgements',
      fix: 'begin every entry with "- extractor: …"',
      mayBeEmpty: true,
    }),
  );
  const acknowledgements = (slots ?? []).flatMap((slot) => readOne(reading, slot, file) ?? []);
  return { acknowledgements, problems: reading.problems(file) };
}

function readOne(reading: Reading, slot: Slot, file: string): Acknowledgement | undefined {
  const fields = readMap(reading, { ...slot, name: 'an acknowledgement' }, { keys: KEYS, required: KEYS });
  if (fields === undefined) return undefined;
  const word = (key: string): string | undefined =>
    fields.read(key, (value) => readText(reading, value, { isWord: true }));
  const values = {
    extractor: word('extractor'),
    corpus: word('corpus'),
    page: word('page'),
    digest: word('digest'),
    metric: word('metric'),
    upTo: fields.read('upTo', (value) => readLoss(reading, value)),
    reason: fields.read('reason', (value) => readText(reading, value)),
    until: fields.read('until', (value) => readDay(reading, value)),
  };
  if (!isWhole(values)) return undefined;
  return { ...values, file, line: reading.place(slot.at).line };
}

function isWhole<T extends object>(values: T): values is { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.values(values).every((value) => value !== undefined);
}

function readLoss(reading: Reading, slot: Slot): number | undefined {
  const word = readText(reading, slot, { isWord: true });
  if (word === undefined) return undefined;
  const value = /^[01](?:\.\d+)?$/u.test(word) ? Number(word) : Number.NaN;
  if (value <= 1) return value;
  return refuse(reading, slot, word, {
    expected: 'a loss between 0 and 1',
    fix: 'write the loss that is accepted, e.g. 0.25',
  });
}

function readDay(reading: Reading, slot: Slot): string | undefined {
  const word = readText(reading, slot, { isWord: true });
  if (word === undefined || isCalendarDate(word)) return word;
  return refuse(reading, slot, word, {
    expected: 'a day such as 2026-12-31',
    fix: 'write the last day on which it holds',
  });
}

function refuse(reading: Reading, slot: Slot, word: string, advice: Advice): undefined {
  return reading.report(slot.at, { code: 'wrong-value', found: `"${word}" for ${slot.name}`, ...advice });
}
