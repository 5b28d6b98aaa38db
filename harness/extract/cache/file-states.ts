import { lstatSync, readFileSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { sep } from 'node:path';
import { sha256 } from '../../util/sha256.ts';

/**
 * What is at a path: the SHA-256 of a file, `absent`, `unreadable`, `other`, or `folder` with its real path; of a symbolic
 * link the SHA-256 of where it leads and what is there. With a separator behind the path: `listing` with the SHA-256 of the
 * names in the folder.
 */
export type FileState = string;

/** Nothing is at the path. */
export const ABSENT: FileState = 'absent';

interface Known {
  readonly stamp: string;
  readonly state: FileState;
}

/** What is at paths of this machine. Every file is read once, and again only after its times or its size changed. */
export class FileStates {
  readonly #known = new Map<string, Known>();

  stateOf(path: string): FileState {
    if (path.endsWith(sep)) return listingOf(path);
    const target = targetOf(path);
    return target === undefined ? this.#stateBehind(path) : sha256(`${target}\n${this.#stateBehind(path)}`);
  }

  /** What is there, links followed. */
  #stateBehind(path: string): FileState {
    const stats = statOf(path);
    if (stats === undefined) return ABSENT;
    if (stats.isDirectory()) return `folder ${realpathSync.native(path)}`;
    if (!stats.isFile()) return 'other';
    const stamp = `${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;
    const known = this.#known.get(path);
    if (known?.stamp === stamp) return known.state;
    const state = digestOf(path);
    this.#known.set(path, { stamp, state });
    return state;
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

function digestOf(path: string): FileState {
  try {
    return sha256(readFileSync(path));
  } catch {
    return 'unreadable';
  }
}
