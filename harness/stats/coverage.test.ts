import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareSystems } from './compare-systems.ts';
import type { ComparedSystem } from './comparison-table.ts';
import { bootstrapIntervals } from './interval.ts';
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

/** A system over pages, every page a site of its own. */
function systemOf(values: Float64Array): ComparedSystem {
  return {
    counts: new Uint8Array(values.length).fill(1),
    values,
    columns: [{ part: values, whole: new Float64Array(values.length).fill(1) }],
  };
}

function tableOf(systems: readonly Float64Array[]): Parameters<typeof compareSystems>[0] {
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
    let covered = 0;
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      const part = Float64Array.from(drawPages(random, pages), (page) => world[page]!);
      const [interval] = bootstrapIntervals([[{ part, whole }]], resampling);
      const { low, high } = interval!;
      if (low <= truth && truth <= high) covered++;
    }
    return covered / REPETITIONS;
  }
});

describe('the interval of a difference covers the truth in 91 to 98 of 100 draws of 181 pages', () => {
  test.each([
    ['AutoExtract', 'rs_trafilatura'],
    ['trafilatura', 'readability_js'],
    ['newspaper', 'readability_js'],
  ])('%s and %s', (first, second) => {
    const [one, other] = [f1[first]!, f1[second]!];
    const truth = meanOf(one) - meanOf(other);
    const random = new Random(`${first} ${second}`);
    let covered = 0;
    for (let repetition = 0; repetition < REPETITIONS; repetition++) {
      const pages = drawPages(random, 181);
      const systems = [one, other].map((world) => Float64Array.from(pages, (page) => world[page]!));
      const { interval } = compareSystems(tableOf(systems), resampling)[0]!.test!;
      if (interval!.low <= truth && truth <= interval!.high) covered++;
    }
    expect(covered / REPETITIONS).toBeGreaterThanOrEqual(0.91);
    expect(covered / REPETITIONS).toBeLessThanOrEqual(0.98);
  });
});

describe('where there is no difference', () => {
  const few = new Resampling('false alarms', 199);
  const SYSTEMS = 6;

  /** Systems that fail on the same pages more or less by chance, on 60 pages of 30 sites. */
  function madeTable(random: Random): Parameters<typeof compareSystems>[0] {
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
