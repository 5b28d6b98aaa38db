import { fileURLToPath } from 'node:url';
import { describe, test } from 'vitest';
import type { Ending } from './ending.ts';
import { residentBytes, watchMemory } from './memory-watch.ts';
import { killGroup } from './process-group.ts';
import { startGroup } from './start-group.ts';
import type { Group } from './start-group.ts';

const HOARD = fileURLToPath(new URL('../extract/drivers/fixtures/hoard.mjs', import.meta.url));

function start(memoryMb: number, ...megabytes: string[]): Group {
  return startGroup({
    words: [process.execPath, HOARD, ...megabytes],
    env: process.env,
    allowNetwork: true,
    memoryMb,
    stdin: 'ignore',
    stdout: 'ignore',
  });
}

/** Nobody has looked where the control group was full first. */
function seenMb(tooMuchMemory: Ending['tooMuchMemory']): number {
  return tooMuchMemory?.residentMb ?? Infinity;
}

describe.runIf(process.platform === 'linux')('resident memory', { concurrent: true }, () => {
  test('outside of the heap ends the process that has too much of it', async ({ expect }) => {
    const { tooMuchMemory, signal } = await start(150, '200').ended;
    expect(signal).toBe('SIGKILL');
    expect(tooMuchMemory).toMatchObject({ limitMb: 150 });
    expect(seenMb(tooMuchMemory)).toBeGreaterThan(150);
  });

  test('is counted over the whole group', async ({ expect }) => {
    const { tooMuchMemory } = await start(250, '100', '100').ended;
    expect(tooMuchMemory).toMatchObject({ limitMb: 250 });
    expect(seenMb(tooMuchMemory)).toBeGreaterThan(250);
  });

  test('below the limit ends nothing', async ({ expect }) => {
    const { leader, ended } = start(400, '100');
    await expect.poll(() => residentBytes(leader), { timeout: 5000 }).toBeGreaterThan(100 * 2 ** 20);
    await new Promise((resolve) => setTimeout(resolve, 700));
    killGroup(leader);
    expect(await ended).not.toHaveProperty('tooMuchMemory');
  });

  test('is told once, and not after the watch has ended', async ({ expect }) => {
    const told: (number | undefined)[] = [];
    watchMemory(process.pid, 1, (residentMb) => told.push(residentMb));
    await expect.poll(() => told.length).toBe(1);
    watchMemory(process.pid, 1, (residentMb) => told.push(residentMb)).end();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told).toHaveLength(1);
    expect(told[0]).toBeGreaterThan(30);
  });
});
