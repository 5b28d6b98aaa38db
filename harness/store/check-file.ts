import type { z } from 'zod';
import { AssayError } from '../util/error.ts';
import { isRecord } from '../util/is-record.ts';
import { readablePath } from '../util/readable-path.ts';
import { checkShape, formatPath } from '../util/shape.ts';
import type { ShapeFault } from '../util/shape.ts';
import type { JournalLine, RecordedExtraction } from './journal-line.ts';

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
  const check = checkShape(format, value);
  if (!check.isValid) throw refusal(file, check.faults, fix);
  // The value as it is, with what a later version may have added.
  // oxlint-disable-next-line no-unsafe-type-assertion -- it has just been checked
  return value as T;
}

/** Checks the lines of `results.jsonl` and of `extractions.jsonl.gz`; see `parseLine`. */
export interface LineChecks {
  readonly journal: LineCheck<JournalLine>;
  readonly extraction: LineCheck<RecordedExtraction>;
}

type LineCheck<T> = (value: object, place: string, fix: string) => T;

let checks: Promise<LineChecks> | undefined;

/** Loaded when something is read: a run that begins anew has no need of zod. */
export function lineChecks(): Promise<LineChecks> {
  checks ??= loadChecks();
  return checks;
}

async function loadChecks(): Promise<LineChecks> {
  const { journalLine, recordedExtraction } = await import('./journal-line.ts');
  const [journal, extraction] = await Promise.all([lineCheck(journalLine), lineCheck(recordedExtraction)]);
  return { journal, extraction };
}

/**
 * Makes the check of values that come by the thousand: compiled, with zod only for what is refused. It gives the value as it
 * is, or throws an AssayError `bad-input` with its place.
 */
export async function lineCheck<T>(format: z.ZodType<T>): Promise<LineCheck<T>> {
  const [{ jsonSchemaOf }, { quickCheck }] = await Promise.all([
    import('./formats.ts'),
    import('./quick-check.ts'),
  ]);
  const isValid = quickCheck(jsonSchemaOf(format));
  return (value, place, fix) => {
    // oxlint-disable-next-line no-unsafe-type-assertion -- it has just been checked
    if (isValid(value)) return value as T;
    const check = checkShape(format, value);
    if (check.isValid) return check.value;
    throw refusal(place, check.faults, fix);
  };
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
