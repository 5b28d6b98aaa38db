import pc from 'picocolors';
import { expect, test } from 'vitest';
import type { FieldComparison, PairComparison } from '../analyse/compare.ts';
import { comparisonText, fieldText } from './comparison.ts';

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

test('two extractors: figures, what they support, and the pages behind them', () => {
  const pair: PairComparison = {
    corpus: 'toy',
    metric: 'tokens',
    first: { name: 'one\u001b[31m', version: '1', run: 'a' },
    second: { name: 'two', version: '2', run: 'a' },
    figures: [
      { ...common, figure: 'precision', first: 0.93, second: 0.9, difference: 0.03, test: found },
      { ...common, figure: 'f1', first: 0.9, second: 0.905, difference: -0.005, test: open },
    ],
    changes: [
      { page: 'p1', site: 'a.example', first: 0.2, second: 0.9 },
      { page: 'b.example/p2', site: 'b.example', first: 1, second: 0.8 },
    ],
  };
  expect(comparisonText(pair, plain).split('\n')).toEqual([
    'toy: one [31m 1 against two 2, on 30 pages of 25 sites',
    '',
    'tokens     first  second  difference              95 %       p  better/same/worse',
    'precision  0.930   0.900      +0.030  +0.010 to +0.050  <0.001             9/1/20',
    'f1         0.900   0.905      −0.005                 –   0.400             9/1/20',
    '',
    'precision: one [31m is better than two.',
    'f1: the two cannot be told apart (a difference of 0.200 would be found here in four of five cases; 1,200 pages more would be needed for one of 0.005).',
    '',
    '1 page that the first does better by tokens f1',
    '  1.000  0.800  b.example/p2',
    '',
    '1 page that the second does better',
    '  0.200  0.900  a.example p1',
  ]);
});

test('the same extractor in two runs is told by the run; too few sites say nothing', () => {
  const { test: _test, ...untested } = { ...common, test: open };
  const pair: PairComparison = {
    corpus: 'toy',
    metric: 'tokens',
    first: { name: 'one', version: '1', run: 'before' },
    second: { name: 'one', version: '2', run: 'after' },
    figures: [{ ...untested, sites: 3, figure: 'f1', first: 0.9, second: 0.8, difference: 0.1 }],
    changes: [],
  };
  const text = comparisonText(pair, plain);
  expect(text).toContain('toy: one 1 (before) against one 2 (after), on 30 pages of 3 sites');
  expect(text).toContain('f1: nothing is said of chance on 3 sites; 20 are needed.');
});

test.each([
  ['few sites', undefined],
  ['many', open],
])('what is the same on every page is told as that: %s', (_name, said) => {
  const same = {
    ...common,
    wins: 0,
    ties: 30,
    losses: 0,
    figure: 'f1',
    first: 0.9,
    second: 0.9,
    difference: 0,
  };
  const pair: PairComparison = {
    corpus: 'toy',
    metric: 'tokens',
    first: { name: 'one', version: '1', run: 'a' },
    second: { name: 'two', version: '2', run: 'a' },
    figures: [said === undefined ? same : { ...same, test: said }],
    changes: [],
  };
  expect(comparisonText(pair, plain).split('\n').at(-1)).toBe('f1: the same on every page.');
});

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
    'would be found: the least difference that so many pages show in four of five cases, were there no other pair',
    'pages more: like these, until the difference that there is would be found',
  ]);
});
