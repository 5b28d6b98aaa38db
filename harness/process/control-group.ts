import { existsSync, mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from './control-group-places.ts';

/** Folders of control groups: they are made, and removed with what is in them. */

const NAME = /^assay-(\d+)-/;

/** Groups that are not removed yet. State of the process, as the groups are. */
const made = new Set<string>();

/** A new control group: its folder. It is removed with this program at the latest, if that is not killed. */
export function makeControlGroup(place: string): string {
  const path = mkdtempSync(join(place, `assay-${process.pid}-`));
  if (made.size === 0) process.on('exit', removeAll);
  made.add(path);
  return path;
}

/** How long a group is tried to be removed, in milliseconds: processes that were killed need a moment to be gone. */
const LONGEST_WAIT_MS = 2000;

/** Kills what is in a group, and removes it as soon as that is gone. */
export function removeControlGroup(folder: string, waitMs = 2): void {
  if (!tryToRemove(folder) && waitMs < LONGEST_WAIT_MS) {
    setTimeout(() => removeControlGroup(folder, waitMs * 2), waitMs).unref();
  }
}

/** When this program ends there is no later: a tenth of a second is all. */
function removeAll(): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < 20; tries++) {
    for (const folder of made) tryToRemove(folder);
    if (made.size === 0) return;
    Atomics.wait(sleeper, 0, 0, 5);
  }
}

/** Kills what is in it; says whether it is gone. */
function tryToRemove(folder: string): boolean {
  for (const group of withInner(folder)) {
    for (const pid of readText(join(group, 'cgroup.procs')).split('\n')) kill(Number(pid));
    removeEmpty(group);
  }
  if (existsSync(folder)) return false;
  if (made.delete(folder) && made.size === 0) process.off('exit', removeAll);
  return true;
}

/** A group, behind all that are in it. */
function withInner(folder: string): string[] {
  return [...foldersIn(folder).flatMap((name) => withInner(join(folder, name))), folder];
}

function foldersIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody is in it.
  }
}

/** The number of a process that we cannot see is 0. */
function kill(pid: number): void {
  try {
    if (pid > 0) process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** Removes what a harness has left that was killed. Nobody is killed here: it may be one that we cannot see. */
export function removeGroupsOfDead(place: string): void {
  for (const name of foldersIn(place)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !existsSync(`/proc/${pid}`)) withInner(join(place, name)).forEach(removeEmpty);
  }
}
