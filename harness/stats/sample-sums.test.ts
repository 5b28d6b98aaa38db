import { expect, test } from 'vitest';
import { Resampling } from './resamples.ts';
import { sampleSums } from './sample-sums.ts';

const resampling = new Resampling('sums', 50);

test('a column of ones sums to the number of sites, whatever else is summed and for however many sites', () => {
  const columns = [20, 25].map((sites) => new Float64Array(sites).fill(1));
  const sums = sampleSums(columns, resampling);
  expect([...sums.get(columns[0]!)!]).toEqual(Array(50).fill(20));
  expect([...sums.get(columns[1]!)!]).toEqual(Array(50).fill(25));
});

test('each of many columns, some of them equal, gets its own sums', () => {
  // A column that is 1 for one site sums to how often that site is in the sample; two of the columns are the same.
  const columns = [...Array(19).keys(), 4].map((site) => new Float64Array(20).fill(1, site, site + 1));
  const sums = sampleSums(columns, resampling);
  const { times } = resampling.samples(20);
  columns.forEach((column, index) => {
    const site = index === 19 ? 4 : index;
    expect([...sums.get(column)!]).toEqual(
      Array.from({ length: 50 }, (_, sample) => times[sample * 20 + site]),
    );
  });
});

test('no columns have no sums', () => {
  expect(sampleSums([], resampling).size).toBe(0);
});
