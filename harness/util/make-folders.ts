import { mkdir } from 'node:fs/promises';
import { dirname, normalize } from 'node:path';
import { errorCode } from './error.ts';
import { isFolder } from './path-exists.ts';

/**
 * Makes a folder and those above it that are missing; one that is there already is fine. Not by `mkdir` with `recursive`:
 * where nothing can be made, as below `/proc`, that one tries for ever, deaf to signals.
 *
 * @throws the error of the system for the first that cannot be made
 */
export async function makeFolders(path: string): Promise<void> {
  const folder = normalize(path);
  const cause = await problemOf(folder);
  if (cause === undefined) return;
  const above = dirname(folder);
  if (errorCode(cause) !== 'ENOENT' || above === folder) throw cause;
  await makeFolders(above);
  const again = await problemOf(folder);
  if (again !== undefined) throw again;
}

/** Why there is no such folder although it was to be made; undefined where there is one. */
async function problemOf(folder: string): Promise<unknown> {
  try {
    await mkdir(folder);
    return undefined;
  } catch (cause) {
    return (await isFolder(folder)) ? undefined : cause;
  }
}
