import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Columns } from './columns.ts';
import { compareSystems } from './compare-systems.ts';
import type { ComparedSystem, Comparison, ComparisonTable } from './comparison-table.ts';
import { bootstrapIntervals } from './interval.ts';
import type { Interval } from './interval.ts';
import { Random } from './random.ts';
import { Resampling } from './resamples.ts';

// What intervals and tests promise, tried on figures as extractors have them: pages drawn from the 181 page scores of
// article-extraction-benchmark stand for a world in which the truth is known. Made by scripts/page-scores.ts.
const { f1 } = JSON.parse(
  readFileSync(new URL('fixtures/aeb-page-scores.json', import.meta.url), 'utf8'),
) as { readonly f1: Readonly<Record<string, readonly number[]>> };

/** Fewer than a run takes: their own error is small beside that of as many repetitions. */
const RESAMPLES = 300;
const REPETITIONS = 600;

const resampling = new Resampling('coverage', RESAMPLES);

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function drawPages(random: Random, pages: number): Int32Array {
  return new Int32Array(pages).map(() => random.below(181));
}

/** The share of the intervals that a value lies in. */
function shareWith(intervals: readonly (Interval | undefined)[], value: number): number {
  return intervals.filter((each) => each!.low <= value && value <= each!.high).length / intervals.length;
}

/** A system over pages, every page a site of its own. */
function systemOf(values: Float64Array): ComparedSystem {
  return {
    counts: new Uint8Array(values.length).fill(1),
    values,
    columns: [{ part: values, whole: new Float64Array(values.length).fill(1) }],
  };
}

function tableOf(systems: readonly Float64Array[]): ComparisonTable {
  const pages = systems[0]!.length;
  return {
    siteOf: Int32Array.from({ length: pages }, (_, page) => page),
    sites: pages,
    systems: systems.map(systemOf),
  };
}

describe('the interval of a mean covers the truth in 91 to 98 of 100 draws', () => {
  const systems = ['trafilatura', 'readability_js', 'rs_trafilatura'];
  test.each([
    ...systems.flatMap((name) => [50, 181].map((pages) => [name, pages] as const)),
    ['AutoExtract', 181] as const,
  ])('%s over %d pages', (name, pages) => {
    const share = coverageOfMean(name, pages);
    expect(share).toBeGreaterThanOrEqual(0.91);
    expect(share).toBeLessThanOrEqual(0.98);
  });

  test('known to be short: most of the loss on 3 pages of 181, which 43 of 100 draws of 50 pages miss', () => {
    const share = coverageOfMean('AutoExtract', 50);
    expect(share).toBeGreaterThan(0.83);
    expect(share).toBeLessThan(0.91);
  });

  function coverageOfMean(name: string, pages: number): number {
    const world = f1[name]!;
    const truth = meanOf(world);
    const random = new Random(`${name} ${pages}`);
    const whole = new Float64Array(pages).fill(1);
    const draws = Array.from({ length: REPETITIONS }, (): Columns => {
      return [{ part: Float64Array.from(drawPages(random, pages), (page) => world[page]!), whole }];
    });
    return shareWith(bootstrapIntervals(draws, resampling), truth);
  }
});

describe('the interval of a difference covers the truth in 91 to 98 of 100 draws of 181 pages', () => {
  const PAIRS = [
    ['AutoExtract', 'rs_trafilatura'],
    ['trafilatura', 'readability_js'],
    ['readability_js', 'newspaper'],
  ] as const;
  const names = [...new Set(PAIRS.flat())];
  let draws: readonly (readonly Comparison[])[];
  beforeAll(() => {
    const random = new Random('differences');
    draws = Array.from({ length: REPETITIONS }, () => {
      const pages = drawPages(random, 181);
      const systems = names.map((name) => Float64Array.from(pages, (page) => f1[name]![page]!));
      return compareSystems(tableOf(systems), resampling);
    });
  });

  test.each(PAIRS)('%s and %s', (first, second) => {
    const truth = meanOf(f1[first]!) - meanOf(f1[second]!);
    const intervals = draws.map((comparisons) => {
      const pair = comparisons.find((each) => names[each.first] === first && names[each.second] === second);
      return pair!.test!.interval;
    });
    const share = shareWith(intervals, truth);
    expect(share).toBeGreaterThanOrEqual(0.91);
    expect(share).toBeLessThanOrEqual(0.98);
  });
});

describe('where there is no difference', () => {
  const few = new Resampling('false alarms', 199);
  const SYSTEMS = 6;

  /** Systems that fail on the same pages more or less by chance, on 60 pages of 30 sites. */
  function madeTable(random: Random): ComparisonTable {
    const noise = (): number => {
      const share = random.next() / 2 ** 32;
      return share * share * share;
    };
    const pages = Array.from({ length: 60 }, noise);
    const systems = Array.from({ length: SYSTEMS }, () =>
      systemOf(Float64Array.from(pages, (page) => 1 - (page + noise()) / 2)),
    );
    return { siteOf: Int32Array.from(pages, (_, page) => page >> 1), sites: 30, systems };
  }

  test('one pair is called different in 5 of 100 cases, any of 15 pairs as well after the correction', () => {
    const random = new Random('no difference');
    let [single, family] = [0, 0];
    for (let repetition = 0; repetition < 1_000; repetition++) {
      const comparisons = compareSystems(madeTable(random), few);
      if (comparisons[0]!.test!.p <= 0.05) single++;
      if (comparisons.some(({ test: each }) => each!.adjusted <= 0.05)) family++;
    }
    // Standard deviation 0.007.
    expect(single / 1_000).toBeGreaterThan(0.03);
    expect(single / 1_000).toBeLessThan(0.07);
    expect(family / 1_000).toBeGreaterThan(0.03);
    expect(family / 1_000).toBeLessThan(0.07);
  });
});
