import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AssayError, errorCode } from '../util/error.ts';
import { sha256 } from '../util/sha256.ts';
import type { RunDescription } from './run.ts';
import { isClaim } from './claim.ts';
import { Unwritable, isPart, writing } from '../util/write-whole.ts';

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
  return isClaim(name) || isPart(name);
}

function defaultName({ started, corpora, extractors, policy, metrics, options }: RunDescription): string {
  const time = started.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
  const what = JSON.stringify({ corpora, extractors, policy, metrics, options });
  return `${time}-${sha256(what).slice(0, 8)}`;
}
