import type { Pair, ParsedNode } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, visit } from 'yaml';
import type { FilePlace, GoldPath } from '../../model/gold-path.ts';
import type { Problem } from '../../model/problem.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import type { Fault, ParsedYaml, PlacedFault } from './parse.ts';
import { parseYaml } from './parse.ts';
import { PLAIN_YAML, wrongIndent } from './syntax-faults.ts';

/** A value and what messages call it. */
export interface Slot {
  /** Null where nothing stands behind a key. */
  readonly value: ParsedNode | null;
  /** The offset to report when nothing stands there: that of the key or dash. */
  readonly at: number;
  /** What the value is of, e.g. `"title"`. */
  readonly name: string;
}

/** One file being read: its tree, the faults found so far, and where its gold stands. */
export class Reading {
  readonly text: string;
  /** The file as a whole. */
  readonly root: Slot;
  readonly places = new Map<GoldPath, FilePlace>();
  readonly #faults: PlacedFault[];
  readonly #parsed: ParsedYaml;
  readonly #flows = new Map<unknown, number>();
  readonly #reportedFlows = new Set<number>();

  constructor(source: string) {
    this.#parsed = parseYaml(source);
    this.text = this.#parsed.text;
    this.root = { value: this.#parsed.root, at: 0, name: 'the file' };
    this.#faults = [...this.#parsed.faults];
    this.#findFlows(this.#parsed.root);
  }

  /** How many faults were found so far. */
  get faultCount(): number {
    return this.#faults.length;
  }

  /**
   * What was found, in the order of the file: first what concerns the file as a whole, then by line and column. Of
   * several with the same code at the same place one is kept.
   */
  problems(file: string): Problem[] {
    // Problems of the file have no place, but differ in what they found.
    const keyOf = ({ code, line, column, found }: PlacedFault): string =>
      `${code} ${line === undefined ? found : `${line}:${column}`}`;
    const distinct = new Map(this.#faults.map((fault) => [keyOf(fault), fault]));
    return [...distinct.values()]
      .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
      .map((fault) => ({ ...fault, file }));
  }

  place(offset: number): FilePlace {
    return this.#parsed.place(offset);
  }

  /** Notes where the gold of a path stands. */
  locate(path: GoldPath, offset: number): void {
    this.places.set(path, this.place(offset));
  }

  /** Reports a fault, unless a fault of the syntax may be its cause. Returns nothing, as a reader does then. */
  report(at: number, fault: Fault): undefined {
    if (this.#parsed.isUnread(at)) return;
    const { code, found, expected, fix } = fault;
    this.#faults.push({ code, ...this.place(at), found, expected, fix });
  }

  /** Reports what concerns the file as a whole, unless a part of it is not known. */
  reportFile(fault: Fault): undefined {
    if (this.#parsed.isWhole) this.#faults.push(fault);
  }

  /** Whether the value has been reported already, so that nothing can be said of it. */
  isUnreadable(value: ParsedNode | null): boolean {
    if (isAlias(value)) return true;
    // Behind an anchor or tag alone there is nothing, and they are what has been reported.
    return isScalar(value) && isAbsent(value) && (value.tag ?? value.anchor) !== undefined;
  }

  /** Where the outermost `[…]` or `{…}` around the value begins; nothing outside of brackets. */
  flowAround(value: ParsedNode): number | undefined {
    return this.#flows.get(value);
  }

  /** Reports a fault of a text in brackets, once for each outermost pair of brackets. */
  reportInFlow(at: number, flow: number, fault: Fault): undefined {
    if (this.#reportedFlows.has(flow)) return undefined;
    this.#reportedFlows.add(flow);
    return this.report(at, fault);
  }

  #findFlows(root: ParsedNode | null): void {
    visit(root, {
      Collection: (_, outermost) => {
        if (outermost.flow !== true || !outermost.range) return undefined;
        const [begin] = outermost.range;
        visit(outermost, { Node: (_key, node) => void this.#flows.set(node, begin) });
        return visit.SKIP;
      },
    });
  }
}

/** Where a node begins. */
export function startOf(node: ParsedNode): number {
  return node.range[0];
}

/** Whether nothing is written there. */
export function isAbsent(value: ParsedNode | null): boolean {
  return value === null || (isScalar(value) && value.type === 'PLAIN' && value.range[0] === value.range[1]);
}

/** What belongs into a place, for messages. */
export type Advice = Pick<Fault, 'expected' | 'fix'>;

/** Reports a value of the wrong shape, or a missing one. */
export function reportShape(
  reading: Reading,
  { value, at, name }: Slot,
  { expected, fix }: Advice,
): undefined {
  const isThere = value !== null && !isAbsent(value);
  const found = isThere ? `${shapeName(value)} for ${name}` : `nothing behind ${name}`;
  return reading.report(isThere ? startOf(value) : at, { code: 'wrong-value', found, expected, fix });
}

function shapeName(value: ParsedNode | null): string {
  if (isAbsent(value)) return 'nothing';
  if (isSeq(value)) return 'a list';
  return isMap(value) ? 'a map' : 'a text';
}

/** What a list is to hold: what messages say is expected, and whether it may hold nothing. */
export interface ListRules extends Advice {
  readonly mayBeEmpty?: boolean;
}

/** The values of a list; undefined where the value is no list, which is reported. */
export function readList(reading: Reading, slot: Slot, rules: ListRules): readonly Slot[] | undefined {
  const { value, name } = slot;
  if (reading.isUnreadable(value)) return undefined;
  if (!isSeq(value)) return reportShape(reading, slot, rules);
  if (value.items.length === 0 && rules.mayBeEmpty !== true) {
    const { expected, fix } = rules;
    const found = `an empty list for ${name}`;
    return reading.report(startOf(value), { code: 'empty-text', found, expected, fix });
  }
  return value.items.map((item) => ({ value: item, at: item ? startOf(item) : slot.at, name }));
}

/** What a map may hold. */
export interface MapRules {
  readonly keys: readonly string[];
  readonly required?: readonly string[];
  /** Keys of the maps behind keys: one of them that stands right below its key, no further in, is out of place. */
  readonly inner?: Readonly<Record<string, readonly string[]>>;
}

/** A key and its value, as written. */
export interface Field {
  readonly key: string;
  /** Offset of the key. */
  readonly at: number;
  readonly slot: Slot;
}

/** The values of a map by their keys. */
export class Fields {
  readonly #fields: readonly Field[];
  /** Keys of which nothing more is to be said if they have no value. */
  readonly #excused: ReadonlySet<Field>;

  constructor(fields: readonly Field[], excused: ReadonlySet<Field>) {
    this.#fields = fields;
    this.#excused = excused;
  }

  /** Whether the key is there, whatever its value. */
  has(key: string): boolean {
    return this.#fields.some((field) => field.key === key);
  }

  /** Offset of the key; undefined where it is not there. */
  at(key: string): number | undefined {
    return this.#fields.find((field) => field.key === key)?.at;
  }

  /** Reads the value of a key; a second value of the same key is checked too, and ignored. */
  read<T>(key: string, reader: (slot: Slot) => T | undefined): T | undefined {
    const [first] = this.#fields
      .filter((field) => field.key === key)
      .map((field) =>
        this.#excused.has(field) && isAbsent(field.slot.value) ? {} : { result: reader(field.slot) },
      );
    return first?.result;
  }
}

/**
 * Reads a map with closed keys. An unknown key that resembles one that is not there is read as if it were
 * that one, so that its value is checked and the other key is not reported as missing as well.
 */
export function readMap(reading: Reading, slot: Slot, rules: MapRules): Fields | undefined {
  const written = readFields(reading, slot, `keys with values: ${rules.keys.join(', ')}`);
  if (!written) return undefined;
  const present = new Set(written.map(({ key }) => key));
  const fields: Field[] = [];
  const excused = new Set<Field>();
  for (const field of written) {
    const isKnown = rules.keys.includes(field.key);
    const before = fields.at(-1);
    if (isKnown) {
      if (fields.some(({ key }) => key === field.key)) reportSecondKey(reading, field);
      fields.push(field);
    } else if (
      before &&
      isAbsent(before.slot.value) &&
      rules.inner?.[before.key]?.includes(field.key) === true
    ) {
      reading.report(field.at, { code: 'yaml-syntax', ...wrongIndent(0, 2, ', further than its key') });
      excused.add(before);
    } else {
      const near = keyMeant(field, rules.keys);
      reportUnknownKey(reading, field, rules.keys, near);
      if (near === undefined || present.has(near)) continue;
      const meant = { ...field, key: near };
      fields.push(meant);
      excused.add(meant);
    }
  }
  for (const key of rules.required ?? []) {
    if (!fields.some((field) => field.key === key)) reportMissingKey(reading, slot, key);
  }
  return new Fields(fields, excused);
}

/** The keys and values of a map in the order of the file, whatever they are; nothing when it is no map. */
export function readFields(reading: Reading, slot: Slot, expected: string): readonly Field[] | undefined {
  const { value } = slot;
  const fix = 'write "key: value", one key a line';
  if (reading.isUnreadable(value)) return undefined;
  if (isMap(value)) return value.items.flatMap((pair) => readField(reading, pair));
  if (value !== null || slot !== reading.root) return reportShape(reading, slot, { expected, fix });
  // Where everything in the file is unread, that has been reported.
  if (reading.faultCount > 0) return undefined;
  return reading.reportFile({ code: 'wrong-value', found: 'an empty file', expected, fix });
}

function readField(reading: Reading, { key, value }: Pair<ParsedNode, ParsedNode | null>): Field[] {
  const at = startOf(key);
  const syntax = { code: 'yaml-syntax' } as const;
  if (!isScalar(key)) {
    reading.report(at, {
      ...syntax,
      found: `${shapeName(key)} in the place of a key`,
      expected: 'a plain word as key',
      fix: 'a text that begins with a bracket must be put in quotes',
    });
    return [];
  }
  const word = String(key.value);
  if (word !== '<<') return [{ key: word, at, slot: { value, at, name: `"${word}"` } }];
  const fix = 'write the keys out where they belong';
  reading.report(at, { ...syntax, found: 'a merge key "<<"', expected: PLAIN_YAML, fix });
  return [];
}

/** The known key that resembles the one written, or with which it begins: `on 2026-11-22` or `on:2026-11-22`. */
function keyMeant({ key }: Field, keys: readonly string[]): string | undefined {
  const [word] = key.split(/[ :]/u);
  return keys.find((known) => known === word) ?? didYouMean(key, keys);
}

function reportUnknownKey(
  reading: Reading,
  { at, key }: Field,
  keys: readonly string[],
  near: string | undefined,
): void {
  reading.report(at, {
    code: 'unknown-key',
    found: `unknown key "${key}"`,
    expected: `one of ${keys.join(', ')}`,
    fix: near === undefined ? 'take the key away, or put it where it belongs' : `did you mean "${near}"?`,
  });
}

/** Reports a key that its map has already. */
export function reportSecondKey(reading: Reading, { at, key }: Field): void {
  reading.report(at, {
    code: 'yaml-syntax',
    found: `the key "${key}" a second time`,
    expected: 'every key once',
    fix: 'take one of the two away',
  });
}

function reportMissingKey(reading: Reading, slot: Slot, key: string): void {
  const fault = {
    code: 'missing-key',
    found: `no key "${key}" in ${slot.name}`,
    expected: `"${key}", which must be there`,
    fix: `add "${key}: …"`,
  } as const;
  // The file as a whole has no line; a map inside it is named by that of its key.
  if (slot === reading.root) reading.reportFile(fault);
  else reading.report(slot.at, fault);
}
