import { isScalar } from 'yaml';
import type { GoldPath } from '../model/gold-path.ts';
import { defined } from '../util/defined.ts';
import type { Form } from './forms.ts';
import type { JsonSchema } from './json-schema.ts';
import { TEXT, listSchema, mapSchema, reference, wordSchema } from './json-schema.ts';
import type { Fault } from './yaml/parse.ts';
import type { Fields, ListRules, Reading, Slot } from './yaml/reading.ts';
import { readList, readMap } from './yaml/reading.ts';
import { readText, readWord } from './yaml/read-text.ts';

/**
 * What may stand behind a key of `gold.yaml`, said once: how it is read, and the JSON Schema by which editors know it.
 * A reader reports what is wrong, notes where gold stands, and returns nothing where it found a fault.
 */
export interface ValueType<T> {
  readonly schema: JsonSchema;
  /** What it may hold, if it is a map. */
  readonly keys?: Keys;
  readonly read: (reading: Reading, slot: Slot, path: GoldPath) => T | undefined;
}

/** A key, for editors what it means, and what stands behind it. */
export interface Key<T> {
  readonly meaning: string;
  readonly value: ValueType<T>;
}

/** Keys of a map, in the order in which they are written. */
export type Keys = Readonly<Record<string, Key<unknown>>>;

/** What is read from a map: absent where a key is absent or its value faulty. */
export type ValuesOf<Table extends Keys> = {
  readonly [Name in keyof Table]?: Table[Name] extends Key<infer T> ? T : never;
};

export function key<T>(meaning: string, value: ValueType<T>): Key<T> {
  return { meaning, value };
}

/** A text of the page, never blank. */
export const text: ValueType<string> = {
  schema: reference('text'),
  read: (reading, slot) => readText(reading, slot),
};

/** A short name, which nothing can cut without notice. */
export const name: ValueType<string> = {
  schema: TEXT,
  read: (reading, slot) => readText(reading, slot, { isWord: true }),
};

/** A text that must have a given form. */
export function formed({ what, expected, schema, isRight, fix }: Form): ValueType<string> {
  return {
    schema,
    read(reading, slot) {
      const found = name.read(reading, slot, 'url');
      if (found === undefined || isRight(found)) return found;
      return reading.report(slot.value?.range[0] ?? slot.at, {
        code: 'wrong-value',
        found: `${what} "${found}" for ${slot.name}`,
        expected,
        fix: fix(found),
      });
    },
  };
}

/** What is read as one thing and means another: a status is a number. */
export function converted<A, B>({ schema, read }: ValueType<A>, convert: (value: A) => B): ValueType<B> {
  return {
    schema,
    read(reading, slot, path) {
      const value = read(reading, slot, path);
      return value === undefined ? undefined : convert(value);
    },
  };
}

/** A word of a closed vocabulary. */
export function word<Word extends string>(vocabulary: Readonly<Record<Word, string>>): ValueType<Word> {
  return {
    schema: wordSchema(vocabulary),
    read: (reading, slot) => readWord(reading, slot, vocabulary),
  };
}

/** A list, without the values that have faults. */
export function list<T>(item: ValueType<T>, rules: ListRules): ValueType<T[]> {
  return {
    schema: listSchema(item.schema),
    read: (reading, slot, path) =>
      readList(reading, slot, rules)
        ?.map((each, index) => {
          const at = `${path}[${index}]` as const;
          reading.locate(at, each.at);
          return item.read(reading, each, at);
        })
        .filter((value) => value !== undefined),
  };
}

/** A map with closed keys; nothing where a required one has no value. */
export function map<Table extends Keys, Required extends keyof Table & string = never>(
  keys: Table,
  required: readonly Required[] = [],
): ValueType<ValuesOf<Table> & { readonly [Name in Required]: NonNullable<ValuesOf<Table>[Name]> }> & {
  readonly keys: Table;
} {
  return {
    keys,
    schema: mapSchema(keySchemas(keys), required),
    read(reading, slot, path) {
      const fields = readMap(reading, slot, { keys: Object.keys(keys), required });
      const values = fields && readKeys(reading, fields, keys, `${path}.`);
      // oxlint-disable-next-line no-unsafe-type-assertion -- the required ones are there
      return required.every((each) => values?.[each] !== undefined) ? (values as never) : undefined;
    },
  };
}

/** @param prefix what stands before the keys in paths: nothing at the margin, else the path of the map and a dot */
export function readKeys<Table extends Keys>(
  reading: Reading,
  fields: Fields,
  keys: Table,
  prefix: '' | `${GoldPath}.`,
): ValuesOf<Table> {
  const read = Object.entries(keys).map(([each, { value }]) => {
    // oxlint-disable-next-line no-unsafe-type-assertion -- the keys of a table are what paths are made of
    const path = `${prefix}${each}` as GoldPath;
    const at = fields.at(each);
    if (at !== undefined) reading.locate(path, at);
    const readSlot = (slot: Slot): unknown =>
      isTodo(slot) ? reading.report(at ?? slot.at, unfilled(each)) : value.read(reading, slot, path);
    return [each, fields.read(each, readSlot)] as const;
  });
  return defined(Object.fromEntries(read));
}

/** A bare `todo` stands for a value that is to be filled in; in quotes it is a text. */
function isTodo({ value }: Slot): boolean {
  return isScalar(value) && value.type === 'PLAIN' && value.value === 'todo';
}

function unfilled(field: string): Fault {
  return {
    code: 'todo-left',
    found: `"${field}" without a value yet`,
    expected: 'what the labelling guide says of it',
    fix: 'write it in the place of "todo"; or take the key away, if that cannot be decided',
  };
}

/** The schemas of the keys of a map, each with what it means. */
export function keySchemas(keys: Keys): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(keys).map(([each, { meaning, value }]) => [
      each,
      { description: meaning, ...value.schema },
    ]),
  );
}
