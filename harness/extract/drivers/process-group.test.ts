import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, test, vi } from 'vitest';
import { nodeArguments } from './child-settings.ts';
import { isRunning } from './fixtures/is-running.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-group-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a harness of its own, whose extractor starts a process and then does what the fault says. */
function startHarness(fault: string, file: string, ...more: string[]): ChildProcess {
  const program = fileURLToPath(new URL('./fixtures/harness.ts', import.meta.url));
  const loader = nodeArguments(pathToFileURL(program).href);
  return spawn(process.execPath, [...loader, program, fault, file, ...more], { stdio: 'inherit' });
}

async function pidIn(file: string): Promise<number> {
  const read = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await vi.waitUntil(() => read() !== '', { timeout: 15_000 });
  return Number(read());
}

test.concurrent(
  'a harness that is interrupted takes a looping extractor and its processes along',
  async ({ expect }) => {
    const file = join(folder, 'interrupted');
    const harness = startHarness('starts a process and loops', file);
    const pid = await pidIn(file);
    const signal = new Promise((resolve) => harness.once('exit', (_, by) => resolve(by)));
    harness.kill('SIGINT');
    expect(await signal).toBe('SIGINT');
    await expect.poll(() => isRunning(pid)).toBe(false);
  },
);

test.concurrent(
  'a harness that exits takes a looping extractor and its processes along',
  async ({ expect }) => {
    const file = join(folder, 'exit');
    const harness = startHarness('starts a process and loops', file, 'exit');
    const pid = await pidIn(file);
    await new Promise((resolve) => harness.once('exit', resolve));
    await expect.poll(() => isRunning(pid)).toBe(false);
  },
);

test.concurrent.for(['starts a process and answers', 'starts a process and loops'])(
  'a harness that is killed takes along an extractor that %s',
  async (fault, { expect }) => {
    const file = join(folder, `killed-${fault}`);
    const harness = startHarness(fault, file);
    const pid = await pidIn(file);
    harness.kill('SIGKILL');
    await expect.poll(() => isRunning(pid)).toBe(false);
  },
);
