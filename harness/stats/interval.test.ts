import { expect, test } from 'vitest';
import { ratioColumns } from './columns.ts';
import { intervalOf } from './interval.ts';

test('there may be more sites than a call has room for arguments', () => {
  const sites = 200_000;
  const part = Float64Array.from({ length: sites }, (_, site) => site % 2);
  const { low, high } = intervalOf([ratioColumns(part, new Float64Array(sites).fill(1))])!;
  // The standard error is 0.5 / √200,000 = 0.0011, and 1.96 of it are 0.0022.
  expect([low, high].map((end) => Math.round(end * 1e4) / 1e4)).toEqual([0.4978, 0.5022]);
});
