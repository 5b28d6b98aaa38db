import { readFileSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { readablePath } from '../util/readable-path.ts';
import { AssayError, errorCode } from '../util/error.ts';
import { Unwritable } from '../util/write-whole.ts';

/** The name of a claim: which process writes to the folder, when that was started, and where it runs. */
const CLAIM = /^writing-(\d+)-(\d+)-(.+)$/;

/**
 * Says that this process writes to a run folder, so that no other does at the same time: two that go on with one run
 * would lose lines of each other. What a process left that was killed counts for nothing, nor what one on another
 * machine says, of which nobody can tell whether it is alive.
 *
 * @returns what takes the claim back
 * @throws AssayError `usage` if another process writes to it. Of two that come in the same instant both may be refused.
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const own = claimOf(process.pid);
  const path = join(folder, own);
  const release = (): Promise<void> => rm(path, { force: true });
  await create(folder, path);
  const others = (await readdir(folder)).filter((name) => isClaim(name) && name !== own);
  const holder = others.find(isHeld);
  if (holder === undefined) {
    for (const name of others) await rm(join(folder, name), { force: true });
    return release;
  }
  await release();
  throw inUse(folder, holder);
}

/** Whether a name in a run folder is that of a claim. */
export function isClaim(name: string): boolean {
  return CLAIM.test(name);
}

async function create(folder: string, path: string): Promise<void> {
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
  const mend = 'wait for it, or stop it first';
  return new AssayError('usage', `${readablePath(folder)} is being written by process ${pid}; ${mend}`);
}

/** A process that came later may have the number of one that is gone: then it was started at another time. */
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
