import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Isolation } from '../model/isolation.ts';
import type { Words } from '../util/command-words.ts';
import { grantedPlaces } from './memory-group.ts';
import { hasEnded } from './memory-watch.ts';
import { isControlMount } from './control-group-places.ts';
import { readMounts } from './mount-info.ts';
import type { MountInfo } from './mount-info.ts';
import { mountTable, planMounts } from './mount-plan.ts';
import type { Seclusion } from './mount-plan.ts';
import { namespaceWords } from './network.ts';
import { OwnFolder } from './own-folder.ts';

/**
 * Processes apart from the machine, where the system grants namespaces to whoever asks; `unshare`, `nsenter` and `mount`
 * of util-linux make them. Mounts take longest, so they are made once: a keeper, a process that does nothing, holds a
 * namespace in which folders are covered, and children enter it.
 */

/** A namespace in which folders are covered. */
interface Keeper {
  readonly pid: number;
  readonly end: () => void;
  /** Where the temporary folders of children are, in it. */
  readonly folders: string;
}

/** It sees all processes still: who enters it is not in a namespace of its own yet, and needs to see itself. */
const COVER: Words = ['unshare', '--user', '--map-root-user', '--mount', '--net', '--'];

/** Reads its input, which ends when the harness does. */
const KEEP = 'mount -n -a -T "$1" && : > "$2" && exec cat';

/**
 * Two shells. The outer one leads the group, outside of the new process namespace, and ends as the program does. The inner
 * one is the first process inside; when it ends, all that is left inside ends, `setsid` or not. It starts the program in
 * mounts of its own, which show its processes alone, and as the user that it was, who has no rights over them. Both shells
 * close what they hold, so that a pipe is closed when the program closes it.
 */
const CLOSE = 'exec <&- >&- 2>&- 3>&- 8<&- 9>&-';
const START = `{
  {
    cd "$1" && user=$2 group=$3 && shift 3 || exit 125
    unshare --mount --mount-proc -- unshare --user --map-user="$user" --map-group="$group" -- "$@" <&8 >&9 8<&- 9>&- &
    ${CLOSE}; wait $!; exit $?
  } &
  ${CLOSE}; wait $!; code=$?
  if [ "$code" -gt 128 ]; then kill -"$((code - 128))" $$; fi
  exit "$code"
} 8<&0 9>&1`;

/** How many processes stand above the program in its group. */
export const DEPTH_OF_PROGRAM = 2;

/** How long a keeper may take, and the first child of one, in milliseconds. */
const LIMIT_MS = 5000;

/** Keepers by what is mounted; undefined where the system granted none. State of the process, as the processes are. */
const keepers = new Map<string, Keeper | undefined>();
let folder: string | undefined;

function ownPlace(): string {
  if (folder !== undefined) return folder;
  // Not in the home directory, which is covered.
  const { HOME = '' } = process.env;
  const made = mkdtempSync(join(HOME !== '' && tmpdir().startsWith(HOME) ? '/tmp' : tmpdir(), 'assay-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  for (const name of ['home', 'stage']) mkdirSync(join(made, name));
  folder = made;
  return made;
}

/** Somebody cleaned up the temporary folder, and with the place went what keepers had mounted there. */
function forgetPlace(): void {
  for (const keeper of keepers.values()) keeper?.end();
  keepers.clear();
  folder = undefined;
}

/** The keeper for what is to be kept apart; undefined where the system grants none. */
function keeperFor(seclusion: Seclusion): Keeper | undefined {
  const { PATH, HOME } = process.env;
  // Without a network namespace there is no other one.
  if (namespaceWords() === undefined) return undefined;
  if (folder !== undefined && !existsSync(folder)) forgetPlace();
  const key = JSON.stringify([PATH, HOME, seclusion]);
  if (!keepers.has(key)) keepers.set(key, startKeeper(seclusion, HOME, keepers.size));
  return keepers.get(key);
}

function startKeeper(seclusion: Seclusion, home: string | undefined, count: number): Keeper | undefined {
  const place = ownPlace();
  const [table, sign] = [join(place, `mounts-${count}`), join(place, `ready-${count}`)];
  const folders = join(place, 'home');
  const plan = planMounts(seclusion, home);
  const mounts = readMounts(readFileSync('/proc/self/mountinfo', 'utf8'));
  const places = { folders, stage: join(place, 'stage'), groups: groupFolders(mounts), mounts };
  writeFileSync(table, mountTable(plan, places));
  const [program, ...words] = COVER;
  const child = spawn(program, [...words, '/bin/sh', '-c', KEEP, 'sh', table, sign], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] },
  });
  child.once('error', () => {});
  child.unref();
  if (child.stdin instanceof Socket) child.stdin.on('error', () => {}).unref();
  const pid = waitFor(sign, child.pid);
  const keeper = pid === undefined ? undefined : { pid, folders, end: () => child.kill('SIGKILL') };
  if (keeper !== undefined && works(keeper)) return keeper;
  child.kill('SIGKILL');
  return undefined;
}

