import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { AssayError } from './error.ts';
import { readablePath } from './readable-path.ts';
import { refuseSpecialSync } from './special-file.ts';

/** A file of the user's, or the beginning of one that is longer than may be read. */
export interface BoundedFile {
  readonly bytes: Buffer;
  /** Of the whole file, in bytes. */
  readonly size: number;
}

/**
 * The first bytes of a file, no more than `most`. At once: small files, of which a corpus has hundreds, take longer to wait for
 * than to read.
 *
 * @throws AssayError `bad-input` for what is no file (a pipe would never end); the system's error for one that is not there.
 */
export function readAtMost(file: string, most: number): BoundedFile {
  refuseSpecialSync(file);
  const found = statSync(file);
  if (!found.isFile()) {
    throw new AssayError('bad-input', `${readablePath(file)}: found a folder where a file is expected`);
  }
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.allocUnsafeSlow(Math.min(found.size, most));
    let length = 0;
    while (length < bytes.length) {
      const more = readSync(descriptor, bytes, length, bytes.length - length, length);
      if (more === 0) break;
      length += more;
    }
    return { bytes: bytes.subarray(0, length), size: length < bytes.length ? length : found.size };
  } finally {
    closeSync(descriptor);
  }
}

/** What stands for a file in a digest: its bytes, or the first of them and how many there are. */
export function digestBytes({ bytes, size }: BoundedFile): Buffer {
  return size === bytes.length ? bytes : Buffer.concat([bytes, Buffer.from(` ${size}`)]);
}
