import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { corpusOf, extractorOf } from './fixtures/toy-run.ts';
import { runPages } from './run-pages.ts';
import type { PageOutcome, RunLimits } from './run-pages.ts';
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

test('a page goes through several extractors before it makes way, and where one cannot be kept none is at work', async () => {
  const corpus = corpusOf(3);
  const read = vi.spyOn(corpus, 'read');
  const [one, two] = ['one', 'two'].map((name) =>
    extractorOf(name, ({ id }) => ({ status: 'extracted', extraction: { text: `${name} ${id}` } })),
  );
  const plan = { corpus, source: 'toy', pages: corpus.pages };
  const limits = { workers: 1, timeoutMs: 1000, memoryMb: 2048 };
  const finished: string[] = [];
  const isDone: RunLimits['isDone'] = ({ name }, { id }) => name === 'two' && id === 's1/p1';
  await runPages(
    [one!, two!],
    plan,
    new PreparedPages(0),
    { ...limits, isDone },
    async ({ extractor, labelled }) => {
      finished.push(`${extractor.name} ${labelled.page.id}`);
      return Promise.resolve();
    },
  );
  expect(finished.toSorted()).toEqual(['one s0/p0', 'one s1/p1', 'one s2/p2', 'two s0/p0', 'two s2/p2']);
  expect(read).toHaveBeenCalledTimes(3);

  let atWork = 0;
  const done = async ({ extractor }: PageOutcome): Promise<void> => {
    if (extractor === one) throw new Error('the disk is full');
    atWork++;
    await sleep(30);
    atWork--;
  };
  await expect(runPages([one!, two!], plan, new PreparedPages(0), limits, done)).rejects.toThrow(
    'the disk is full',
  );
  expect(atWork).toBe(0);
});
