import { readFile, stat } from 'node:fs/promises';
import { AssayError, errorCode } from './error.ts';
import { readablePath } from './readable-path.ts';
import { refuseSpecial } from './special-file.ts';

/** Most bytes of a file that is read at once, where nothing else is said; its text has to fit into a string. */
const MOST_BYTES = 2 ** 28;

/**
 * The bytes of a file of the user's.
 *
 * @param most bytes that it may have. Default: 2^28
 * @throws AssayError `bad-input` if it cannot be read, is no file, or longer.
 */
export async function readInput(file: string, most = MOST_BYTES): Promise<Buffer> {
  await refuseUnfit(file, most);
  try {
    return await readFile(file);
  } catch (cause) {
    throw unreadableFile(file, cause);
  }
}

/** The same; undefined where there is no such file. */
export async function readOptionalInput(file: string, most = MOST_BYTES): Promise<Buffer | undefined> {
  await refuseUnfit(file, most);
  try {
    return await readFile(file);
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(cause))) return undefined;
    throw unreadableFile(file, cause);
  }
}

/**
 * Refuses what is not to be read at once; nothing is said of a path where nothing is.
 *
 * @throws AssayError `bad-input` for a named pipe, a socket or a device, and for a file of more bytes.
 */
export async function refuseUnfit(file: string, most: number): Promise<void> {
  await refuseSpecial(file);
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size <= most) return;
  const found = `${readablePath(file)} has ${size} bytes; expected at most ${most}`;
  throw new AssayError('bad-input', `${found}; restore it, or make it anew`);
}

/** That a file or folder cannot be read, and how to go on. */
export function unreadableFile(path: string, cause: unknown): AssayError {
  const message = `${readablePath(path)} cannot be read (${errorCode(cause)}); see that it is there and may be read`;
  return new AssayError('bad-input', message, { cause });
}
