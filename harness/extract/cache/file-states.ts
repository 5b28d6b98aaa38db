import { createHash } from 'node:crypto';
import {
  createReadStream,
  lstatSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import type { Stats } from 'node:fs';
import { sep } from 'node:path';
import { sha256 } from '../../util/sha256.ts';

/**
 * What is at a path: the SHA-256 of a file, `long` with its stamp for one that is too long to be read, `absent`,
 * `unreadable`, `other`, or `folder` with its real path; of a symbolic link the SHA-256 of where it leads and what is there. With a separator behind the path: `listing` with the SHA-256 of the
 * names in the folder.
 */
export type FileState = string;

/** Nothing is at the path. */
export const ABSENT: FileState = 'absent';

interface Known {
  readonly stamp: string;
  readonly state: FileState;
}

/** Files up to this length in bytes are read at once; longer ones in pieces, between which other work goes on. */
const AT_ONCE = 2 ** 22;

/** Most bytes of long files that are read: an extractor may open a file of any length, with nothing in it. */
const MOST_OF_LONG = 2 ** 33;

/** What is at paths of this machine. Every file is read once, and again only after its times or its size changed. */
export class FileStates {
  readonly #known = new Map<string, Known>();
  #leftOfLong: number;

  /** @param mostOfLong most bytes of files over 4 MiB that are read; one that is longer than what is left has a stamp */
  constructor(mostOfLong = MOST_OF_LONG) {
    this.#leftOfLong = mostOfLong;
  }

  async stateOf(path: string): Promise<FileState> {
    if (path.endsWith(sep)) return listingOf(path);
    const target = targetOf(path);
    const behind = await this.#stateBehind(path);
    return target === undefined ? behind : sha256(`${target}\n${behind}`);
  }

  /** What is there, links followed. */
  async #stateBehind(path: string): Promise<FileState> {
    const stats = statOf(path);
    if (stats === undefined) return ABSENT;
    if (stats.isDirectory()) return `folder ${realpathSync.native(path)}`;
    if (!stats.isFile()) return 'other';
    const stamp = `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;
    const known = this.#known.get(path);
    if (known?.stamp === stamp) return known.state;
    const state = stats.size <= AT_ONCE ? digestOf(path) : await this.#stateOfLong(path, stats.size, stamp);
    this.#known.set(path, { stamp, state });
    return state;
  }

  async #stateOfLong(path: string, size: number, stamp: string): Promise<FileState> {
    if (size > this.#leftOfLong) return `long ${stamp}`;
    this.#leftOfLong -= size;
    return digestInPieces(path, size);
  }
}

/**
 * Whether a file, or what is told of it, was changed after a moment (milliseconds since 1970): then what a process
 * read may be something else than what is there now. So for folders that are listed; false for other folders and what is
 * not there.
 */
export function hasChangedSince(path: string, since: number): boolean {
  const stats = statOf(path);
  if (stats === undefined || !(stats.isFile() || path.endsWith(sep))) return false;
  return Math.floor(stats.ctimeMs) > since;
}

/** Where a symbolic link leads, as it is written there; undefined for everything else. */
function targetOf(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}

function listingOf(folder: string): FileState {
  try {
    return `listing ${sha256(readdirSync(folder).toSorted().join('\n'))}`;
  } catch {
    return ABSENT;
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A folder on the way is a file, or not ours to look into.
    return undefined;
  }
}

/** Of a file that grows meanwhile the length that it had. */
async function digestInPieces(path: string, size: number): Promise<FileState> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(path, { end: size - 1, highWaterMark: 2 ** 20 })) {
      // oxlint-disable-next-line no-unsafe-type-assertion -- without an encoding these are bytes
      hash.update(piece as Buffer);
    }
    return hash.digest('hex');
  } catch {
    return 'unreadable';
  }
}

function digestOf(path: string): FileState {
  try {
    return sha256(readFileSync(path));
  } catch {
    return 'unreadable';
  }
}
