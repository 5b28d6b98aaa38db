import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

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

/** Where a hierarchy of control groups is mounted. */
interface ControlMount {
  readonly version: 1 | 2;
  /** The group that stands at `path`. */
  readonly root: string;
  readonly path: string;
  /** Of version 1, the controllers are among them. */
  readonly options: readonly string[];
}

const MOUNT = /^\d+ \d+ \S+ (\S+) (\S+) \S+ .*?- cgroup(2?) \S+ (\S+)$/gm;

/** The mounts of control groups in a text like `/proc/self/mountinfo`. */
export function controlMounts(mountinfo: string): ControlMount[] {
  return [...mountinfo.matchAll(MOUNT)].map(([, root = '', path = '', two, options = '']) => ({
    version: two === '2' ? 2 : 1,
    root: unescaped(root),
    path: unescaped(path),
    options: options.split(','),
  }));
}

/** Spaces and the like are octal numbers there. */
function unescaped(path: string): string {
  return path.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
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
  const mounts = controlMounts(mountinfo);
  const second = mounts
    .filter(({ version }) => version === 2)
    .flatMap((mount) => unifiedPlaces(mount, cgroup));
  const [memory, processes] = [placeOf('memory', mounts, cgroup), placeOf('pids', mounts, cgroup)];
  const ways = second.map((place) => [place]);
  if (memory === undefined) return ways;
  return [...ways, ...(processes === undefined ? [] : [[memory, processes]]), [memory]];
}

/** Our own group and those around it, the nearest first. */
function unifiedPlaces(mount: ControlMount, cgroup: string): GroupPlace[] {
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
  mounts: readonly ControlMount[],
  cgroup: string,
): GroupPlace | undefined {
  const mount = mounts.find(({ version, options }) => version === 1 && options.includes(controller));
  if (mount === undefined) return undefined;
  return { version: 1, folder: ownFolder(mount, pathOf(controller, cgroup)), limits: [controller] };
}

/** The path of our group in the hierarchy of a controller; that of version 2 has the empty name. */
function pathOf(controller: string, cgroup: string): string {
  const lines = cgroup.split('\n').map((line) => /^\d+:([^:]*):(.*)$/.exec(line));
  return lines.find((line) => line?.[1]?.split(',').includes(controller))?.[2] ?? '/';
}

/** The folder of our group; where it is not below the mount, as in some containers, the top of the mount. */
function ownFolder({ root, path }: ControlMount, own: string): string {
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
