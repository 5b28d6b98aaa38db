import { expect, test } from 'vitest';
import { isRecord } from './is-record.ts';

test('an object has fields; null, lists and simple values have none', () => {
  const values = [{}, { a: 1 }, null, [], [{}], 'text', 1, undefined, () => 1];
  expect(values.map(isRecord)).toEqual([true, true, false, false, false, false, false, false, false]);
});
