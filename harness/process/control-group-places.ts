import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readMounts } from './mount-info.ts';
import type { MountInfo } from './mount-info.ts';

/** What a control group can limit, of what we ask for. */
export type Controller = 'memory' | 'pids';

/** A folder of control groups in which one can be made, as far as its files say; whether we may, a try shows. */
export interface GroupPlace {
  /** The version of control groups, whose files have other names. */
  readonly version: 1 | 2;
  readonly folder: string;
  /** What is limited in groups that are made there. */
  readonly limits: readonly Controller[];
}

/** Whether something of the control groups is mounted there. */
export function isControlMount({ type }: MountInfo): boolean {
  return type === 'cgroup' || type === 'cgroup2';
}

/**
 * The ways in which a program could be limited, the best first: each is the places in which it gets a group, one for each
 * hierarchy. Nothing is moved and no group is changed that is there: of version 2 that leaves the nearest group around ours
 * that hands memory on to those below it; of version 1 our own, where memory is limited, and processes if that is possible.
 *
 * @param cgroup like `/proc/self/cgroup`
 * @param mountinfo like `/proc/self/mountinfo`
 */
export function groupPlaces(cgroup: string, mountinfo: string): GroupPlace[][] {
  const mounts = readMounts(mountinfo);
  const second = mounts
    .filter(({ type }) => type === 'cgroup2')
    .flatMap((mount) => unifiedPlaces(mount, cgroup));
  const [memory, processes] = [placeOf('memory', mounts, cgroup), placeOf('pids', mounts, cgroup)];
  const ways = second.map((place) => [place]);
  if (memory === undefined) return ways;
  return [...ways, ...(processes === undefined ? [] : [[memory, processes]]), [memory]];
}

/** Our own group and those around it, the nearest first. */
function unifiedPlaces(mount: MountInfo, cgroup: string): GroupPlace[] {
  const places: GroupPlace[] = [];
  for (let folder = ownFolder(mount, pathOf('', cgroup)); ; folder = dirname(folder)) {
    const handedOn = readText(join(folder, 'cgroup.subtree_control')).trim().split(' ');
    const limits = (['memory', 'pids'] as const).filter((controller) => handedOn.includes(controller));
    if (limits.includes('memory')) places.push({ version: 2, folder, limits });
    if (folder === mount.path) return places;
  }
}

function placeOf(
  controller: Controller,
  mounts: readonly MountInfo[],
  cgroup: string,
): GroupPlace | undefined {
  const mount = mounts.find(({ type, options }) => type === 'cgroup' && options.includes(controller));
  if (mount === undefined) return undefined;
  return { version: 1, folder: ownFolder(mount, pathOf(controller, cgroup)), limits: [controller] };
}

/** The path of our group in the hierarchy of a controller; that of version 2 has the empty name. */
function pathOf(controller: string, cgroup: string): string {
  const lines = cgroup.split('\n').map((line) => /^\d+:([^:]*):(.*)$/.exec(line));
  return lines.find((line) => line?.[1]?.split(',').includes(controller))?.[2] ?? '/';
}

/** The folder of our group; where it is not below the mount, as in some containers, the top of the mount. */
function ownFolder({ root, path }: MountInfo, own: string): string {
  const top = root === '/' ? '' : root;
  const folder = join(path, own.slice(top.length));
  const isBelow = own === top || own.startsWith(`${top}/`);
  return isBelow && !own.split('/').includes('..') && existsSync(folder) ? folder.replace(/\/$/, '') : path;
}

/** What a file of the system says; empty where there is none. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
