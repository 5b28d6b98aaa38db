import { describe, expect, test } from 'vitest';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunDescription } from '../store/run-description.ts';
import type { Figure } from '../model/score.ts';
import { valueOnPage } from '../score/metric.ts';
import { segments } from '../score/metrics/segments.ts';
import { changedPages, comparePair, sharedExtractors } from './compare.ts';
import { compareField } from './compare-field.ts';
import { oracleShares } from './complementarity.ts';
import { oracleLines } from './oracle.ts';
import type { RunRecord } from '../store/read-run.ts';

const SITES = 24;

/** A run whose extractors had these F1 on page `p0` … of as many sites; `undefined`: skipped. */
function recordOf(
  folder: string,
  f1: Readonly<Record<string, (page: number) => number | undefined>>,
  over: Partial<RunDescription> = {},
): RunRecord {
  const names = Object.keys(f1);
  const description = {
    schema: 'assay/run@1',
    assay: '0.1.0',
    policy: 'article',
    corpora: [{ name: 'toy', source: 'toy', digest: 'ab', gold: 'text', pages: SITES, selected: SITES }],
    extractors: names.map((name) => ({ name, version: '1', baseline: name === 'nothing' })),
    metrics: ['tokens@2'],
    options: { workers: 1, timeoutMs: 1000, memoryMb: 100 },
    ...over,
  } as unknown as RunDescription;
  const journal = names.flatMap((name) =>
    Array.from({ length: SITES }, (_, page): JournalLine => lineOf(name, page, f1[name]!(page))),
  );
  return { folder, description, journal, isFinished: true };
}

function lineOf(extractor: string, page: number, f1: number | undefined): JournalLine {
  const key = { corpus: 'toy', extractor, page: `p${page}`, site: `s${page}` };
  if (f1 === undefined) return { ...key, status: 'skipped', reason: 'not mine' };
  const figures: Record<string, Figure> = {
    precision: 1,
    recall: f1,
    f1,
    rejects: { undefined: 'not-a-reject' } as never,
  };
  return { ...key, status: 'extracted', metrics: { tokens: { counts: {}, figures } } };
}

describe('two extractors', () => {
  // The second is 0.5 on the last six pages and as good elsewhere.
  const record = recordOf('run', {
    good: () => 0.9,
    worse: (page) => (page >= 18 ? 0.5 : 0.9),
    partial: (page) => (page < 4 ? undefined : 0.9),
  });
  const pairOf = (first: string, second: string) =>
    comparePair({ first: { record, name: first }, second: { record, name: second } })[0]!;

  test('are compared figure by figure, the headline last', () => {
    const { corpus, metric, figures } = pairOf('good', 'worse');
    expect([corpus, metric, figures.map(({ figure }) => figure)]).toEqual([
      'toy',
      'tokens',
      ['precision', 'recall', 'f1'],
    ]);
    const f1 = figures.at(-1)!;
    expect(f1).toMatchObject({
      first: expect.closeTo(0.9, 12),
      second: expect.closeTo(0.8, 12),
      difference: expect.closeTo(0.1, 12),
      wins: 6,
      ties: 18,
      losses: 0,
      pages: 24,
      sites: 24,
    });
    // Six differences of 0.4 and one unseen page of -1: a sum of 1.4. Of the 2^7 flips of their signs 46 reach that.
    expect(f1.test!.p).toBeGreaterThan(0.34);
    expect(f1.test!.p).toBeLessThan(0.38);
  });

  test('differ the other way when they change places', () => {
    const [one, other] = [pairOf('good', 'worse').figures.at(-1)!, pairOf('worse', 'good').figures.at(-1)!];
    expect(other.difference).toBeCloseTo(-one.difference, 12);
    expect([other.wins, other.losses]).toEqual([one.losses, one.wins]);
  });

  test('are compared on the pages that both scored', () => {
    const f1 = pairOf('worse', 'partial').figures.at(-1)!;
    // 14 pages of 0.9 and 6 of 0.5 are left.
    expect(f1).toMatchObject({ pages: 20, first: expect.closeTo(0.78, 12), second: expect.closeTo(0.9, 12) });
  });

  test('show the pages that differ, the greatest difference first', () => {
    const { pages } = pairOf('good', 'worse');
    expect([pages.length, pages[0]]).toEqual([24, { page: 'p0', site: 's0', first: 0.9, second: 0.9 }]);
    const changes = changedPages(pages);
    expect(changes.map(({ page }) => page)).toEqual(['p18', 'p19', 'p20', 'p21', 'p22', 'p23']);
    expect(changes[0]).toEqual({ page: 'p18', site: 's18', first: 0.9, second: 0.5 });
  });

  test('that are not there are named, with those that are', () => {
    expect(() => pairOf('good', 'bad')).toThrow(
      'there is no extractor "bad" in run; it has good, worse, partial',
    );
  });
});

