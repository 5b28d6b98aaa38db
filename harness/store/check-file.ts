import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { AssayError } from '../util/error.ts';
import { isRecord } from '../util/is-record.ts';
import { readablePath } from '../util/readable-path.ts';
import { checkShape, formatPath } from '../util/shape.ts';
import type { ShapeFault } from '../util/shape.ts';
import type { JournalLine, RecordedExtraction } from './journal-line.ts';
import { quickCheck } from './quick-check.ts';
import type { RunDescription } from './run-description.ts';
import type { Summary } from './summary-file.ts';

/** Most faults of one file, or of one line, that a message names. */
const MOST_SHOWN = 10;

/**
 * What a JSON file of a run folder holds.
 *
 * @param schema the `schema` member that it has to have, e.g. `assay/run@1`
 * @param fix what to do about a file that is refused
 * @throws AssayError `bad-input` for a file that is no JSON, of another schema, or not as its schema says.
 */
export function parseFile<T>(
  { path, source }: { readonly path: string; readonly source: string },
  schema: string,
  format: z.ZodType<T>,
  fix: string,
): T {
  const file = readablePath(path);
  return checkWith(format, parseWithSchema(file, source, schema, fix), file, fix);
}

/** The map that a JSON file holds, with the `schema` member that it has to have. */
function parseWithSchema(
  file: string,
  source: string,
  schema: string,
  fix: string,
): Readonly<Record<string, unknown>> {
  const value = parseObject(source);
  if (value === undefined)
    throw new AssayError(
      'bad-input',
      `${file} is damaged (no JSON of at most ${MOST_LEVELS} levels); ${fix}`,
    );
  if (value['schema'] !== schema) {
    const found = value['schema'] === undefined ? 'none' : JSON.stringify(value['schema']);
    const message = `${file} is not for this version of Assay: expected the schema ${schema}, found ${found}`;
    throw new AssayError('bad-input', `${message}; ${fix}`);
  }
  return value;
}

function checkWith<T>(format: z.ZodType<T>, value: object, place: string, fix: string): T {
  const check = checkShape(format, value);
  if (!check.isValid) throw refusal(place, check.faults, fix);
  // The value as it is, with what a later version may have added.
  // oxlint-disable-next-line no-unsafe-type-assertion -- it has just been checked
  return value as T;
}

/** The values of a run folder by the names of their JSON Schemas. */
interface RunFormats {
  readonly run: RunDescription;
  readonly summary: Summary;
  readonly 'results-line': JournalLine;
  readonly 'extractions-line': RecordedExtraction;
}

/** The format of each, as zod has it: loading it takes longer than all else that a page of a run is read with. */
const FORMATS: { readonly [Name in keyof RunFormats]: () => Promise<z.ZodType<RunFormats[Name]>> } = {
  run: async () => (await import('./run-description.ts')).runDescription,
  summary: async () => (await import('./summary-file.ts')).summary,
  'results-line': async () => (await import('./journal-line.ts')).journalLine,
  'extractions-line': async () => (await import('./journal-line.ts')).recordedExtraction,
};

/** The check of a value of a run folder. */
export interface RunCheck<T> {
  /** By the JSON Schema alone, which says nothing of what belongs together. */
  readonly isShaped: (value: object) => boolean;
  /** Gives the value as it is, or throws an AssayError `bad-input` with its place. What is shaped is given at once. */
  readonly check: (value: object, place: string, fix: string) => T | Promise<T>;
}

const checks = new Map<keyof RunFormats, Promise<RunCheck<RunFormats[keyof RunFormats]>>>();

/** Makes the check of a format once: compiled from its JSON Schema, with zod only for what is refused. */
export function runCheck<Name extends keyof RunFormats>(name: Name): Promise<RunCheck<RunFormats[Name]>> {
  const known = checks.get(name) ?? loadCheck(name);
  checks.set(name, known);
  // oxlint-disable-next-line no-unsafe-type-assertion -- each name has the check of its own format
  return known as Promise<RunCheck<RunFormats[Name]>>;
}

async function loadCheck<Name extends keyof RunFormats>(name: Name): Promise<RunCheck<RunFormats[Name]>> {
  const isShaped = quickCheck(await schemaOf(name));
  return {
    isShaped,
    check: (value, place, fix) => {
      // oxlint-disable-next-line no-unsafe-type-assertion -- it has just been checked
      if (isShaped(value)) return value as RunFormats[Name];
      return FORMATS[name]().then((format) => checkWith<RunFormats[Name]>(format, value, place, fix));
    },
  };
}

