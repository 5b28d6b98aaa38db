import { AssayError } from '../../util/error.ts';
import type { Outcome } from '../../model/extraction.ts';
import type { Media, Page } from '../../model/page.ts';
import { strictUtf8 } from '../../util/strict-utf8.ts';

/** Output that was made elsewhere, read. */
export interface Recording {
  readonly name: string;
  /** `unrecorded` where none is stated. */
  readonly version: string;
  /** Default: every page. */
  readonly accepts?: readonly Media[];
  /** Default: false. */
  readonly baseline?: boolean;
  /** What its fingerprint is made of beside the version: the recorded bytes, or digests of them. */
  readonly content: Uint8Array;
  /** What was recorded for a page; undefined where nothing was. `corpus` is the one that the page is of. */
  recall(page: Page, corpus: string | undefined): Outcome | undefined | Promise<Outcome | undefined>;
}

/** The version of a recording that states none. */
export const UNRECORDED = 'unrecorded';

/** What is recorded cannot be read. `place` is a path, with the line or entry where that is known. */
export function unreadable(place: string, found: string, cause?: unknown): AssayError {
  return new AssayError('bad-input', `${place}: ${found}`, { cause });
}

/**
 * Recorded bytes as text, without a byte order mark. Another encoding is refused: read as UTF-8 it would cost the
 * extractor points for letters that it had right.
 *
 * @throws AssayError `bad-input`
 */
export function decodeRecorded(place: string, bytes: Uint8Array): string {
  const text = strictUtf8(bytes);
  if (text === undefined) throw unreadable(place, 'not UTF-8; expected UTF-8');
  return text;
}
