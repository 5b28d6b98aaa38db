import { readFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { AssayError } from '../../model/error.ts';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { describeValue } from '../describe-value.ts';
import { errorCode } from '../error-code.ts';
import type { Extractor } from '../extractor.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { isRecord } from '../is-record.ts';

const EXPECTED = 'expected {"<page>": {"articleBody": "…"}} or {"version": "…", "output": {…}}';

interface Recording {
  readonly version: string;
  /** The recorded text of each page, by the page's identifier. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Output that an extractor gave elsewhere, as a file in the layout of article-extraction-benchmark: a map
 * from page to `articleBody`, bare or with a version around it. It is named for the file. An entry without
 * text is an empty extraction, a page without entry fails as `unavailable`; times are not known.
 *
 * @throws AssayError `bad-input`: a file that is missing, no JSON, or of neither layout.
 */
export async function loadRecordedExtractor(path: string): Promise<Extractor> {
  const bytes = await readRecording(path);
  const { version, texts } = parseRecording(path, bytes);
  return {
    name: parse(path).name,
    version,
    accepts: ['html', 'text'],
    baseline: false,
    driver: 'recorded',
    source: `recorded:${path}`,
    fingerprint: fingerprintOf('recorded', version, bytes),
    network: 'not used',
    open: () =>
      Promise.resolve({
        extract: (page) => Promise.resolve(recall(texts, page, path)),
        close: () => Promise.resolve(),
      }),
  };
}

function recall(texts: ReadonlyMap<string, string>, page: Page, path: string): Outcome {
  const text = texts.get(page.id);
  if (text !== undefined) return { status: 'extracted', extraction: { text } };
  return { status: 'failed', failure: 'unavailable', message: `${path} holds no output for ${page.id}` };
}

async function readRecording(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new AssayError('bad-input', `${path}: cannot read the recorded output (${errorCode(cause)})`, {
      cause,
    });
  }
}

function parseRecording(path: string, bytes: Buffer): Recording {
  const content = parseJson(path, bytes);
  if (!isRecord(content)) {
    throw new AssayError('bad-input', `${path}: found ${describeValue(content)}; ${EXPECTED}`);
  }
  if (!hasEnvelope(content)) return { version: 'unrecorded', texts: readTexts(path, content) };
  const { version, output } = content;
  return {
    version: typeof version === 'string' && version.trim() !== '' ? version : 'unrecorded',
    texts: readTexts(path, output),
  };
}

function parseJson(path: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new AssayError('bad-input', `${path}: not JSON: ${String(cause)}`, { cause });
  }
}

/** A bare map may hold a page that is called `output`; then that entry has an `articleBody` of its own. */
function hasEnvelope(
  content: Readonly<Record<string, unknown>>,
): content is { readonly version?: unknown; readonly output: Readonly<Record<string, unknown>> } {
  const output = content['output'];
  return isRecord(output) && typeof output['articleBody'] !== 'string';
}

function readTexts(path: string, entries: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(entries).map(([id, entry]) => [id, readText(path, id, entry)]));
}

function readText(path: string, id: string, entry: unknown): string {
  const text = isRecord(entry) ? (entry['articleBody'] ?? '') : undefined;
  if (typeof text === 'string') return text.toWellFormed();
  const found = isRecord(entry)
    ? `articleBody: ${describeValue(entry['articleBody'])}`
    : describeValue(entry);
  throw new AssayError('bad-input', `${path}: entry ${JSON.stringify(id)}: found ${found}; ${EXPECTED}`);
}
