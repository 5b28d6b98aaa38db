import { describe, expect, test } from 'vitest';
import { entryOf, runOf } from '../../harness/report/fixtures/finished-run.ts';
import type { FinishedRun } from '../../harness/report/reporter.ts';
import { leaderboardPage } from './leaderboard-page.ts';
import type { LeaderboardRun } from './leaderboard-page.ts';

const RUN = runOf([entryOf('a|b', 0.9, { rank: 1 }), entryOf('c', 0.8, { rank: 1 })]);

function runsOf(over: Partial<LeaderboardRun>): LeaderboardRun {
  return { run: RUN, fields: [], complementarity: [], published: [], ...over };
}

function pageOf(over: Partial<LeaderboardRun>, plots: ReadonlyMap<string, string> = new Map()): string {
  return leaderboardPage({ runs: [runsOf(over)], plots, others: [] });
}

const PAIR = {
  corpus: 'toy',
  unit: 'tokens' as const,
  extractors: [
    { name: 'a|b', kept: 0.9, onlyHere: 0.1, oracle: 0.25 },
    { name: 'c', kept: 0.8, onlyHere: 0, oracle: 0.75 },
  ],
  pairs: [
    { first: 'a|b', second: 'c', pages: 2, required: 200, both: 160, onlyFirst: 20, onlySecond: 10, surplus: 10, goldShare: 0.95 },
  ],
}; // prettier-ignore

describe('the page of leaderboards', () => {
  test('has for each corpus quality, a choice, the plot, other figures, time, and what was published', () => {
    const published = {
      corpus: 'toy',
      title: 'T',
      source: 'nowhere',
      columns: ['F1'],
      leftOut: [],
      incomparable: 'too few',
      rows: [],
    };
    const page = pageOf(
      { complementarity: [PAIR], published: [published, { ...published, corpus: 'elsewhere' }] },
      new Map([['toy', 'toy.svg']]),
    );
    const marks = [...page.matchAll(/^(?:#+ .*|!\[.*|There are too few.*)$/gmu)].map(([line]) => line);
    expect(marks).toEqual([
      '# Leaderboards',
      '## toy 2 · 3 of 5 pages · policy article · sorted by tokens F1',
      'There are too few sites to rank anyone.',
      '![F1 against milliseconds a page](toy.svg)',
      '## toy: other figures of the text',
      '## toy: what costs most',
      '## toy: two together',
      '## toy: time and memory',
      '## toy: beside published figures (T)',
      '## What ran and what did not',
    ]);
  });

  test('the first table has the figures that rank, the next one the others', () => {
    const heads = [...pageOf({}).matchAll(/^\| (?:rank|extractor) .*$/gmu)].map(([line]) => line);
    expect(heads.slice(0, 2)).toEqual([
      '| rank | extractor | pages | tokens P | tokens R | tokens F1 | rejects | to next | failed | median ms |',
      '| extractor | pages | shingles P | shingles R | shingles F1 | exact acc |',
    ]);
  });

  test('says what it was made with; signatures can be opened', () => {
    const page = pageOf({});
    expect(page).toContain(
      'with 2 extractors (versions at the end), run by Assay 0.1.0 from 2026-11-22 on linux x64, A \\| B, 2 cores, Node 20, 2 workers, 1,000 ms and 2,048 MB a page at most.',
    );
    expect(page).toContain(
      '<details><summary>Signatures</summary>\n\n    tokens|v1|n:3|corpus:toy@ab\n\n</details>',
    );
  });

  test('the human ceiling is a row of corpora with second labels, which says how many pages it is of', () => {
    const skipped = { pages: { scored: 0, failed: 0, skipped: 3 }, corpus: 'other' };
    const human = entryOf('human', 0.996, { baseline: true, pages: { scored: 2, failed: 0, skipped: 1 } });
    const run = runOf([
      entryOf('a', 0.9),
      human,
      entryOf('a', 0.7, { corpus: 'other' }),
      entryOf('human', undefined, { baseline: true, ...skipped }),
    ]);
    const [toy] = run.description.corpora;
    const corpora = [toy!, { ...toy!, name: 'other' }];
    const extractors = run.description.extractors.slice(0, 2);
    const page = pageOf({ run: { ...run, description: { ...run.description, corpora, extractors } } });
    expect(page.match(/^\| human .*$/gmu)).toEqual([
      '| human \\* | 2 | 0.996 | 0.996 | 0.996 | – | 0 | 14.2 |',
      '| human \\* | 2 | 0.996 | 0.996 | 0.996 | 0.996 |',
      '| human | 14.2 | 20.0 | 60.0 | – | – | 0 |',
      '| human | 1.0 | – | module | – | refused by namespace |',
    ]);
    expect(page.match(/^human: .*$/gmu)).toEqual([
      'human: the human ceiling: second labels, each by a reader who saw the page and the guide alone, as extractions. They are of 2 pages only; the other rows are means over more',
    ]);
  });

  test('says what cost each extractor most, from the journal; baselines aside', () => {
    const base = {
      extractor: 'c',
      corpus: 'toy',
      page: 'p',
      status: 'scored' as const,
      cached: false,
      ms: 1,
      versions: {},
    };
    const counts = { required: 100, matched: 50, surplus: 50 };
    const line = {
      ...base,
      metrics: { tokens: { figures: { f1: 0.5 }, counts } },
      explained: { surplus: { related: 50 }, missing: { lead: 50 } },
    }; // prettier-ignore
    // oxlint-disable-next-line no-unsafe-type-assertion -- what the section reads of a line
    const journal = [line] as unknown as FinishedRun['journal'];
    const page = pageOf({ run: { ...RUN, journal } });
    // P = R = F1 = 0.5. Without the surplus: P 1, R 0.5, F1 0.667. With all that is missing: P 100/150, R 1, F1 0.8.
    expect(page).toContain(
      '| a\\|b | no class costs 0.001 |\n| c | lead +0.300 \\(1 page\\), related +0.167 \\(1 page\\) |',
    );
  });

  test('says who is most often the best, and which pairs are', () => {
    const page = pageOf({ complementarity: [PAIR] });
    expect(page).toContain('| c | 80.0 % | 0.0 % | 75.0 % |\n| a\\|b | 90.0 % | 10.0 % | 25.0 % |');
    expect(page).toContain('| a\\|b + c | 80.0 % | 10.0 % | 5.0 % | 95.0 % | 95.0 % |');
  });

  test('is made of several runs: their corpora follow each other, what ran in both is listed once', () => {
    const [toy] = RUN.description.corpora;
    const { description, summary } = RUN;
    const other = {
      ...RUN,
      description: { ...description, started: '2026-11-29T10:00:00Z', corpora: [{ ...toy!, name: 'other' }] },
      summary: { ...summary, extractors: [entryOf('c', 0.7, { corpus: 'other' })] },
    };
    const page = leaderboardPage({
      runs: [runsOf({}), runsOf({ run: other })],
      plots: new Map(),
      others: [],
    });
    expect(page.match(/^## \w+: time and memory$/gmu)).toEqual([
      '## toy: time and memory',
      '## other: time and memory',
    ]);
    expect(page.match(/^\| c \| 1\.0 .*$/gmu)).toHaveLength(1);
    expect(page).toContain('at most; by Assay 0.1.0 from 2026-11-29 on');
  });
});
