import { statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { AssayError } from './error.ts';
import { readablePath } from './readable-path.ts';

/** What can be asked of `Stats` and of an entry of a folder alike. */
type Kind = Pick<Stats, 'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice'>;

/** What is neither a file nor a folder nor a link, in words: reading it may wait for ever, or never come to an end. */
export function specialKind(kind: Kind): string | undefined {
  if (kind.isFIFO()) return 'a named pipe';
  if (kind.isSocket()) return 'a socket';
  return kind.isBlockDevice() || kind.isCharacterDevice() ? 'a device' : undefined;
}

/**
 * Refuses what cannot be read like a file, also behind a link; nothing is said of a path where nothing is.
 *
 * @throws AssayError `bad-input` for a named pipe, a socket or a device.
 */
export async function refuseSpecial(path: string): Promise<void> {
  refuse(path, await stat(path).catch(() => undefined));
}

/** The same, at once. */
export function refuseSpecialSync(path: string): void {
  refuse(path, statSync(path, { throwIfNoEntry: false }));
}

function refuse(path: string, found: Kind | undefined): void {
  const kind = found && specialKind(found);
  if (kind === undefined) return;
  throw new AssayError('bad-input', `${readablePath(path)} is ${kind}; expected a file, so put one there`);
}
