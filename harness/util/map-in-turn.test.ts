import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { mapInTurn } from './map-in-turn.ts';

test('results come in the order of the items, and no more are in work than were allowed', async () => {
  let working = 0;
  let most = 0;
  const results = await mapInTurn([5, 1, 3, 0], 2, async (turns) => {
    most = Math.max(most, ++working);
    for (let turn = 0; turn < turns; turn++) await nextTurn();
    working--;
    return turns * 10;
  });
  expect(results).toEqual([50, 10, 30, 0]);
  expect(most).toBe(2);
});

test('of no items there are no results', async () => {
  expect(await mapInTurn([], 3, () => Promise.resolve(1))).toEqual([]);
});
