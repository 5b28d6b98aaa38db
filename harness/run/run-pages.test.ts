import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { corpusOf, extractorOf } from './fixtures/toy-run.ts';
import { runPages } from './run-pages.ts';
import { PreparedPages } from './scoring/prepared-pages.ts';

test('where a page cannot be kept no other is begun, and none is at work when that is told', async () => {
  const corpus = corpusOf(20);
  const slow = extractorOf('slow', async () => {
    await sleep(5);
    return { status: 'extracted', extraction: { text: 'a' } };
  });
  let begun = 0;
  let atWork = 0;
  const done = async (): Promise<void> => {
    begun++;
    if (begun === 3) throw new Error('the disk is full');
    atWork++;
    await sleep(30);
    atWork--;
  };
  const limits = { workers: 2, timeoutMs: 1000, memoryMb: 2048 };
  const plan = { corpus, source: 'toy', pages: corpus.pages };
  await expect(runPages([slow], plan, new PreparedPages(), limits, done)).rejects.toThrow('the disk is full');
  expect(atWork).toBe(0);
  const before = begun;
  await sleep(50);
  expect(begun).toBe(before);
  // Two a worker, each with a page that was under way.
  expect(begun).toBeLessThanOrEqual(8);
});
