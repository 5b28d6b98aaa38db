import { expect, test } from 'vitest';
import { sumClasses } from './sums.ts';

test('the gain of a class is the F1 of the pages without it less the F1 with it', () => {
  // Page F1 are 2 · 8 / (10 + 10) = 0.8 and 2 · 5 / (5 + 10) = 2/3.
  const sums = sumClasses([
    { metric: 'tokens', required: 10, matched: 8, surplus: 2, explained: { surplus: { nav: 2 }, missing: { 'in-list': 2 } } },
    { metric: 'tokens', required: 10, matched: 5, surplus: 0, explained: { surplus: {}, missing: { 'in-list': 1, tail: 4 } } },
  ]);
  expect(sums.map(({ class: name, surplus, missing, pages }) => [name, surplus, missing, pages])).toEqual([
    ['tail', 0, 4, 1],
    ['in-list', 0, 3, 2],
    ['nav', 2, 0, 1],
  ]);
  // tail: 2 · 9 / 19; in-list: 2 · 10 / 22 and 2 · 6 / 16; nav: 2 · 8 / 18.
  expect(sums[0]!.gain).toBeCloseTo((18 / 19 - 2 / 3) / 2, 12);
  expect(sums[1]!.gain).toBeCloseTo((20 / 22 - 0.8 + 12 / 16 - 2 / 3) / 2, 12);
  expect(sums[2]!.gain).toBeCloseTo((16 / 18 - 0.8) / 2, 12);
}); // prettier-ignore

test('what is moved costs on both sides, and mending it mends both', () => {
  const explained = { surplus: { moved: 3 }, missing: { moved: 3 } };
  const [moved] = sumClasses([{ metric: 'tokens', required: 10, matched: 7, surplus: 3, explained }]);
  expect(moved).toMatchObject({ class: 'moved', surplus: 3, missing: 3, pages: 1 });
  expect(moved!.gain).toBeCloseTo(0.3, 12);
});

test('snippets are summed over the pages; pages that require nothing count in tokens only', () => {
  // F1 of the sums: 2 · 3 / (2 · 3 + 1 + 1) = 0.75; without the leak 6 / 7.
  const segments = sumClasses([
    { metric: 'segments', required: 2, matched: 1, surplus: 0, explained: { surplus: {}, missing: { 'in-list': 1 } } },
    { metric: 'segments', required: 2, matched: 2, surplus: 1, explained: { surplus: { nav: 1 }, missing: {} } },
  ]);
  expect(segments.find(({ class: name }) => name === 'nav')!.gain).toBeCloseTo(6 / 7 - 0.75, 12);
  const rejected = sumClasses([{ metric: 'tokens', required: 0, matched: 0, surplus: 5, explained: { surplus: { nav: 5 }, missing: {} } }]);
  expect(rejected).toEqual([{ class: 'nav', surplus: 5, missing: 0, pages: 1, gain: 0 }]);
}); // prettier-ignore