/** As the package has it in a file; where that is gone, made of the format. */
async function schemaOf(name: keyof RunFormats): Promise<z.core.JSONSchema.BaseSchema> {
  const file = new URL(`../../reports/schemas/${name}.schema.json`, import.meta.url);
  const source = await readFile(file, 'utf8').catch(() => undefined);
  // oxlint-disable-next-line no-unsafe-type-assertion -- written by our own `npm run schema`; a test holds it to the format
  if (source !== undefined) return JSON.parse(source) as z.core.JSONSchema.BaseSchema;
  const { jsonSchemaOf } = await import('./formats.ts');
  return jsonSchemaOf(await FORMATS[name]());
}

/**
 * What `run.json` or `summary.json` holds.
 *
 * @param isCoherent what the format asks for beyond its JSON Schema; where that does not hold, zod says why
 * @throws AssayError as `parseFile`
 */
export async function parseRunFile<Name extends 'run' | 'summary'>(
  { path, source }: { readonly path: string; readonly source: string },
  name: Name,
  fix: string,
  isCoherent: (value: RunFormats[Name]) => boolean = () => true,
): Promise<RunFormats[Name]> {
  const file = readablePath(path);
  const value = parseWithSchema(file, source, `assay/${name}@1`, fix);
  const read = await (await runCheck(name)).check(value, file, fix);
  return isCoherent(read) ? read : checkWith<RunFormats[Name]>(await FORMATS[name](), value, file, fix);
}

type LineCheck<T> = (value: object, place: string, fix: string) => T;

/**
 * Makes the check of values that come by the thousand: compiled, with zod only for what is refused. It gives the value as it
 * is, or throws an AssayError `bad-input` with its place.
 */
export async function lineCheck<T>(format: z.ZodType<T>): Promise<LineCheck<T>> {
  const { jsonSchemaOf } = await import('./formats.ts');
  const isShaped = quickCheck(jsonSchemaOf(format));
  // oxlint-disable-next-line no-unsafe-type-assertion -- it has just been checked
  return (value, place, fix) => (isShaped(value) ? (value as T) : checkWith(format, value, place, fix));
}

/** Most maps and lists inside each other. What is deeper could be read, but not written again. */
const MOST_LEVELS = 100;
/** Text of this length cannot hold so many levels that reading them would take much memory. */
const SHORT = 2 ** 16;

/** The map that a text holds; undefined where it holds none, or more than 100 maps and lists inside each other. */
export function parseObject(source: string): Readonly<Record<string, unknown>> | undefined {
  if (source.length > SHORT && !isShallowText(source)) return undefined;
  try {
    const value: unknown = JSON.parse(source);
    return isRecord(value) && isShallow(value, MOST_LEVELS) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: object, levels: number): boolean {
  if (levels === 0) return false;
  for (const inner of Object.values(value) as unknown[]) {
    if (typeof inner === 'object' && inner !== null && !isShallow(inner, levels - 1)) return false;
  }
  return true;
}

/** The same of a text, before it is parsed: brackets outside of quotes. */
function isShallowText(source: string): boolean {
  let levels = 0;
  let isQuoted = false;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    if (isQuoted) {
      if (unit === BACKSLASH) at++;
      else if (unit === QUOTE) isQuoted = false;
    } else if (unit === QUOTE) isQuoted = true;
    else if (unit === OPEN_LIST || unit === OPEN_MAP) {
      if (++levels > MOST_LEVELS) return false;
    } else if (unit === CLOSE_LIST || unit === CLOSE_MAP) levels--;
  }
  return true;
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

function refusal(place: string, faults: readonly ShapeFault[], fix: string): AssayError {
  const lines = faults.slice(0, MOST_SHOWN).map(({ path, found, expected }) => {
    return `${formatPath(path)}: found ${found}; expected ${expected}`;
  });
  if (faults.length === 1) return new AssayError('bad-input', `${place}: ${lines[0]}; ${fix}`);
  const list = lines.map((line) => `\n  ${line}`).join('');
  const rest = faults.length > MOST_SHOWN ? '\n  …' : '';
  return new AssayError('bad-input', `${place} has ${faults.length} faults; ${fix}${list}${rest}`);
}
