import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test, vi } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { isRunning, sleeperOf } from '../extract/drivers/fixtures/is-running.ts';

const folder = temporaryFolder();

/** Starts a harness of its own, whose extractor starts a process and then does what the fault says. */
function startHarness(kind: string, fault: string, file: string, ...more: string[]) {
  const program = fileURLToPath(new URL('../extract/drivers/fixtures/harness-built.mjs', import.meta.url));
  const child = spawn(process.execPath, [program, kind, fault, file, ...more], { stdio: 'inherit' });
  // Listened to from the start: one that exits by itself may be gone before its process's number is read.
  const signal = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, by) => resolve(by)));
  return { pid: child.pid, kill: (by: NodeJS.Signals) => child.kill(by), signal };
}

async function pidIn(file: string): Promise<number> {
  const read = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await vi.waitUntil(() => read() !== '', { timeout: 15_000 });
  return sleeperOf(read());
}

test.concurrent(
  'a harness that is interrupted takes a looping extractor and its processes along',
  async ({ expect }) => {
    const file = join(folder, 'interrupted');
    const harness = startHarness('module', 'starts a process and loops', file);
    const pid = await pidIn(file);
    harness.kill('SIGINT');
    expect(await harness.signal).toBe('SIGINT');
    await expect.poll(() => isRunning(pid)).toBe(false);
  },
);

test.concurrent(
  'a harness that exits takes a looping extractor and its processes along',
  async ({ expect }) => {
    const file = join(folder, 'exit');
    const harness = startHarness('module', 'starts a process and loops', file, 'exit');
    const pid = await pidIn(file);
    expect(await harness.signal).toBe(null);
    await expect.poll(() => isRunning(pid)).toBe(false);
  },
);

test.concurrent.for([
  ['module', 'starts a process and answers'],
  ['module', 'starts a process and loops'],
  ['jsonl', 'starts a process and loops'],
  ['stdio', 'starts a process and loops'],
] as const)('a harness that is killed takes along a %s that %s', async ([kind, fault], { expect }) => {
  const file = join(folder, `killed-${kind}-${fault}`);
  const harness = startHarness(kind, fault, file);
  const pid = await pidIn(file);
  const group = groupOf(pid);
  expect(group.length).toBeGreaterThan(1);
  harness.kill('SIGKILL');
  await expect.poll(() => group.filter(isRunning)).toEqual([]);
});

test.concurrent(
  'a supervisor that is killed is replaced by one that knows the groups',
  async ({ expect }) => {
    const file = join(folder, 'unsupervised');
    const harness = startHarness('module', 'starts a process and loops', file);
    const group = groupOf(await pidIn(file));
    const supervisors = (): number[] => shellsOf(harness.pid);
    const [first] = supervisors();
    process.kill(first!, 'SIGKILL');
    await expect.poll(supervisors).toEqual([expect.not.toSatisfy((pid) => pid === first)]);
    harness.kill('SIGKILL');
    await expect.poll(() => group.filter(isRunning)).toEqual([]);
  },
);

/** The processes of the group that a process is in. */
function groupOf(pid: number): number[] {
  const own = processes().find((each) => each.pid === pid);
  return processes().flatMap((each) => (each.group === own?.group ? [each.pid] : []));
}

/** The shells that a process has started. */
function shellsOf(pid: number | undefined): number[] {
  return processes().flatMap((each) => (each.parent === pid && each.name.endsWith('sh') ? [each.pid] : []));
}

interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** The number of its group's leader. */
  readonly group: number;
  readonly name: string;
}

function processes(): RunningProcess[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,pgid=,comm='], { encoding: 'utf8' });
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [pid, parent, group, name = ''] = line.trim().split(/\s+/);
      return { pid: Number(pid), parent: Number(parent), group: Number(group), name };
    });
}
