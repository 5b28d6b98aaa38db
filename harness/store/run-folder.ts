import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { AssayError, errorCode } from '../util/error.ts';
import { makeFolders } from '../util/make-folders.ts';
import { readablePath } from '../util/readable-path.ts';
import { sha256 } from '../util/sha256.ts';
import { Unwritable, isPart, writing } from '../util/write-whole.ts';
import type { RunDescription } from './run-description.ts';

/** Where runs are kept unless the user says otherwise, below the working directory. */
export const DEFAULT_PARENT = join('reports', 'runs');

/**
 * Makes the folder of a run: the one asked for, or `reports/runs/<time>-<digest>`. The digest is that of what is run, so
 * that runs of the same thing can be recognized by their names.
 *
 * @throws AssayError `usage` if the folder asked for already holds something, since nothing is overwritten, or if it
 * cannot be made.
 */
export async function createRunFolder(description: RunDescription, out?: string): Promise<string> {
  if (out === undefined) return createNewFolder(join(DEFAULT_PARENT, defaultName(description)));
  await writing(out, makeFolders(out));
  if ((await readdir(out)).every(isLeftOver)) return out;
  throw new AssayError('usage', `--out ${out}: the folder is not empty; name a new one, or remove it first`);
}

/** With a number behind its name where there is one already: the same thing may be run twice in a second. */
async function createNewFolder(path: string): Promise<string> {
  await writing(path, makeFolders(dirname(path)));
  for (let count = 1; ; count++) {
    const folder = count === 1 ? path : `${path}-${count}`;
    try {
      await mkdir(folder);
      return folder;
    } catch (cause) {
      if (errorCode(cause) !== 'EEXIST') throw new Unwritable(folder, cause);
    }
  }
}

/** What a run leaves that was killed before it had begun. */
function isLeftOver(name: string): boolean {
  return CLAIM.test(name) || isPart(name);
}

function defaultName({ started, corpora, extractors, policy, metrics, options }: RunDescription): string {
  const time = started.replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
  const what = JSON.stringify({ corpora, extractors, policy, metrics, options });
  return `${time}-${sha256(what).slice(0, 8)}`;
}

/** The name of a claim: which process writes to the folder, when that process was started, and on which machine. */
const CLAIM = /^writing-(\d+)-(\d+)-(.+)$/;

/**
 * Claims a run folder for this process, so that no other process writes to it: two that go on with one run would lose
 * lines of each other. Claims of dead processes are ignored and removed, with what they had half written, and so are
 * those of other machines, of which nobody here knows whether they are alive.
 *
 * @returns what takes the claim back
 * @throws AssayError `usage` if another process writes to it. Of two that come in the same instant both may be refused.
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const own = claimOf(process.pid);
  const path = join(folder, own);
  const release = (): Promise<void> => rm(path, { force: true });
  await createClaim(folder, path);
  const others = (await readdir(folder)).filter((name) => isLeftOver(name) && name !== own);
  const holder = others.find((name) => CLAIM.test(name) && isHeld(name));
  if (holder === undefined) {
    for (const name of others) await rm(join(folder, name), { force: true });
    return release;
  }
  await release();
  throw inUse(folder, holder);
}

async function createClaim(folder: string, path: string): Promise<void> {
  try {
    await (await open(path, 'wx')).close();
  } catch (cause) {
    // A run of this very process.
    if (errorCode(cause) === 'EEXIST') throw inUse(folder, claimOf(process.pid));
    throw new Unwritable(folder, cause);
  }
}

function inUse(folder: string, claim: string): AssayError {
  const [, pid] = CLAIM.exec(claim)!;
  const fix = 'wait for it, or stop it first';
  return new AssayError('usage', `${readablePath(folder)} is being written by process ${pid}; ${fix}`);
}

/** A later process may have the number of a dead one, but not the time at which that was started. */
function claimOf(pid: number): string {
  return `writing-${pid}-${startOf(pid)}-${encodeURIComponent(hostname())}`;
}

function isHeld(claim: string): boolean {
  const [, pid] = CLAIM.exec(claim)!;
  return isAlive(Number(pid)) && claim === claimOf(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** When a process was started, in ticks of the system; 0 where there is no `/proc`. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The 22nd field; the second, the name of the program, is in brackets and may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
  } catch {
    return '0';
  }
}
