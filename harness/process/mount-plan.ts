import { existsSync, mkdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { mountOf } from './mount-info.ts';
import type { MountInfo } from './mount-info.ts';

/** What is kept from a process, and what it needs of it all the same. */
export interface Seclusion {
  /** Folders that it is not to see: gold, cache, runs. Those that are not there are made, so that they can be covered. */
  readonly hides: readonly string[];
  /** Folders and files that it needs, wherever they lie. */
  readonly needs: readonly string[];
}

/** Something that is mounted: an empty folder over one, or what stood there, to be read. */
export interface Mount {
  readonly path: string;
  readonly what: 'cover' | 'read';
}

/** What is mounted, in order. */
export interface MountPlan {
  /** Folders that are put aside before they are covered. */
  readonly staged: readonly string[];
  readonly covered: readonly Mount[];
  /** Whether all is covered that is to be. */
  readonly isWhole: boolean;
}

/**
 * Covers the home directory and, behind it, folders that are to be hidden; what is needed below them is put back, to be
 * read. A folder that is needed itself, or a part of what is needed but not of the project, stays as it is.
 */
export function planMounts({ hides, needs }: Seclusion, home = ''): MountPlan {
  // The root is no place of its own: `/bin` has its libraries beside it, too.
  const folders = needs.flatMap((path) => folderAt(path) ?? []).filter((path) => path !== sep);
  const needed = [...new Set(folders)].toSorted();
  const hidden = outermost([...new Set(hides.flatMap((path) => hiddenFolder(path) ?? []))].toSorted());
  const staged = new Set<string>();
  const covered: Mount[] = [];
  const cover = (folder: string): void => {
    covered.push({ path: folder, what: 'cover' });
    for (const need of outermost(needed.filter((each) => isBelow(each, folder)))) {
      staged.add(need);
      covered.push({ path: need, what: 'read' });
    }
  };
  const realHome = realPath(home) ?? sep;
  const isHomeNeeded = needed.some((need) => need === realHome || isBelow(realHome, need));
  if (!isHomeNeeded && realHome !== sep) cover(realHome);
  const isGone = (folder: string): boolean =>
    !isHomeNeeded && isBelow(folder, realHome) && !needed.some((need) => isBelow(folder, need));
  const seen = hidden.filter((folder) => needed.includes(folder));
  for (const folder of hidden) if (!seen.includes(folder) && !isGone(folder)) cover(folder);
  return { staged: [...staged], covered, isWhole: seen.length === 0 && !isHomeNeeded };
}

/** The place is made where it is not there: in what covers the folder that it was in. */
const MAKE = 'x-mount.mkdir=0755';

/** Flags that a mount which is known from outside of a namespace keeps in it: whoever changes others must name them. */
const LOCKED = ['nosuid', 'nodev', 'noexec'];

/** Most that all processes together may have in their own folders. */
const OWN_FOLDERS = '1g';

/**
 * What `mount -a` reads, in order.
 *
 * @param places.folders where the own folders of processes are
 * @param places.stage an empty folder, where what is needed is put aside
 * @param places.groups mounts of control groups, which are to be read alone
 * @param places.mounts those of this machine
 */
export function mountTable(
  { staged, covered }: MountPlan,
  {
    folders,
    stage,
    groups,
    mounts,
  }: {
    readonly folders: string;
    readonly stage: string;
    readonly groups: readonly string[];
    readonly mounts: readonly MountInfo[];
  },
): string {
  const put = [...staged, ...groups];
  const flagsAt = (path: string): string =>
    LOCKED.filter((flag) => mountOf(path, mounts)?.flags.includes(flag))
      .map((flag) => `,${flag}`)
      .join('');
  const placeOf = (path: string): string => escaped(join(stage, String(put.indexOf(path))));
  const lineOf = ({ path, what }: Mount): string =>
    what === 'cover'
      ? `assay-cover ${escaped(path)} tmpfs nosuid,nodev,size=1m,mode=755`
      : `${placeOf(path)} ${escaped(path)} none rbind,ro,${MAKE}${flagsAt(path)}`;
  const lines = [
    `assay-stage ${escaped(stage)} tmpfs nosuid,nodev,size=1m,mode=700`,
    ...put.map((path) => `${escaped(path)} ${placeOf(path)} none rbind,${MAKE}`),
    ...covered.map(lineOf),
    `assay-own ${escaped(folders)} tmpfs nosuid,nodev,size=${OWN_FOLDERS},mode=700`,
    ...groups.map((path) => `${placeOf(path)} ${escaped(path)} none bind,ro${flagsAt(path)}`),
    `assay-closed ${escaped(stage)} tmpfs ro,nosuid,nodev,size=4k`,
  ];
  return lines.map((line) => `${line} 0 0\n`).join('');
}

/** A path as such a table has it: `fstab(5)`. */
function escaped(path: string): string {
  return path.replaceAll(/[\s\\#]/g, (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`);
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Without those that lie in others. */
function outermost(folders: readonly string[]): string[] {
  return folders.filter((each) => !folders.some((other) => isBelow(each, other)));
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** The folder itself, or the one that a file is in. */
function folderAt(path: string): string | undefined {
  const real = realPath(path);
  return real === undefined || isFolder(real) ? real : dirname(real);
}

/** The first folder that was made. One by one, because `mkdir` of Node loops for ever below `/proc`. */
function makeFolder(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const first = makeFolder(dirname(path));
  mkdirSync(path);
  return first ?? path;
}

/** Folders that were made to be covered, by what is removed of each. State of the process, as the mounts are. */
const made = new Map<string, string>();

function removeMade(): void {
  for (const [path, first] of made) removeEmpty(path, first);
}

/** The folder, made where it is not there; one that nobody has put anything into goes when this program ends. */
function hiddenFolder(path: string): string | undefined {
  try {
    const first = makeFolder(resolve(path));
    if (first !== undefined) {
      if (made.size === 0) process.once('exit', removeMade);
      made.set(path, first);
    }
  } catch {
    // There is a file, or it is not ours to make.
  }
  const real = realPath(path);
  return real !== undefined && isFolder(real) ? real : undefined;
}

/** Removes a folder and those that it is in, up to the last, as long as they are empty. */
function removeEmpty(path: string, last: string): void {
  try {
    for (let at = path; at.length >= last.length; at = dirname(at)) rmdirSync(at);
  } catch {
    // Somebody uses it.
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What tells the root of a project. */
const MARKS = ['.git', 'package.json', 'node_modules', 'pyproject.toml', 'go.mod', 'Cargo.toml'];

/**
 * The folder that what stands at a path belongs to: the outermost one below the home directory that looks like a project,
 * else the one that it is in. Packages of it that lie elsewhere come along.
 */
export function projectAround(path: string, home = process.env['HOME'] ?? ''): string[] {
  const start = folderAt(path);
  if (start === undefined) return [];
  let root = start;
  for (let at = start; at !== home && at !== dirname(at); at = dirname(at)) {
    if (isBelow(at, home) && MARKS.some((mark) => existsSync(join(at, mark)))) root = at;
  }
  const packages = folderAt(join(root, 'node_modules'));
  return packages === undefined || isBelow(packages, root) ? [root] : [root, packages];
}

/** Folders of programs beside which their libraries lie: `~/.nvm/versions/node/v22/bin`. */
const BESIDE_LIBRARIES = /\/(?:bin|shims)$/;
/** Those of all programs of the user, beside which secrets may lie. */
const SHARED = /\/(?:\.local|\.cargo|\.npm|\.npm-global)$/;

/** The folders that the values of variables name: of programs with the libraries beside them. */
function placesIn(environment: NodeJS.ProcessEnv): string[] {
  return Object.entries(environment).flatMap(([name, value = '']) => {
    const folders = value.split(':').filter((folder) => folder.startsWith(sep));
    if (name === 'PYTHONUSERBASE') return folders.map((folder) => join(folder, 'lib'));
    return name === 'PATH' ? folders.map(withLibraries) : folders;
  });
}

/** The folders that a program and its environment need. */
export function programPlaces(program: string, environment: NodeJS.ProcessEnv): string[] {
  const real = realPath(program);
  const folders = [program, ...(real === undefined ? [] : [real])].map((path) =>
    withLibraries(dirname(path)),
  );
  return [...folders, ...placesIn(environment)];
}

/** The folder of a program, with the libraries beside it. */
function withLibraries(folder: string): string {
  const beside = dirname(folder);
  return BESIDE_LIBRARIES.test(folder) && !SHARED.test(beside) && beside !== process.env['HOME']
    ? beside
    : folder;
}
