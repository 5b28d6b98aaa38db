import pc from 'picocolors';
import { expect, test } from 'vitest';
import type { FieldComparison } from '../analyse/compare-field.ts';
import { fieldText } from './field-comparison.ts';

const plain = pc.createColors(false);
const found = {
  p: 0.0004,
  adjusted: 0.004,
  detectable: 0.02,
  morePages: 0,
  interval: { low: 0.01, high: 0.05 },
};
const open = { p: 0.4, adjusted: 0.9, detectable: 0.2, morePages: 1200 };
const common = { pages: 30, sites: 25, wins: 9, ties: 1, losses: 20 };

test('every two of a run: who is better than whom, and neighbours', () => {
  const extractors = ['a', 'b', 'c', 'd'].map((name, index) => ({
    name,
    value: 0.9 - index / 10,
    pages: 30,
    rank: index + 1,
  }));
  const pair = (first: number, second: number, told: boolean) => ({
    ...common,
    first,
    second,
    difference: 0.1,
    test: told ? found : open,
  });
  const field: FieldComparison = {
    pages: [],
    corpus: 'toy',
    metric: 'tokens',
    figure: 'f1',
    extractors,
    pairs: [
      pair(0, 1, true),
      pair(0, 2, false),
      pair(0, 3, true),
      pair(1, 2, true),
      pair(1, 3, true),
      pair(2, 3, false),
    ],
  };
  const skipping = extractors.map((each, index) => ({ ...each, pages: index === 1 ? 35 : 30 }));
  expect(
    fieldText({ ...field, extractors: skipping }, plain)
      .split('\n')
      .slice(14, 17),
  ).toEqual([
    'f1: over all pages that the extractor scored (a 30, b 35, c 30, d 30)',
    'neighbours: the means of both over the pages that both scored, so that differences may be others than those of the column above',
    'rank: 1 + the number of extractors that are better by more than chance; better/same/worse: pages',
  ]);
  expect(fieldText(field, plain).split('\n')).toEqual([
    'toy: 4 extractors by tokens f1, 6 pairs, 4 told apart at 5 %',
    '',
    '   rank     f1  better than',
    'a     1  0.900  b, d',
    'b     2  0.800  c and all below',
    'c     3  0.700  nobody',
    'd     4  0.600  nobody',
    '',
    'neighbours, p corrected for all pairs',
    '       difference              95 %      p  better/same/worse  would be found  pages more',
    'a – b      +0.100  +0.010 to +0.050  0.004             9/1/20           0.020           0',
    'b – c      +0.100  +0.010 to +0.050  0.004             9/1/20           0.020           0',
    'c – d      +0.100                 –  0.900             9/1/20           0.200       1,200',
    '',
    'rank: 1 + the number of extractors that are better by more than chance; better/same/worse: pages',
    'would be found: the least difference that so many pages show in four of five cases, were there no other pair and no unseen page',
    'pages more: like these, at least, until the difference that there is would be found; 0 beside a p over 0.050: the other pairs, or one unseen page that counts against it, keep it from that',
  ]);
});
