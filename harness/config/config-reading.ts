import { didYouMean } from '../util/did-you-mean.ts';
import { describeValue } from '../util/describe-value.ts';
import { isRecord } from '../util/is-record.ts';
import { isWordOf } from '../model/vocabulary.ts';

/** The keys and places in lists that lead to a value of a configuration. */
export type ConfigPath = readonly (string | number)[];

/** A value of a configuration and where it stands. */
export interface Slot {
  readonly path: ConfigPath;
  readonly value: unknown;
}

/** What is wrong with a configuration, before its file is named. */
export interface ConfigFault {
  readonly path: ConfigPath;
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
}

/** What a name may be: it heads rows, stands in signatures and may become the name of a file. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}._@+-]{0,99}$/u;

/**
 * A configuration being read. Every reader gives the value, or nothing where there is none of the right kind,
 * which it has reported then. A key whose value is `undefined` counts as absent.
 */
export class ConfigReading {
  readonly faults: ConfigFault[] = [];

  report({ path }: Slot, found: string, expected: string, mend: string): undefined {
    this.faults.push({ path, found, expected, mend });
  }

  /** Reports a value of the wrong kind. */
  refuse(slot: Slot, expected: string, mend: string): undefined {
    const found = slot.value === undefined ? 'nothing' : describeValue(slot.value);
    return this.report(slot, found, expected, mend);
  }

  /** The values of a map, whatever its keys. */
  fields(slot: Slot, expected: string, mend: string): readonly Slot[] | undefined {
    if (!isRecord(slot.value)) return this.refuse(slot, expected, mend);
    return Object.entries(slot.value)
      .map(([key, value]) => ({ path: [...slot.path, key], value }))
      .filter(({ value }) => value !== undefined);
  }

  /** The values of a map with closed keys, by key. */
  closed(slot: Slot, keys: readonly string[]): ReadonlyMap<string, Slot> | undefined {
    const fields = this.fields(slot, `a map with the keys ${keys.join(', ')}`, 'write key: value');
    for (const field of fields ?? []) {
      const key = nameOf(field);
      if (keys.includes(key)) continue;
      const near = didYouMean(key, keys);
      const mend = near === undefined ? 'take it away' : `did you mean "${near}"?`;
      this.report(field, `the unknown key "${key}"`, `one of ${keys.join(', ')}`, mend);
    }
    return fields && new Map(fields.map((field) => [nameOf(field), field]));
  }

  /** The values of a map from names that users choose; a name that is none is reported. */
  named(slot: Slot, expected: string, mend: string): readonly Slot[] {
    const fields = this.fields(slot, expected, mend) ?? [];
    return fields.filter((field) => {
      if (NAME.test(nameOf(field))) return true;
      const found = `the name ${JSON.stringify(nameOf(field))}`;
      const characters = 'letters, digits and . _ - @ +, the first a letter or digit, at most 100';
      return this.report(field, found, characters, 'give it another name');
    });
  }

  /** A text that is not blank. */
  text(slot: Slot, expected: string, mend: string): string | undefined {
    if (typeof slot.value === 'string' && slot.value.trim() !== '') return slot.value;
    return this.refuse(slot, expected, mend);
  }

  /** A list that is not empty. */
  list(slot: Slot, expected: string, mend: string): readonly Slot[] | undefined {
    const { path, value } = slot;
    if (!Array.isArray(value)) return this.refuse(slot, expected, mend);
    if (value.length === 0) return this.report(slot, 'an empty list', expected, mend);
    return Array.from<unknown>(value).map((item, index) => ({ path: [...path, index], value: item }));
  }

  /** A whole number of at least 1. */
  count(slot: Slot, mend: string): number | undefined {
    const { value } = slot;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1) return value;
    return this.refuse(slot, 'a whole number of at least 1', mend);
  }

  /** One of the words of a closed vocabulary. */
  word<Word extends string>(slot: Slot, vocabulary: Readonly<Record<Word, unknown>>): Word | undefined {
    const { value } = slot;
    if (typeof value === 'string' && isWordOf(vocabulary, value)) return value;
    const words = Object.keys(vocabulary);
    const near = typeof value === 'string' ? didYouMean(value, words) : undefined;
    const mend = near === undefined ? 'take one of these words' : `did you mean "${near}"?`;
    return this.refuse(slot, `one of ${words.join(', ')}`, mend);
  }
}

/** The key that a value stands behind. */
export function nameOf({ path }: Slot): string {
  return String(path.at(-1) ?? '');
}
