import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AssayError, errorCode } from '../util/error.ts';
import { readablePath } from '../util/readable-path.ts';
import { specialKind } from '../util/special-file.ts';

/** Largest size of each file of a run folder that is read at once, in bytes; lines of the journals have limits of their own. */
export const MOST_BYTES = { 'run.json': 2 ** 24, 'loaded.json': 2 ** 26, 'summary.json': 2 ** 27 } as const;

/**
 * The text of a file of a run folder; undefined where it cannot be read.
 *
 * @throws AssayError `bad-input` for one that is larger than such a file can be.
 */
export async function readFolderFile(
  folder: string,
  name: keyof typeof MOST_BYTES,
): Promise<string | undefined> {
  const path = join(folder, name);
  const state = await stat(path).catch(() => undefined);
  if (state === undefined || !state.isFile()) return undefined;
  const most = MOST_BYTES[name];
  if (state.size > most) {
    const [size, limit] = [state.size, most].map((bytes) => Math.ceil(bytes / 2 ** 20));
    const fix = 'take a copy of the folder that is whole';
    throw new AssayError(
      'bad-input',
      `${readablePath(path)} has ${size} MiB; expected at most ${limit}; ${fix}`,
    );
  }
  return readFile(path, 'utf8').catch(() => undefined);
}

/**
 * Refuses a run folder with something in it that is no file: a link would be read and written outside of the folder, and
 * a named pipe or a device never comes to its end. Folders are not looked at.
 *
 * @throws AssayError `bad-input` with the name.
 */
export async function refuseStrangeFiles(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(cause))) return [];
    throw cause;
  });
  const root = await realpath(folder).catch(() => folder);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const target = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
    const kind = target && specialKind(target);
    if (kind !== undefined) throw strange(path, kind);
    if (!entry.isSymbolicLink()) continue;
    const place = await realpath(path).catch(() => undefined);
    if (place === undefined) throw strange(path, 'a link that leads nowhere');
    if (!place.startsWith(`${root}${sep}`)) throw strange(path, 'a link that leads out of the run folder');
  }
}

function strange(path: string, found: string): AssayError {
  return new AssayError('bad-input', `${readablePath(path)} is ${found}; expected a file; remove it`);
}
