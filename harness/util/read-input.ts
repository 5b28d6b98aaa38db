import { readFile } from 'node:fs/promises';
import { AssayError, errorCode } from './error.ts';
import { readablePath } from './readable-path.ts';
import { refuseSpecial } from './special-file.ts';

/**
 * The bytes of a file of the user's.
 *
 * @throws AssayError `bad-input` if it cannot be read, or is no file.
 */
export async function readInput(file: string): Promise<Buffer> {
  await refuseSpecial(file);
  try {
    return await readFile(file);
  } catch (cause) {
    throw unreadableFile(file, cause);
  }
}

/** The same; undefined where there is no such file. */
export async function readOptionalInput(file: string): Promise<Buffer | undefined> {
  await refuseSpecial(file);
  try {
    return await readFile(file);
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(cause))) return undefined;
    throw unreadableFile(file, cause);
  }
}

/** That a file or folder cannot be read, and how to go on. */
export function unreadableFile(path: string, cause: unknown): AssayError {
  const message = `${readablePath(path)} cannot be read (${errorCode(cause)}); see that it is there and may be read`;
  return new AssayError('bad-input', message, { cause });
}
