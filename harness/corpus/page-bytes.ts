import { gunzipSync } from 'node:zlib';
import { MOST_PAGE_BYTES } from '../model/limits.ts';
import type { Page } from '../model/page.ts';
import { errorCode } from '../util/error.ts';
import type { BoundedFile } from '../util/read-at-most.ts';

/** The bytes of a page as a corpus hands it out; none of one that is over the limit. */
export type PageBytes = Pick<Page, 'bytes' | 'refused'>;

/** What was read of a page, whole or not. */
export function pageBytes({ bytes, size }: BoundedFile): PageBytes {
  return size > MOST_PAGE_BYTES
    ? refusedPage(`${size} bytes; at most ${MOST_PAGE_BYTES} are read`)
    : { bytes };
}

/** A page that is over a limit, which says what it has too much of. */
export function refusedPage(refused: string): PageBytes {
  return { bytes: new Uint8Array(), refused };
}

const PACKED = `more than ${MOST_PAGE_BYTES} bytes when it is unpacked, the most that are read`;

/** A way to unpack bytes; it throws `TooLong` where the result would have more than `most`. */
export type Unpack = (packed: Buffer, most: number) => Buffer;

/**
 * Unpacks a page as far as the limit, and no further.
 *
 * @throws what `unpack` throws where the bytes are not packed so
 */
export function unpackPage(packed: Buffer, unpack: Unpack): PageBytes {
  try {
    return { bytes: unpack(packed, MOST_PAGE_BYTES) };
  } catch (error) {
    if (error instanceof TooLong) return refusedPage(PACKED);
    throw error;
  }
}

/** The bytes of a gzip file. At once: to hand a page to another thread takes longer than to unpack it. */
export function unzip(packed: Buffer, most: number): Buffer {
  try {
    return gunzipSync(packed, { chunkSize: lengthOf(packed), maxOutputLength: most });
  } catch (error) {
    if (errorCode(error) === 'ERR_BUFFER_TOO_LARGE') throw new TooLong(`more than ${most} bytes of gzip`);
    throw error;
  }
}

/** What comes out is longer than may be. */
export class TooLong extends RangeError {}

/**
 * How long gzipped bytes say they are (RFC 1952, the last four), within reason, for nothing holds them to it: what
 * comes out in one piece need not be put together.
 */
function lengthOf(gzipped: Buffer): number {
  const said = gzipped.length < 4 ? 0 : gzipped.readUInt32LE(gzipped.length - 4);
  return Math.min(Math.max(said + 1, 2 ** 12), 2 ** 22);
}
