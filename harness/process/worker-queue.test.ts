import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WorkerQueue } from './worker-queue.ts';

test('one piece of work at a time stays with the first worker', async () => {
  const queue = new WorkerQueue(['a', 'b']);
  const workers = [];
  for (let turn = 0; turn < 3; turn++) workers.push(await queue.run((worker) => Promise.resolve(worker)));
  expect(workers).toEqual(['a', 'a', 'a']);
});

test('work beyond the number of workers waits its turn, first come first served', async () => {
  const queue = new WorkerQueue(['a', 'b']);
  const log: string[] = [];
  const work = (name: string, ms: number) =>
    queue.run(async (worker) => {
      log.push(`${name} on ${worker}`);
      await wait(ms);
    });
  await Promise.all([work('1', 30), work('2', 5), work('3', 5), work('4', 5)]);
  expect(log).toEqual(['1 on a', '2 on b', '3 on b', '4 on b']);
});

test('a worker whose work fails is free again', async () => {
  const queue = new WorkerQueue(['a']);
  await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await queue.run((worker) => Promise.resolve(worker))).toBe('a');
});

test('where all are busy, work is announced to one that has nothing to do next, and done there', async () => {
  const queue = new WorkerQueue(['a', 'b']);
  const log: string[] = [];
  const work = (name: string, ms: number) =>
    queue.run(
      async (worker) => {
        log.push(`${name} on ${worker}`);
        await wait(ms);
      },
      (worker) => log.push(`${name} announced to ${worker}`),
    );
  await Promise.all([work('1', 40), work('2', 5), work('3', 5), work('4', 5), work('5', 5)]);
  expect(log).toEqual([
    '1 on a',
    '2 on b',
    '3 announced to a',
    '4 announced to b',
    '4 on b',
    '5 on b',
    '3 on a',
  ]);
});
