import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bySite, ratioColumns } from './columns.ts';
import { compareSystems } from './compare-systems.ts';
import type { ComparedSystem, ComparisonTable } from './comparison-table.ts';
import { intervalOf } from './interval.ts';
import { Random } from './random.ts';
import { isSignificant } from './ranks.ts';
import { SignFlips } from './sign-flips.ts';

// What intervals and verdicts promise, tried on figures as extractors have them: sites drawn from the 126 of
// article-extraction-benchmark stand for a world in which the truth is known. Made by scripts/page-scores.ts.
const { siteOf, f1 } = JSON.parse(
  readFileSync(new URL('fixtures/aeb-page-scores.json', import.meta.url), 'utf8'),
) as {
  readonly siteOf: readonly number[];
  readonly f1: Readonly<Record<string, readonly number[]>>;
};
const SYSTEMS = Object.keys(f1);
const PAGES = siteOf.length;
const pagesOfSite = Array.from({ length: Math.max(...siteOf) + 1 }, (_, site) =>
  [...siteOf.keys()].filter((page) => siteOf[page] === site),
);

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const truth = SYSTEMS.map((name) => meanOf(f1[name]!));

/** Pages of sites drawn with replacement, and the draw that each belongs to. */
function drawSites(
  random: Random,
  sites: number,
): { readonly pages: number[]; readonly siteOfPage: Int32Array } {
  const drawn = Array.from({ length: sites }, () => pagesOfSite[random.below(pagesOfSite.length)]!);
  return {
    pages: drawn.flat(),
    siteOfPage: Int32Array.from(drawn.flatMap((pages, draw) => pages.map(() => draw))),
  };
}

function systemOf(values: Float64Array): ComparedSystem {
  const counts = new Uint8Array(values.length).fill(1);
  return { counts, values, columns: [ratioColumns(values, Float64Array.from(counts))] };
}

function drawTable(random: Random, sites: number): ComparisonTable {
  const { pages, siteOfPage } = drawSites(random, sites);
  const systems = SYSTEMS.map((name) => systemOf(Float64Array.from(pages, (page) => f1[name]![page]!)));
  return { siteOf: siteOfPage, sites, systems };
}

describe.each([25, 50, 126])('over %d sites drawn from 126', (sites) => {
  const DRAWS = 300;

  test('the interval of the mean of each of 32 systems covers the truth in at least 92 of 100 draws', () => {
    const random = new Random(`means ${sites}`);
    const covered = SYSTEMS.map(() => 0);
    for (let draw = 0; draw < DRAWS; draw++) {
      const table = drawTable(random, sites);
      table.systems.forEach(({ columns }, system) => {
        const { low, high } = intervalOf(bySite(columns, table.siteOf, sites))!;
        if (low <= truth[system]! && truth[system]! <= high) covered[system]!++;
      });
    }
    // The standard deviation of a share of 0.95 over 300 draws is 0.013.
    expect(Math.min(...covered) / DRAWS).toBeGreaterThanOrEqual(0.92);
  });

  test('the worse of two systems is called better in at most 5 of 100 draws, for each of 496 pairs', () => {
    const random = new Random(`differences ${sites}`);
    const flips = new SignFlips('coverage', 199);
    const draws = 60;
    const [wrong, covered] = [new Map<string, number>(), new Map<string, number>()];
    const count = (of: Map<string, number>, key: string): unknown => of.set(key, (of.get(key) ?? 0) + 1);
    for (let draw = 0; draw < draws; draw++) {
      for (const comparison of compareSystems(drawTable(random, sites), flips)) {
        const { first, second, difference, test: result } = comparison;
        const key = `${SYSTEMS[first]!} ${SYSTEMS[second]!}`;
        const { low, high } = result!.interval!;
        const real = truth[first]! - truth[second]!;
        if (low <= real && real <= high) count(covered, key);
        // Of the pair alone, which is called different more often than one among 496.
        const alone = { test: { ...result!, adjusted: result!.p } };
        if (isSignificant(alone) && difference * real < 0) count(wrong, key);
      }
    }
    // Three draws of 60 are 5 %; the truth is at most 2.8 %, of which more than five are one in a hundred.
    expect(Math.max(0, ...wrong.values()) / draws).toBeLessThanOrEqual(5 / 60);
    expect([...wrong.values()].filter((each) => each > 3).length).toBeLessThanOrEqual(2);
    expect(Math.min(...covered.values()) / draws).toBeGreaterThanOrEqual(0.85);
    const all = [...covered.values()].reduce((sum, each) => sum + each, 0);
    expect(all / (draws * 496)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('where there is no difference', () => {
  const few = new SignFlips('false alarms', 199);
  const MADE = 6;

  /** Systems that fail on the same pages more or less by chance, on 60 pages of 30 sites. */
  function madeTable(random: Random): ComparisonTable {
    const noise = (): number => {
      const share = random.next() / 2 ** 32;
      return share * share * share;
    };
    const pages = Array.from({ length: 60 }, noise);
    const systems = Array.from({ length: MADE }, () =>
      systemOf(Float64Array.from(pages, (page) => 1 - (page + noise()) / 2)),
    );
    return { siteOf: Int32Array.from(pages, (_, page) => page >> 1), sites: 30, systems };
  }

  test('at most 5 of 100 pairs are called different, and any of 15 pairs as seldom after the correction', () => {
    const random = new Random('no difference');
    let [single, family] = [0, 0];
    for (let repetition = 0; repetition < 1_000; repetition++) {
      const comparisons = compareSystems(madeTable(random), few);
      if (comparisons[0]!.test!.p <= 0.05) single++;
      if (comparisons.some(isSignificant)) family++;
    }
    // Standard deviation 0.007.
    expect(single / 1_000).toBeLessThan(0.06);
    expect(family / 1_000).toBeLessThan(0.06);
  });
});

test('all pages of all systems are there', () => {
  expect(SYSTEMS).toHaveLength(32);
  expect(PAGES).toBe(181);
  expect(pagesOfSite).toHaveLength(126);
});
