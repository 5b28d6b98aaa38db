import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { ProcessPool } from './process-pool.ts';
import type { TaskProcess } from './process-pool.ts';

/** Processes in name only: what each was asked, and what became of it, is in the log. */
function poolOf(fates: Readonly<Record<string, 'dies' | 'is late'>> = {}, startFails = false) {
  const log: string[] = [];
  let count = 0;
  const create = (): TaskProcess<string, string> => {
    const name = `p${++count}`;
    return {
      hasEnded: false,
      start: () => Promise.resolve(startFails ? `${name} did not start` : undefined),
      announce: (task) => log.push(`${name} has ${task} next`),
      async run(task) {
        log.push(`${name} ${task}`);
        await wait(10);
        const fate = fates[task];
        return {
          result: `${task} ${fate ?? 'done'}`,
          isSpent: fate !== undefined,
          mayBeInherited: fate === 'dies',
        };
      },
      kill: () => Promise.resolve(void log.push(`${name} killed`)),
    };
  };
  return { log, create, pool: (size: number) => new ProcessPool({ size, limitMs: 1000, create }) };
}

test('a process takes task after task, and ends with the pool', async () => {
  const { log, pool } = poolOf();
  const tasks = pool(1);
  expect([await tasks.run('a'), await tasks.run('b')]).toEqual(['a done', 'b done']);
  await tasks.close();
  expect(log).toEqual(['p1 a', 'p1 b', 'p1 killed']);
  await expect(tasks.run('c')).rejects.toThrow('the pool was closed before the task was done');
});

test('a task that dies in a used process is tried once more in a new one, and only there', async () => {
  const { log, pool } = poolOf({ b: 'dies' });
  const tasks = pool(1);
  expect(await tasks.run('a')).toBe('a done');
  expect(await tasks.run('b')).toBe('b dies');
  expect(await tasks.run('b')).toBe('b dies');
  expect(log).toEqual(['p1 a', 'p1 b', 'p1 killed', 'p2 b', 'p2 killed', 'p3 b', 'p3 killed']);
});

test('a failure that is its own costs a task its process, and no second try', async () => {
  const { log, pool } = poolOf({ b: 'is late' });
  const tasks = pool(1);
  await tasks.run('a');
  expect(await tasks.run('b')).toBe('b is late');
  expect(await tasks.run('c')).toBe('c done');
  expect(log).toEqual(['p1 a', 'p1 b', 'p1 killed', 'p2 c']);
});

test('where no process starts, that is the result of the task', async () => {
  const { log, pool } = poolOf({}, true);
  const tasks = pool(1);
  expect([await tasks.run('a'), await tasks.run('b')]).toEqual(['p1 did not start', 'p2 did not start']);
  expect(log).toEqual(['p1 killed', 'p2 killed']);
});

test('few short tasks are done by one process', async () => {
  const { log, pool } = poolOf();
  const tasks = pool(2);
  expect(await Promise.all(['a', 'b', 'c'].map((task) => tasks.run(task)))).toHaveLength(3);
  expect(log).toEqual(['p1 a', 'p1 b', 'p1 c']);
});

test('further processes are started while tasks wait, and then each knows its next task', async () => {
  const { log, pool } = poolOf();
  const tasks = pool(2);
  const first = Array.from({ length: 30 }, (_, index) => tasks.run(`a${index}`));
  await vi.waitUntil(() => log.some((line) => line.startsWith('p2 ')), { interval: 1 });
  await Promise.all([...first, tasks.run('last')]);
  expect(log.filter((line) => line.includes('last'))).toEqual([
    expect.stringMatching(/^p\d has last next$/),
    expect.stringMatching(/^p\d last$/),
  ]);
  expect(log.some((line) => line.startsWith('p3'))).toBe(false);
});

test('a further process that does not start is done without', async () => {
  const { log, create } = poolOf();
  const [first, lame] = [create(), { ...create(), start: () => Promise.resolve('did not start') }];
  const created = [first, lame];
  const tasks = new ProcessPool({ size: 2, limitMs: 1000, create: () => created.shift()! });
  const results = await Promise.all(Array.from({ length: 30 }, (_, index) => tasks.run(`a${index}`)));
  expect(results.filter((result) => result.endsWith(' done'))).toHaveLength(30);
  expect(log).toContain('p2 killed');
  expect(log).not.toContainEqual(expect.stringMatching(/^p2 a/));
});

test('a process that is ready is the first to be used', async () => {
  const { log, create } = poolOf();
  const ready = create();
  const tasks = new ProcessPool({ size: 1, limitMs: 1000, create, ready });
  await tasks.run('a');
  expect(log).toEqual(['p1 a']);
});
