import { statSync } from 'node:fs';
import { basename, extname, join, parse, relative, resolve } from 'node:path';
import type { Outcome } from '../../model/extraction.ts';
import type { Media, Page } from '../../model/page.ts';
import { describeValue } from '../../util/describe-value.ts';
import { AssayError } from '../../util/error.ts';
import { filesBelow } from '../../util/files-below.ts';
import { isRecord } from '../../util/is-record.ts';
import { linesOf } from '../../util/lines.ts';
import { repeatedKeys } from '../../util/repeated-keys.ts';
import { sha256 } from '../../util/sha256.ts';
import { digestBytes, readAtMost } from '../../util/read-at-most.ts';
import { strictUtf8 } from '../../util/strict-utf8.ts';
import type { Handshake } from '../formats.ts';
import { failed, outcomeOfAnswer, outcomeOfReading } from '../outcome.ts';
import { MOST_ANSWER_BYTES, readExtraction } from '../read-extraction.ts';
import { isHandshake } from './command-handshake.ts';

/** Output that was made elsewhere, read. */
export interface Recording {
  readonly name: string;
  /** `unrecorded` where none is stated. */
  readonly version: string;
  /** Default: every page. */
  readonly accepts?: readonly Media[];
  /** Default: false. */
  readonly baseline?: boolean;
  /** What its fingerprint is made of beside the version: the recorded bytes, or digests of them. */
  readonly content: Uint8Array;
  /** Identifiers of pages for which something was recorded. */
  readonly ids: readonly string[];
  /** What was recorded for a page; undefined where nothing was. `corpus` is the one that the page is of. */
  readonly recall: (
    page: Page,
    corpus: string | undefined,
  ) => Outcome | undefined | Promise<Outcome | undefined>;
}

/** The version of a recording that states none. */
const UNRECORDED = 'unrecorded';

const MAP = 'expected {"<page>": {"articleBody": "…"}}, {"<page>": "…"} or {"version": "…", "output": {…}}';

/**
 * A JSON file with the output for all pages: a map from page to `articleBody` (article-extraction-benchmark) or to
 * text (WCXB), bare or with a version around it. It is named for the file. An entry without text is an empty
 * extraction.
 *
 * @throws AssayError `bad-input`: no JSON, of none of these layouts, an entry whose text has another name, or a page that was
 * there already.
 */
export async function readRecordedMap(path: string, bytes: Uint8Array): Promise<Recording> {
  const { recordedEntryFormat } = await import('../formats.ts');
  const source = decode(path, bytes);
  const content = parseJson(path, source);
  const [repeated] = repeatedKeys(source);
  if (repeated !== undefined)
    throw unreadable(path, `found the key ${JSON.stringify(repeated.key)} again; expected it once`);
  if (!isRecord(content)) throw unreadable(path, `found ${describeValue(content)}; ${MAP}`);
  const { version, output } = hasEnvelope(content) ? content : { output: content };
  const texts = new Map<string, string>();
  for (const [id, entry] of Object.entries(output)) {
    const { success, data } = recordedEntryFormat.safeParse(entry);
    if (!success || isMisnamed(data))
      throw unreadable(path, `entry ${JSON.stringify(id)}: found ${describeEntry(entry)}; ${MAP}`);
    texts.set(id, (isRecord(data) ? data.articleBody : data) ?? '');
  }
  return {
    name: parse(path).name,
    version: typeof version === 'string' && version.trim() !== '' ? version : UNRECORDED,
    content: bytes,
    ids: [...texts.keys()],
    recall: ({ id }) => {
      const text = texts.get(id);
      return text === undefined ? undefined : outcomeOfReading(readExtraction({ text }));
    },
  };
}

/** A bare map may hold a page that is called `output`; then that entry has an `articleBody` of its own. */
function hasEnvelope(
  content: Readonly<Record<string, unknown>>,
): content is { readonly version?: unknown; readonly output: Readonly<Record<string, unknown>> } {
  const output = content['output'];
  return isRecord(output) && typeof output['articleBody'] !== 'string';
}

/** Whether an entry has other things than a text, and the text perhaps among them. */
function isMisnamed(entry: string | null | Readonly<Record<string, unknown>>): boolean {
  return isRecord(entry) && !('articleBody' in entry) && Object.keys(entry).some((key) => key !== 'url');
}

function describeEntry(entry: unknown): string {
  if (!isRecord(entry)) return describeValue(entry);
  if ('articleBody' in entry) return `articleBody: ${describeValue(entry['articleBody'])}`;
  return `no articleBody beside ${Object.keys(entry).join(', ')}`;
}

const LINES = 'expected {"id": "<page>", "text": "…"}, as a command of jsonl answers';

/**
 * A file of JSON lines, as a command of `protocol: jsonl` prints them: the fields of an extraction with the page's
 * `id`, or with `error`; before them, if it likes, a handshake, for its name and version. Else it is named for the
 * file. A `url` is not looked at.
 *
 * @throws AssayError `bad-input`: a line that is no JSON object, has no `id`, or one that was there already.
 */
