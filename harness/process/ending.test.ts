import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { LastWords, NEXT_TASK } from './ending.ts';

async function after(...chunks: (string | Buffer)[]): Promise<LastWords> {
  const stream = new PassThrough();
  const words = new LastWords(stream);
  for (const chunk of chunks) stream.write(chunk);
  await new Promise((resolve) => stream.end(resolve));
  return words;
}

test('nothing written, nothing shown', async () => {
  const words = await after();
  expect([words.shown, words.tellOfFullHeap]).toEqual(['', false]);
});

test('only the end of much is shown', async () => {
  const words = await after('a'.repeat(100_000), ' the end\n');
  expect(words.shown).toHaveLength(2048);
  expect(words.shown).toMatch(/^a+ the end$/);
});

test('what stands before the mark of the next task is not shown', async () => {
  expect((await after(`of page 1\n${NEXT_TASK}of page 2\n`)).shown).toBe('of page 2');
  expect((await after(`of page 1\n${NEXT_TASK}of page 2\n${NEXT_TASK}`)).shown).toBe('');
});

test('a character that was cut in half is shown as U+FFFD', async () => {
  const words = await after(Buffer.from('caf\u00E9').subarray(0, 4));
  expect(words.shown).toBe('caf\uFFFD');
});

test('a full heap is told of though the stack trace behind it is longer than what is shown', async () => {
  const words = await after(
    'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n',
    'at\n'.repeat(2000),
  );
  expect(words.tellOfFullHeap).toBe(true);
  expect(words.shown).not.toContain('FATAL');
});
