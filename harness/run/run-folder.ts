import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../extract/sha256.ts';
import { AssayError } from '../model/error.ts';
import type { RunDescription } from '../model/run.ts';

/** Where runs are kept unless the user says otherwise, below the working directory. */
const DEFAULT_PARENT = join('reports', 'runs');

/**
 * Makes the folder of a run: the one asked for, or `reports/runs/<time>-<digest>`, the digest being that of what
 * is run, so that runs of the same thing can be told by their names.
 *
 * @throws AssayError `usage` if the folder asked for already holds something: nothing is overwritten.
 */
export async function createRunFolder(description: RunDescription, out?: string): Promise<string> {
  const folder = out ?? join(DEFAULT_PARENT, defaultName(description));
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new AssayError(
      'usage',
      `--out ${folder}: the folder is not empty; name a new one, or remove it first`,
    );
  }
  return folder;
}

function defaultName({ started, corpora, extractors, policy, metrics, options }: RunDescription): string {
  const time = started.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
  const what = JSON.stringify({ corpora, extractors, policy, metrics, options });
  return `${time}-${sha256(what).slice(0, 8)}`;
}

/** Writes a file of the folder whole or not at all. */
export async function writeWhole(folder: string, name: string, content: string): Promise<void> {
  const path = join(folder, name);
  await writeFile(`${path}.part`, content);
  await rename(`${path}.part`, path);
}

/** JSON as it stands in a run folder: two spaces, a newline at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
