import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Outcome } from '../../model/extraction.ts';
import { errorCode } from '../../util/error.ts';
import { refuseSpecial } from '../../util/special-file.ts';
import type { Extractor } from '../extractor.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { failed } from '../outcome.ts';
import { readRecordedFolder, readRecordedLines, readRecordedMap, unreadable } from './recorded-files.ts';
import type { Recording } from './recorded-files.ts';
import { readRecordedLabels } from './recorded-labels.ts';
import { checkRecordedPages } from './recorded-pages.ts';
import { readRecordedRun } from './recorded-run.ts';

/**
 * Output that an extractor gave elsewhere: a JSON file with all pages (the layouts of article-extraction-benchmark
 * and WCXB), a file of JSON lines, a folder with a file a page, or the folder of an earlier run, with `#NAME` behind
 * it where that has several extractors; or a corpus with second labels. A file may be compressed by gzip. A page of which nothing was recorded fails
 * as `unavailable`; times are not known.
 *
 * @throws AssayError `bad-input`: what is missing, or of none of these layouts.
 */
export async function loadRecordedExtractor(path: string): Promise<Extractor> {
  const recording = await read(path);
  const { name, version, content, accepts = ['html', 'text'], baseline = false } = recording;
  return {
    name,
    version,
    accepts,
    baseline,
    driver: 'recorded',
    source: `recorded:${path}`,
    fingerprint: fingerprintOf('recorded', version, content),
    network: 'not used',
    checkPages: (corpora) => checkRecordedPages(path, recording.ids, corpora),
    open: ({ corpus }) =>
      Promise.resolve({
        extract: async (page): Promise<Outcome> => {
          const outcome = await recording.recall(page, corpus);
          return outcome ?? failed('unavailable', `${path} holds no output for ${page.id}`);
        },
        close: () => Promise.resolve(),
      }),
  };
}

async function read(path: string): Promise<Recording> {
  const kind = await kindOf(path);
  if (kind === 'run') return readRecordedRun(path, undefined);
  if (kind === 'folder') return (await readRecordedLabels(path)) ?? readRecordedFolder(path);
  if (kind === undefined) {
    const [, folder = '', extractor] = /^(.+)#([^#]+)$/s.exec(path) ?? [];
    if ((await kindOf(folder)) === 'run') return readRecordedRun(folder, extractor);
  }
  const bytes = await readBytes(path);
  return /\.(?:jsonl|ndjson)(?:\.gz)?$/.test(path)
    ? readRecordedLines(path, bytes)
    : readRecordedMap(path, bytes);
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'run' | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) return found && 'file';
  const description = await stat(join(path, 'run.json')).catch(() => undefined);
  return description === undefined ? 'folder' : 'run';
}

async function readBytes(path: string): Promise<Uint8Array> {
  await refuseSpecial(path);
  try {
    const bytes = await readFile(path);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch (cause) {
    const code = errorCode(cause);
    const why =
      code === 'ENOENT'
        ? 'there is no such file or folder; recorded:PATH takes a .json or .jsonl file, a folder of files, or the folder of a run'
        : `cannot read the recorded output (${code})`;
    throw unreadable(path, why, cause);
  }
}
