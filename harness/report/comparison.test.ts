import pc from 'picocolors';
import { expect, test } from 'vitest';
import type { PairComparison } from '../analyse/compare.ts';
import { comparisonText } from './comparison.ts';

const plain = pc.createColors(false);
const found = {
  p: 0.0004,
  adjusted: 0.004,
  detectable: 0.02,
  morePages: 0,
  interval: { low: 0.01, high: 0.05 },
};
const open = { p: 0.4, adjusted: 0.9, detectable: 0.2, morePages: 1200 };
const common = { pages: 30, sites: 25, wins: 9, ties: 1, losses: 20, lacking: 0 };

test('two extractors: figures, what they support, and the pages behind them', () => {
  const pair: PairComparison = {
    corpus: 'toy',
    metric: 'tokens',
    first: { name: 'one\u001b[31m', version: '1', run: 'a' },
    second: { name: 'two', version: '2', run: 'a' },
    direction: 'first-less-second',
    figures: [
      { ...common, figure: 'precision', first: 0.93, second: 0.9, difference: 0.03, test: found },
      { ...common, figure: 'f1', first: 0.9, second: 0.905, difference: -0.005, test: open },
    ],
    pages: [
      { page: 'p0', site: 'a.example', first: 1, second: 1 },
      { page: 'p1', site: 'a.example', first: 0.2, second: 0.9 },
      { page: 'b.example/p2', site: 'b.example', first: 1, second: 0.8 },
    ],
  };
  expect(comparisonText(pair, plain).split('\n')).toEqual([
    'toy: one [31m 1 against two 2, on 30 pages of 25 sites',
    '',
    'tokens     first  second  first − second              95 %       p  better/same/worse',
    'precision  0.930   0.900          +0.030  +0.010 to +0.050  <0.001             9/1/20',
    'f1         0.900   0.905          −0.005                 –   0.400             9/1/20',
    '',
    'precision: one [31m is better than two.',
    'f1: the two cannot be told apart (but for the unseen page a difference of 0.200 would be found here in four of five cases; at least 1,200 pages more would be needed for one of 0.005).',
    '',
    '1 page on which one [31m is better by tokens f1',
    '  1.000  0.800  b.example/p2',
    '',
    '1 page on which two is better',
    '  0.200  0.900  a.example p1',
  ]);
});

const twoRuns: PairComparison = {
  corpus: 'toy',
  metric: 'tokens',
  first: { name: 'mine', version: '1', run: 'before' },
  second: { name: 'mine', version: '2', run: 'after' },
  direction: 'second-less-first',
  figures: [{ ...common, figure: 'f1', first: 0.8, second: 0.9, difference: 0.1, test: found }],
  pages: [
    { page: 'p1', site: 'a.example', first: 0.5, second: 0.9 },
    { page: 'p2', site: 'a.example', first: 0.5, second: 0.4 },
    { page: 'p3', site: 'a.example', first: 0.5 },
  ],
  classes: [
    { class: 'missing in-table', tokens: -1200, pages: 1 },
    { class: 'surplus nav', tokens: 7, pages: 2 },
  ],
};

test('two runs: new less old, with the classes that came and went on the pages that changed', () => {
  expect(comparisonText(twoRuns, plain).split('\n')).toEqual([
    'toy: from mine 1 (before), old, to mine 2 (after), new, on 30 pages of 25 sites',
    '',
    'tokens    old    new  new − old              95 %       p  better/same/worse',
    'f1      0.800  0.900     +0.100  +0.010 to +0.050  <0.001             9/1/20',
    '',
    'f1: new is better than old.',
    '',
    '1 page on which new is better by tokens f1',
    '  0.500  0.900  a.example p1',
    '',
    '1 page on which old is better',
    '  0.500  0.400  a.example p2',
    '',
    'came on these pages: surplus nav +7 (2 pages)',
    'went on these pages: missing in-table −1,200 (1 page)',
  ]);
  const { classes: _classes, ...unexplained } = twoRuns;
  expect(comparisonText(unexplained, plain)).toContain(
    'why: not known, for one of the runs explains nothing; assay score RUN makes one that does',
  );
});

test('too few sites say nothing of chance, and why', () => {
  const { test: _test, ...untested } = { ...common, test: open };
  const figures = [{ ...untested, sites: 3, figure: 'f1', first: 0.8, second: 0.9, difference: 0.1 }];
  const text = comparisonText({ ...twoRuns, figures }, plain);
  expect(text).toContain('\nf1: nothing can be said of chance.\n');
  expect(text).toContain('\nno interval and no p: they take 20 sites, and these pages are of 3.\n');
});

test('a figure that few sites have is said to have no interval, with their number', () => {
  const figures = [
    { ...common, figure: 'f1', first: 0.9, second: 0.905, difference: -0.005, test: open },
    { ...common, pages: 8, sites: 5, figure: 'rejects', first: 1, second: 0.5, difference: 0.5 },
  ];
  const text = comparisonText({ ...twoRuns, figures }, plain);
  expect(text).toContain(
    '\nno interval and no p of rejects: they take 20 sites, and the pages that have it are of 5.\n',
  );
});

test('a difference over the least that the pages would find, and not found, is not said to be found', () => {
  const unfound = { p: 0.969, adjusted: 0.969, detectable: 0.005, morePages: 0 };
  const figures = [
    { ...common, figure: 'recall', first: 1, second: 0.992, difference: 0.008, test: unfound },
  ];
  expect(comparisonText({ ...twoRuns, figures }, plain)).toContain(
    '\nrecall: the two cannot be told apart (a difference of 0.008 is one that a single unseen page may undo).\n',
  );
});

test('pages on which one of the two has no figure are no pages on which it is the same', () => {
  const alike = { ...common, wins: 0, losses: 0, difference: 0, first: 0.9, second: 0.9, test: open };
  const figures = [
    { ...alike, figure: 'precision', ties: 28, lacking: 2 },
    { ...alike, figure: 'recall', ties: 0, lacking: 30 },
    { ...alike, figure: 'f1', ties: 29, losses: 1, lacking: 0, difference: -0.1, test: found },
  ];
  const lines = comparisonText({ ...twoRuns, figures, pages: [] }, plain).split('\n');
  expect(lines.slice(7)).toEqual([
    'precision: the same on all 28 pages on which both have it; on 2 pages of 30 one of the two has none.',
    'recall: on no page both have tokens recall.',
    'f1: old is better than new.',
  ]);
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
    direction: 'first-less-second',
    figures: [said === undefined ? same : { ...same, test: said }],
    pages: [],
  };
  expect(comparisonText(pair, plain).split('\n')).toContain('f1: the same on every page.');
});
