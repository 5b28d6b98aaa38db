import { expect, test } from 'vitest';
import { SignFlips } from '../stats/sign-flips.ts';
import { chancesOfFall } from './chance.ts';
import type { GatedPage } from './gated.ts';

const state = { status: 'extracted', isEmpty: false } as const;

function pageOf(site: string, change: number): GatedPage {
  return {
    page: `${site}/${change}`,
    site,
    slices: {},
    before: state,
    after: state,
    change,
    isUnstable: false,
  };
}

const flips = new SignFlips('chance');

test('of three sites that all fall chance does as much in one of eight cases', () => {
  const [chance] = chancesOfFall([[pageOf('a', -0.1), pageOf('b', -0.1), pageOf('c', -0.1)]], flips);
  expect(chance).toBeCloseTo(1 / 8, 2);
});

test('pages of one site turn together, and what does not change counts for nothing', () => {
  const pages = [pageOf('a', -0.1), pageOf('a', -0.2), pageOf('a', -0.3), pageOf('b', 0), pageOf('c', -0.6)];
  expect(chancesOfFall([pages], flips)[0]).toBeCloseTo(1 / 4, 2);
});

test('of two sets of a site each one falls as clearly in three of four cases', () => {
  const chances = chancesOfFall([[pageOf('a', -0.1)], [pageOf('b', -0.02)]], flips);
  expect(chances[0]).toBeCloseTo(3 / 4, 2);
  expect(chances[1]).toBeCloseTo(3 / 4, 2);
});

test('what rises, stays or is empty does not fall', () => {
  expect(chancesOfFall([[pageOf('a', 0.1)], [pageOf('b', 0)], []], flips)).toEqual([1, 1, 1]);
});
