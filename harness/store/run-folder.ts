import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../util/error-code.ts';
import { sha256 } from '../util/sha256.ts';
import { AssayError } from '../util/error.ts';
import type { RunDescription } from './run.ts';
import { isClaim } from './claim.ts';
import { Unwritable, writing } from './unwritable.ts';

/** Where runs are kept unless the user says otherwise, below the working directory. */
const DEFAULT_PARENT = join('reports', 'runs');

/**
 * Makes the folder of a run: the one asked for, or `reports/runs/<time>-<digest>`, the digest being that of what
 * is run, so that runs of the same thing can be told by their names.
 *
 * @throws AssayError `usage` if the folder asked for already holds something, since nothing is overwritten, or if it
 * cannot be made.
 */
export async function createRunFolder(description: RunDescription, out?: string): Promise<string> {
  if (out === undefined) return createNewFolder(join(DEFAULT_PARENT, defaultName(description)));
  await writing(out, mkdir(out, { recursive: true }));
  if (!(await readdir(out)).every(isLeftOver)) {
    throw new AssayError(
      'usage',
      `--out ${out}: the folder is not empty; name a new one, or remove it first`,
    );
  }
  return out;
}

/** With a number behind its name where there is one already: the same thing may be run twice in a second. */
async function createNewFolder(path: string): Promise<string> {
  await writing(path, mkdir(dirname(path), { recursive: true }));
  for (let count = 1; ; count++) {
    const folder = count === 1 ? path : `${path}-${count}`;
    try {
      await mkdir(folder);
      return folder;
    } catch (cause) {
      if (errorCode(cause) !== 'EEXIST') throw new Unwritable(folder, cause);
    }
  }
}

/** What a run leaves that was killed before it had begun. */
function isLeftOver(name: string): boolean {
  return isClaim(name) || name === 'run.json.part';
}

function defaultName({ started, corpora, extractors, policy, metrics, options }: RunDescription): string {
  const time = started.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
  const what = JSON.stringify({ corpora, extractors, policy, metrics, options });
  return `${time}-${sha256(what).slice(0, 8)}`;
}

/**
 * Writes a file of the folder whole or not at all.
 *
 * @throws Unwritable
 */
export async function writeWhole(folder: string, name: string, content: string): Promise<void> {
  await replaceWhole(join(folder, name), (part) => writeFile(part, content));
}

/**
 * Puts a file in the place of another, whole or not at all.
 *
 * @param write writes it under the name that it is given
 * @throws Unwritable
 */
export async function replaceWhole(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  await writing(path, write(part));
  await writing(path, rename(part, path));
}

/** JSON as it stands in a run folder: two spaces, a newline at the end. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
