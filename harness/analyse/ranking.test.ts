import { describe, expect, test } from 'vitest';
import type { JournalLine } from '../store/journal-line.ts';
import { repeats } from '../score/metrics/repeats.ts';
import { tokens } from '../score/metrics/tokens.ts';
import { SignFlips } from '../stats/sign-flips.ts';
import { rankSystems } from './ranking.ts';

const SITES = 24;

/** A system that had one value of `figure` on every page, each of a site of its own; without one it skipped them all. */
function system(
  name: string,
  value?: number,
  [metric, figure]: readonly [string, string] = ['tokens', 'f1'],
) {
  const lines = Array.from({ length: SITES }, (_, page): JournalLine => {
    const key = { corpus: 'toy', extractor: name, page: `p${page}`, site: `s${page}` };
    return value === undefined
      ? { ...key, status: 'skipped', reason: 'not mine' }
      : { ...key, status: 'extracted', metrics: { [metric]: { counts: {}, figures: { [figure]: value } } } };
  });
  return { name, lines };
}

describe('systems are ranked', () => {
  test('the best first, equal ones by name and with one rank', () => {
    const { systems, pairs } = rankSystems(
      [system('low', 0.25), system('b', 0.75), system('a', 0.75)],
      tokens,
      new SignFlips('ab'),
    );
    expect(systems).toEqual([
      { name: 'a', value: 0.75, pages: 24, rank: 1 },
      { name: 'b', value: 0.75, pages: 24, rank: 1 },
      { name: 'low', value: 0.25, pages: 24, rank: 3 },
    ]);
    expect(pairs.map(({ first, second, difference }) => [first, second, difference])).toEqual([
      [0, 1, 0],
      [0, 2, 0.5],
      [1, 2, 0.5],
    ]);
  });

  test('by a figure of which less is better, the lowest first', () => {
    const figure = ['repeats', repeats.headline] as const;
    const { systems } = rankSystems(
      [system('more', 0.5, figure), system('less', 0.25, figure)],
      repeats,
      new SignFlips('ab'),
    );
    expect(systems.map(({ name, rank }) => [name, rank])).toEqual([['less', 1], ['more', 2]]); // prettier-ignore
  });

  test('without those who have no figure', () => {
    const { systems, pairs } = rankSystems(
      [system('absent'), system('one', 0.5)],
      tokens,
      new SignFlips('ab'),
    );
    expect(systems).toEqual([{ name: 'one', value: 0.5, pages: 24 }]);
    expect(pairs).toEqual([]);
  });
});
