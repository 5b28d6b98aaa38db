import { expect, test } from 'vitest';
import { narrow } from './narrow.ts';
import type { Narrowed, Trial } from './narrow.ts';

async function tried(
  count: number,
  first: number,
  broken: readonly number[] = [],
): Promise<Narrowed & { readonly steps: readonly number[] }> {
  const steps: number[] = [];
  const found = await narrow(count, (step): Promise<Trial> => {
    steps.push(step);
    return Promise.resolve(broken.includes(step) ? 'unknown' : step >= first ? 'after' : 'before');
  });
  return { ...found, steps };
}

test('each of sixteen steps is found in at most four trials', async () => {
  for (let first = 0; first < 16; first++) {
    const { before, after, steps } = await tried(16, first);
    expect([before, after]).toEqual([first - 1, first]);
    expect(steps.length).toBeLessThanOrEqual(4);
  }
});

test('one step alone needs no trial', async () => {
  expect(await tried(1, 0)).toEqual({ before: -1, after: 0, steps: [] });
});

test('steps of which nothing can be said are passed over', async () => {
  expect(await tried(16, 9, [7, 8])).toMatchObject({ before: 6, after: 9 });
  expect(await tried(16, 12, [7, 8])).toMatchObject({ before: 11, after: 12 });
  expect(await tried(4, 3, [0, 1, 2])).toMatchObject({ before: -1, after: 3 });
});