describe('two runs', () => {
  const before = recordOf('before', { mine: () => 0.8, nothing: () => 0 });
  const after = recordOf('after', {
    mine: (page) => (page % 2 === 0 ? 0.9 : 0.8),
    other: () => 1,
    nothing: () => 0,
  });

  test('share the extractors of one name that are no baselines', () => {
    expect(sharedExtractors(before, after)).toEqual(['mine']);
    const [pair] = comparePair({
      first: { record: before, name: 'mine' },
      second: { record: after, name: 'mine' },
    });
    expect(pair!.figures.at(-1)).toMatchObject({
      first: expect.closeTo(0.8, 12),
      second: expect.closeTo(0.85, 12),
      difference: expect.closeTo(0.05, 12),
      wins: 12,
      ties: 12,
      losses: 0,
    });
    expect(pair!.direction).toBe('second-less-first');
    expect([pair!.first.run, pair!.second.run]).toEqual(['before', 'after']);
  });

  test.each<[string, Partial<RunDescription>, string]>([
    ['another policy', { policy: 'prose' }, 'the policy differs (article → prose)'],
    ['another metric', { metrics: ['tokens@3'] }, 'the list of metrics differs (tokens@2 → tokens@3)'],
    ['another corpus', { corpora: [{ ...after.description.corpora[0]!, digest: 'cd' }] }, 'the corpus toy has changed (digest ab → cd)'],
  ])('of %s are not compared', (_name, over, message) => {
    const other = recordOf('other', { mine: () => 1 }, over);
    const request = { first: { record: before, name: 'mine' }, second: { record: other, name: 'mine' } };
    expect(() => comparePair(request)).toThrow(message);
  }); // prettier-ignore

  test('of other extractors, versions and time limits are', () => {
    const other = recordOf(
      'other',
      { fast: () => 1 },
      { assay: '0.2.0', options: { workers: 9, timeoutMs: 1, memoryMb: 1 } },
    );
    expect(
      comparePair({ first: { record: before, name: 'mine' }, second: { record: other, name: 'fast' } }),
    ).toHaveLength(1);
  });
});

test('every two extractors of a run, best first, without baselines', () => {
  const record = recordOf('run', {
    low: () => 0.2,
    high: () => 0.9,
    middle: (page) => (page < 12 ? 0.5 : 0.4),
    nothing: () => 0,
  });
  const [field] = compareField(record);
  expect(field!.extractors.map(({ name, rank }) => [name, rank])).toEqual([
    ['high', 1],
    ['middle', 2],
    ['low', 3],
  ]);
  expect(field!.extractors[1]!.value).toBeCloseTo(0.45, 12);
  expect(field!.extractors.map(({ pages }) => pages)).toEqual([24, 24, 24]);
  expect(field!.pairs.map(({ first, second, wins }) => [first, second, wins])).toEqual([
    [0, 1, 24],
    [0, 2, 24],
    [1, 2, 24],
  ]);
  expect(() => compareField(recordOf('run', { one: () => 1, nothing: () => 0 }))).toThrow(
    'run has no two extractors to compare: one, beside baselines; name two, which may be baselines: assay compare RUN A B',
  );
  expect(() => compareField(recordOf('run', { one: () => 1 }))).toThrow(/: one, beside baselines$/);
});

