import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WorkerQueue } from './worker-queue.ts';

/** Work that is done when it is told to be, and a log of who began what. */
function workFor(queue: WorkerQueue<string>) {
  const log: string[] = [];
  const finish = new Map<string, () => void>();
  const begin = (name: string, isAnnounced: boolean): void => {
    const work = (worker: string): Promise<void> => {
      log.push(`${name} on ${worker}`);
      return new Promise((resolve) => finish.set(name, resolve));
    };
    void queue.run(work, isAnnounced ? (worker) => log.push(`${name} announced to ${worker}`) : undefined);
  };
  const end = async (name: string): Promise<void> => {
    await nextTurn();
    finish.get(name)!();
    await nextTurn();
  };
  return { log, begin, end };
}

test('one piece of work at a time stays with the first worker', async () => {
  const queue = new WorkerQueue(['a', 'b']);
  const workers = [];
  for (let turn = 0; turn < 3; turn++) workers.push(await queue.run((worker) => Promise.resolve(worker)));
  expect(workers).toEqual(['a', 'a', 'a']);
});

test('work beyond the number of workers waits its turn, first come first served', async () => {
  const queue = new WorkerQueue(['a', 'b']);
  const { log, begin, end } = workFor(queue);
  for (const name of ['1', '2', '3', '4']) begin(name, false);
  expect(queue.waiting).toBe(2);
  for (const name of ['2', '3']) await end(name);
  expect(log).toEqual(['1 on a', '2 on b', '3 on b', '4 on b']);
  expect(queue.waiting).toBe(0);
});

test('a worker that comes later takes what waits', async () => {
  const queue = new WorkerQueue(['a']);
  const { log, begin } = workFor(queue);
  for (const name of ['1', '2']) begin(name, false);
  queue.add('b');
  await nextTurn();
  expect(log).toEqual(['1 on a', '2 on b']);
});

test('a worker whose work fails is free again', async () => {
  const queue = new WorkerQueue(['a']);
  await expect(queue.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await queue.run((worker) => Promise.resolve(worker))).toBe('a');
});

test('where all are busy, work is announced to one that has nothing to do next, and done there', async () => {
  const { log, begin, end } = workFor(new WorkerQueue(['a', 'b']));
  for (const name of ['1', '2', '3', '4', '5']) begin(name, true);
  for (const name of ['2', '4', '1']) await end(name);
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