export async function readRecordedLines(path: string, bytes: Uint8Array): Promise<Recording> {
  const outcomes = new Map<string, Outcome>();
  let about: Handshake = {};
  for await (const line of linesOf([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)])) {
    const place = `${path}:${line.number}`;
    const text = decode(place, line.bytes).trim();
    if (text === '') continue;
    const value = parseJson(place, text);
    if (!isRecord(value)) throw unreadable(place, `found no object; ${LINES}`);
    if (isHandshake(value)) about = await readAbout(place, value);
    else readLine(place, value, outcomes);
  }
  return {
    name: basename(path).replace(/\.(?:jsonl|ndjson)(?:\.gz)?$/, ''),
    version: UNRECORDED,
    ...about,
    content: bytes,
    ids: [...outcomes.keys()],
    recall: ({ id }) => outcomes.get(id),
  };
}

function readLine(
  place: string,
  line: Readonly<Record<string, unknown>>,
  outcomes: Map<string, Outcome>,
): void {
  const { id, url: _, ...answer } = line;
  if (typeof id !== 'string') throw unreadable(place, `found no id; ${LINES}`);
  if (outcomes.has(id)) throw unreadable(place, `found the id ${JSON.stringify(id)} again; expected it once`);
  outcomes.set(id, outcomeOfAnswer(answer));
}

async function readAbout(place: string, line: Readonly<Record<string, unknown>>): Promise<Handshake> {
  const { readHandshake } = await import('../formats.ts');
  const reading = readHandshake(line);
  if (reading.status === 'read') return reading.handshake;
  throw unreadable(place, reading.fault);
}

/** The field of an extraction that files of each ending hold. */
const FIELDS: Readonly<Record<string, 'html' | 'markdown' | 'text'>> = {
  html: 'html',
  md: 'markdown',
  txt: 'text',
};

/**
 * A folder with a file for each page, called as the page's identifier (whose slashes are folders) with the ending
 * `.txt`, `.html` or `.md`; several of them for one page are one extraction. UTF-8. It is named for the folder.
 *
 * @throws AssayError `bad-input` for a folder without such files.
 */
export async function readRecordedFolder(folder: string): Promise<Recording> {
  const found = await filesBelow(folder, () => true);
  const strange = found.strange.find(
    ({ path }) => isRecorded(path) || statSync(join(folder, path)).isDirectory(),
  );
  if (strange !== undefined) {
    throw unreadable(join(folder, strange.path), `found ${strange.found}; expected a file in the folder`);
  }
  const files = found.files.filter(isRecorded);
  if (files.length === 0) {
    const expected = 'expected files <page>.txt, <page>.html or <page>.md, or the folder of a run';
    const [map] = found.files.filter((file) => /\.(?:json|jsonl|ndjson)(?:\.gz)?$/.test(file)).toSorted();
    const fix = map === undefined ? '' : `; or name a file of it, such as ${join(folder, map)}`;
    throw unreadable(folder, `found no recorded output in the folder; ${expected}${fix}`);
  }
  const digests: string[] = [];
  for (const file of files)
    digests.push(`${sha256(digestBytes(readAtMost(join(folder, file), MOST_ANSWER_BYTES)))} ${file}`);
  const known = new Set(files);
  return {
    name: basename(resolve(folder)),
    version: UNRECORDED,
    content: Buffer.from(digests.join('\n')),
    ids: [...new Set(files.map((file) => file.replace(/\.[a-z]+$/, '')))],
    recall: ({ id }) => recallFiles(folder, id, known),
  };
}

function recallFiles(folder: string, id: string, known: ReadonlySet<string>): Outcome | undefined {
  const fields: Record<string, string> = {};
  for (const [ending, field] of Object.entries(FIELDS)) {
    const file = relative(folder, join(folder, `${id}.${ending}`));
    if (!known.has(file)) continue;
    const { bytes, size } = readAtMost(join(folder, file), MOST_ANSWER_BYTES);
    if (size > bytes.length)
      return failed('too-large', `${file} has ${size} bytes; at most ${MOST_ANSWER_BYTES} are read`);
    const text = strictUtf8(bytes);
    if (text === undefined) return failed('bad-output', `${file} is not UTF-8`);
    fields[field] = text;
  }
  return Object.keys(fields).length === 0 ? undefined : outcomeOfReading(readExtraction(fields));
}

function isRecorded(path: string): boolean {
  return Object.hasOwn(FIELDS, extname(path).slice(1));
}

/** What is recorded cannot be read. `place` is a path, with the line or entry where that is known. */
export function unreadable(place: string, found: string, cause?: unknown): AssayError {
  return new AssayError('bad-input', `${place}: ${found}`, { cause });
}

/** Text without a byte order mark. Another encoding read as UTF-8 would cost the extractor points for letters that it had right. */
function decode(place: string, bytes: Uint8Array): string {
  const text = strictUtf8(bytes);
  if (text === undefined) throw unreadable(place, 'not UTF-8; expected UTF-8');
  return text;
}

function parseJson(place: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadable(place, `not JSON: ${String(cause)}`, cause);
  }
}