describe('pages of snippets of which none is wanted', () => {
  // Sixty sites: on half a snippet is wanted, which both have; on the other half one must not appear.
  const pages = Array.from({ length: 60 }, (_, page) => page);
  const made = (extractor: string, page: number, leaks: boolean): JournalLine => {
    const isWanted = page < 30;
    const counts = { tp: isWanted ? 1 : 0, fp: leaks && !isWanted ? 1 : 0, fn: 0, tn: leaks || isWanted ? 0 : 1 };
    const none: Figure = { undefined: 'nothing-required' };
    const figures: Record<string, Figure> = isWanted
      ? { precision: 1, recall: 1, accuracy: 1, f1: 1 }
      : leaks
        ? { precision: 0, recall: none, accuracy: 0, f1: 0 }
        : { precision: { undefined: 'nothing-extracted' }, recall: none, accuracy: 1, f1: none };
    const key = { corpus: 'toy', extractor, page: `p${page}`, site: `s${page}` };
    return { ...key, status: 'extracted', metrics: { segments: { counts, figures } } };
  }; // prettier-ignore
  const record: RunRecord = {
    ...recordOf('run', { clean: () => 1, leaky: () => 1 }, {
      corpora: [{ name: 'toy', source: 'toy', digest: 'ab', gold: 'segments', pages: 60, selected: 60 }],
      metrics: ['segments@1'],
    }),
    journal: pages.flatMap((page) => [made('clean', page, false), made('leaky', page, true)]),
  }; // prettier-ignore
  const pair = comparePair({ first: { record, name: 'clean' }, second: { record, name: 'leaky' } })[0]!;

  test('count whatever came out, and the difference is that of the figures', () => {
    const f1 = pair.figures.at(-1)!;
    expect(f1).toMatchObject({ first: 1, pages: 60, sites: 60, wins: 30, ties: 30, losses: 0, lacking: 0 });
    expect(f1.second).toBeCloseTo(2 / 3, 12);
    expect(f1.difference).toBeCloseTo(1 / 3, 12);
  });

  test('are no pages of recall, which has nothing to say there', () => {
    expect(pair.figures.find(({ figure }) => figure === 'recall')).toMatchObject({ pages: 30, ties: 30 });
  });

  test('are changed where something leaks', () => {
    expect(changedPages(pair.pages)).toHaveLength(30);
    expect(changedPages(pair.pages)[0]).toMatchObject({ first: 1, second: 0 });
    const last = compareField(record)[0]!.pages.find(({ page }) => page === 'p59');
    expect(last).toMatchObject({ figures: [1, 0] });
  });

  test('are of those of the oracle that leave them alone', () => {
    const shares = oracleShares(record.journal, segments);
    expect(shares.get('clean')).toBeCloseTo(0.75, 12);
    expect(shares.get('leaky')).toBeCloseTo(0.25, 12);
    const systems = ['leaky', 'leaky', 'clean'].map((name) =>
      record.journal.filter(({ extractor }) => extractor === name),
    );
    const leaks = oracleLines(systems, [segments]).filter(
      (line) => line.status === 'extracted' && line.metrics['segments']!.counts['fp'] === 1,
    );
    expect(leaks).toEqual([]);
  });

  test('lose all in the gate where something leaks that did not', () => {
    const [before, after] = [record.journal.at(-2)!, record.journal.at(-1)!].map(
      (line) => line.status === 'extracted' && valueOnPage(line.metrics['segments']!, segments),
    );
    expect([before, after]).toEqual([1, 0]);
  });
});