/** Where control groups are, with the limits of children, which could be written to. */
function groupFolders(mounts: readonly MountInfo[]): string[] {
  if (grantedPlaces() === undefined) return [];
  const paths = mounts.filter(isControlMount).map(({ path }) => path);
  return paths.filter((path) => existsSync(join(path, 'cgroup.procs')));
}

/** Waits for the file by which a keeper says that it is ready; its process then, undefined if it has ended. */
function waitFor(sign: string, leader?: number): number | undefined {
  if (leader === undefined) return undefined;
  const until = performance.now() + LIMIT_MS;
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  while (performance.now() < until) {
    if (existsSync(sign)) return leader;
    if (hasEnded(leader)) return undefined;
    Atomics.wait(sleeper, 0, 0, 1);
  }
  return undefined;
}

function works(keeper: Keeper): boolean {
  const [program, ...words] = wordsIn(keeper, { words: ['true'], cwd: '/', allowNetwork: false, begin: '' });
  return spawnSync(program, words, { stdio: 'ignore', timeout: LIMIT_MS }).status === 0;
}

function wordsIn({ pid }: Keeper, call: Omit<IsolatedCall, 'seclusion'>): Words {
  const { words, cwd, allowNetwork, begin } = call;
  const user = [String(process.getuid?.()), String(process.getgid?.())];
  const net = allowNetwork ? [] : [`--net=/proc/${pid}/ns/net`];
  const namespaces = [`--user=/proc/${pid}/ns/user`, `--mount=/proc/${pid}/ns/mnt`, ...net];
  const enter = [...namespaces, '--preserve-credentials', '--', 'unshare', '--pid', '--'];
  return ['nsenter', ...enter, '/bin/sh', '-c', begin + START, 'sh', cwd, ...user, ...words];
}

/** A program that is to be kept apart. */
export interface IsolatedCall {
  readonly words: Words;
  readonly cwd: string;
  readonly seclusion: Seclusion;
  readonly allowNetwork: boolean;
  /** Lines of shell that come before all else. */
  readonly begin: string;
}

/** The words that start a program apart from the machine, and its own folder; undefined where the system grants none. */
export function isolate(call: IsolatedCall): { readonly words: Words; readonly own: OwnFolder } | undefined {
  const keeper = keeperFor(call.seclusion);
  if (keeper === undefined) return undefined;
  const own = OwnFolder.make(keeper.folders, `/proc/${keeper.pid}/root`);
  return { words: wordsIn(keeper, call), own };
}

/** How far a process can be kept from this machine. */
export function isolationOf(seclusion: Seclusion): Isolation {
  if (keeperFor(seclusion) === undefined) return 'not isolated';
  return planMounts(seclusion, process.env['HOME']).isWhole ? 'by namespaces' : 'by namespaces, in part';
}

/** Whether the words are those of `unshare`, or of the shell of `joinByShell`, that found no program to become. */
export function saysNoProgram(code: number | null, words: string): boolean {
  return (
    code === 127 && /^(?:unshare: failed to execute [^\n]*|sh: [^\n]*exec: [^\n]*not found)$/.test(words)
  );
}
