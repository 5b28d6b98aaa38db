import type { z } from 'zod';
import { describeValue } from './describe-value.ts';
import { didYouMean } from './did-you-mean.ts';
import { isRecord } from './is-record.ts';

/** The type with every member and item `readonly`, as values are that a zod schema describes. */
export type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadonlyDeep<T[Key]> }
    : T;

/** The keys and indices that lead to a value inside another one; empty for the whole. */
export type ValuePath = readonly (string | number)[];

/** Where a value is not as its schema says: `found` is there, `expected` says what belongs there and how to fix it. */
export interface ShapeFault {
  readonly path: ValuePath;
  readonly found: string;
  readonly expected: string;
}

/** A value that its schema allows, or everything that is wrong with it. */
export type ShapeCheck<T> =
  | { readonly isValid: true; readonly value: T }
  | { readonly isValid: false; readonly faults: readonly ShapeFault[] };

/**
 * Checks a value against a zod schema. An `error` of the schema itself is the `expected` of a fault; elsewhere it is made
 * from the kind of the fault, with the word or key that was probably meant.
 */
export function checkShape<T>(schema: z.ZodType<T>, value: unknown): ShapeCheck<T> {
  const result = schema.safeParse(value, { error: expectation });
  if (result.success) return { isValid: true, value: result.data };
  const faults = result.error.issues.flatMap((issue) => faultsOf(issue, value, []));
  return { isValid: false, faults: withoutMisspelt(faults) };
}

/** A path as one would write it in code: `extractors.mine.options["max lines"][2]`; empty for the whole. */
export function formatPath(path: ValuePath): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[\p{L}\p{N}_-]+$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return steps.join('').replace(/^\./, '');
}

/** Whether a value is a map, and no instance of a class, such as a date. */
export function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another realm has another `Object.prototype`, which has no prototype either.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

type Issue = z.core.$ZodIssue;

/** A fault, with the key that an unknown one was probably meant to be. */
interface Fault extends ShapeFault {
  readonly meant?: string;
}

/** A key that is missing because it is misspelt is one fault, not two. */
function withoutMisspelt(faults: readonly Fault[]): ShapeFault[] {
  const placeOf = (path: ValuePath, key: string): string => JSON.stringify([...path.slice(0, -1), key]);
  const meant = new Set(
    faults.flatMap((fault) => (fault.meant === undefined ? [] : placeOf(fault.path, fault.meant))),
  );
  return faults
    .filter(({ path, found }) => found !== NOTHING || !meant.has(JSON.stringify(path)))
    .map(({ path, found, expected }) => ({ path, found, expected }));
}

const NOTHING = 'nothing';

function faultsOf(issue: Issue, value: unknown, before: ValuePath): Fault[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const expected = issue.message;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...path, key], expected.split(', ')));
  }
  if (issue.code === 'invalid_key') {
    const found = `the name ${JSON.stringify(path.at(-1))}`;
    return [{ path, found, expected: issue.issues[0]?.message ?? expected }];
  }
  const meant = issue.code === 'invalid_union' ? meantAlternative(issue.errors) : undefined;
  if (meant !== undefined) return meant.flatMap((each) => faultsOf(each, value, path));
  const named: unknown = issue.code === 'custom' ? issue.params?.['found'] : undefined;
  return [{ path, found: typeof named === 'string' ? named : describe(valueAt(value, path)), expected }];
}

function describe(value: unknown): string {
  if (value === undefined) return NOTHING;
  return Array.isArray(value) && value.length === 0 ? 'an empty list' : describeValue(value);
}

/**
 * Which of several alternatives was meant, by its issues: the one with the fewest members at fault, of those that are
 * of the right type at all; undefined where none is, or where unknown keys speak for none more than for another.
 */
function meantAlternative(alternatives: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const likely = alternatives
    .filter(([first]) => first !== undefined && !(first.code === 'invalid_type' && first.path.length === 0))
    .map((issues) => ({ issues, slips: slipsOf(issues) }))
    .toSorted((a, b) => a.slips - b.slips);
  const [best, second] = likely;
  const isTie = best !== undefined && second?.slips === best.slips;
  return isTie && best.issues.some(isOfUnknownKeys) ? undefined : best?.issues;
}

/** How many members are at fault. A missing one and an unknown key that looks like it are one slip. */
function slipsOf(issues: readonly Issue[]): number {
  const members = new Set(issues.flatMap(membersOf));
  const misspelt = issues.filter(isOfUnknownKeys).flatMap(({ keys, message }) => {
    return keys.filter((key) => members.has(didYouMean(key, message.split(', ')) ?? ''));
  });
  return members.size - misspelt.length;
}

function membersOf(issue: Issue): readonly PropertyKey[] {
  return isOfUnknownKeys(issue) ? issue.keys : issue.path.slice(0, 1);
}

/** Whether it names keys of the value itself that nobody knows. */
function isOfUnknownKeys(issue: Issue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === 'unrecognized_keys' && issue.path.length === 0;
}

function unknownKey(path: ValuePath, known: readonly string[]): Fault {
  const key = String(path.at(-1));
  const near = didYouMean(key, known);
  const fix = near === undefined ? 'remove it' : `did you mean "${near}"?`;
  return {
    path,
    found: `the unknown key "${key}"`,
    expected: `one of ${known.join(', ')}; ${fix}`,
    ...(near !== undefined && { meant: near }),
  };
}

function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce((at: unknown, step) => {
    if (Array.isArray(at)) return at[Number(step)] as unknown;
    return isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, value);
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

/** What belongs where a schema does not say it itself. */
function expectation(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'invalid_type') return TYPES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String), issue.input);
  if (issue.code === 'too_small') return limit(issue.origin, `at least ${issue.minimum}`);
  if (issue.code === 'too_big') return limit(issue.origin, `at most ${issue.maximum}`);
  if (issue.code === 'unrecognized_keys') return knownKeys(issue.inst).join(', ');
  if (issue.code !== 'invalid_union') return 'another value';
  if (Array.isArray(issue.options)) return oneOf(issue.options.map(String), undefined);
  return [...new Set(issue.errors.map((errors) => errors[0]?.message))].join(', or ');
}

/** The words of a closed vocabulary, with the one that was probably meant. */
function oneOf(words: readonly string[], input: unknown): string {
  const near = typeof input === 'string' ? didYouMean(input, words) : undefined;
  return `one of ${words.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}

function limit(origin: string, bound: string): string {
  if (origin === 'string') return 'a text that is not empty';
  return origin === 'array' ? `a list of ${bound}` : `a number of ${bound}`;
}

function knownKeys(schema: unknown): string[] {
  const shape = isRecord(schema) ? schema['shape'] : undefined;
  return isRecord(shape) ? Object.keys(shape) : [];
}
