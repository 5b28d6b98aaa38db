import { describe, expect, test } from 'vitest';
import { entryOf, runOf } from '../../harness/report/fixtures/finished-run.ts';
import { leaderboardPage } from './leaderboard-page.ts';
import type { LeaderboardPage } from './leaderboard-page.ts';

function pageOf(over: Partial<LeaderboardPage>): string {
  const run = runOf([entryOf('a|b', 0.9, { rank: 1 }), entryOf('c', 0.8, { rank: 1 })]);
  return leaderboardPage({ run, fields: [], plots: new Map(), published: [], others: [], ...over });
}

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
    const page = pageOf({
      plots: new Map([['toy', 'toy.svg']]),
      published: [published, { ...published, corpus: 'elsewhere' }],
    });
    const marks = [...page.matchAll(/^(?:#+ .*|!\[.*|There are too few.*)$/gmu)].map(([line]) => line);
    expect(marks).toEqual([
      '# Leaderboards',
      '## toy 2 · 3 of 5 pages · policy article · sorted by tokens F1',
      'There are too few sites to rank anyone.',
      '![F1 against milliseconds a page](toy.svg)',
      '## toy: other figures of the text',
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
      'with Assay 0.1.0: 2 extractors (versions at the end), run from 2026-11-22 on linux x64, A \\| B, 2 cores, Node 20, 2 workers, 1,000 ms and 2,048 MB a page at most.',
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
});
