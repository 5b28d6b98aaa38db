import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupPlaces, readText } from './control-group-places.ts';
import { makeControlGroup, removeControlGroup, removeGroupsOfDead } from './control-group.ts';
import type { GroupPlace } from './control-group-places.ts';

/**
 * Control groups that limit the memory of one program and all that it starts, where the system lets us make them. The system
 * itself holds the program to that, however fast it grows.
 */

/** The control groups of one program. */
export interface MemoryGroup {
  /** Files open for writing: whoever writes `0` to each of them has joined. */
  readonly entrances: readonly number[];
  closeEntrances(): void;
  /** Whether the system has killed one of its processes for want of memory. */
  hasKilled(): boolean;
  /** Kills what is in it, and removes it as soon as that is gone. */
  remove(): void;
}

/** Most processes and threads of one program: a browser and a JVM have some hundred. */
const MOST_PROCESSES = 4096;

const MEGABYTE = 1024 * 1024;

/** What is written to the files of a group. The first is needed; the system may have no file for others. */
function settingsOf({ version, limits }: GroupPlace, limitMb: number): [file: string, value: number][] {
  const bytes = limitMb * MEGABYTE;
  const settings: [string, number][] = [];
  if (limits.includes('memory') && version === 2) {
    // Where one process is killed, all are.
    settings.push(['memory.max', bytes], ['memory.swap.max', 0], ['memory.oom.group', 1]);
  } else if (limits.includes('memory')) {
    settings.push(['memory.limit_in_bytes', bytes], ['memory.memsw.limit_in_bytes', bytes]);
    // Before Linux 5.11 groups within a group count only if it says so.
    settings.push(['memory.use_hierarchy', 1]);
  }
  if (limits.includes('pids')) settings.push(['pids.max', MOST_PROCESSES]);
  return settings;
}

/**
 * The processes are in a group within the limited one: whoever makes a namespace of control groups in there sees what is
 * below, and cannot change the limit.
 */
const INNER = 'processes';

/** A group for a program; undefined where the system grants none. */
export function makeMemoryGroup(limitMb: number): MemoryGroup | undefined {
  const places = grantedPlaces();
  return places === undefined ? undefined : makeIn(places, limitMb);
}

function makeIn(places: readonly GroupPlace[], limitMb: number): MemoryGroup | undefined {
  const folders: string[] = [];
  const entrances: number[] = [];
  const group: MemoryGroup = {
    entrances,
    closeEntrances: () => entrances.splice(0).forEach((entrance) => closeSync(entrance)),
    hasKilled: () => /^oom_kill [1-9]/m.test(readText(eventsFile(places[0]!, folders[0]!))),
    remove: () => folders.forEach((folder) => removeControlGroup(folder)),
  };
  try {
    for (const place of places) {
      const folder = makeControlGroup(place.folder);
      folders.push(folder);
      settingsOf(place, limitMb).forEach(([file, value], index) =>
        set(join(folder, file), value, index === 0),
      );
      mkdirSync(join(folder, INNER));
      entrances.push(openSync(join(folder, INNER, 'cgroup.procs'), 'r+'));
    }
    return group;
  } catch {
    group.closeEntrances();
    group.remove();
    return undefined;
  }
}

/** Of version 1, a kill is counted in the group of the process alone; of version 2 in those around it, too. */
function eventsFile({ version }: GroupPlace, folder: string): string {
  return version === 2 ? join(folder, 'memory.events') : join(folder, INNER, 'memory.oom_control');
}

function set(file: string, value: number, isNeeded: boolean): void {
  try {
    writeFileSync(file, String(value), { flag: 'r+' });
  } catch (error) {
    if (isNeeded) throw error;
  }
}

/** Lines of shell that join, ahead of all else, by descriptors below 10; it ends with 125 where that fails. */
export function joinByShell(descriptors: readonly number[]): string {
  return descriptors.map((each) => `echo 0 >&${each} && exec ${each}>&- || exit 125\n`).join('');
}

/** Where groups are made; no places: nowhere. Undefined until that was tried. State of the process. */
let granted: { readonly places: readonly GroupPlace[] | undefined } | undefined;

/** The places where groups of a program can be made; undefined where the system grants none. Tried once. */
export function grantedPlaces(): readonly GroupPlace[] | undefined {
  if (process.platform !== 'linux') return undefined;
  granted ??= {
    places: groupPlaces(readText('/proc/self/cgroup'), readText('/proc/self/mountinfo')).find(works),
  };
  return granted.places;
}

/** What the try may have and take: a shell needs hardly anything. */
const TRY = { memoryMb: 64, limitMs: 5000 };

/** A shell joins a group, and ends. */
function works(places: readonly GroupPlace[]): boolean {
  for (const { folder } of places) removeGroupsOfDead(folder);
  const group = makeIn(places, TRY.memoryMb);
  if (group === undefined) return false;
  const { status } = spawnSync('/bin/sh', ['-c', joinByShell(group.entrances.map((_, index) => index + 3))], {
    stdio: ['ignore', 'ignore', 'ignore', ...group.entrances],
    timeout: TRY.limitMs,
  });
  group.closeEntrances();
  group.remove();
  return status === 0;
}
