import pc from 'picocolors';
import { describe, expect, test } from 'vitest';
import type { JournalLine } from '../store/journal-line.ts';
import type { NeighbourComparison } from '../store/summary-file.ts';
import { METRICS } from '../score/metrics/register.ts';
import { entryOf, runOf } from './fixtures/finished-run.ts';
import { formatMs } from './format.ts';
import { markdownReport } from './markdown.ts';
import { terminalReport } from './terminal.ts';

const plain = pc.createColors(false);
/** Room for all figures. */
const wide = { whole: 'in report.md', width: 140 };

test('report.md of 20 extractors that fail on 1,000 pages fits into a comment, and says what it leaves out', () => {
  const names = Array.from({ length: 20 }, (_, index) => `extractor-${index}`);
  const message = 'x'.repeat(2000);
  const journal = names.flatMap((extractor) =>
    Array.from({ length: 1000 }, (_, page) => {
      const line = {
        status: 'failed',
        corpus: 'toy',
        extractor,
        page: `page-${page}`,
        site: 's',
        failure: 'threw',
        message,
        metrics: {},
      };
      return line as unknown as JournalLine;
    }),
  );
  const pages = { scored: 1000, failed: 1000, skipped: 0 };
  const entries = names.map((name) => entryOf(name, 0, { pages, failures: { threw: 1000 } }));
  const report = markdownReport(runOf(entries, journal));
  expect(report.length).toBeLessThanOrEqual(60_000);
  expect(report).toContain('- 980 more: in report.html and results.jsonl');
  expect(report.endsWith('There is more in report.html.\n')).toBe(true);
  for (const name of names) expect(report).toContain(`| ${name} |`);
  expect(report.match(/<details>/g)).toHaveLength(report.match(/<\/details>/g)!.length);
});

describe('the terminal report', () => {
  test('one table, best first, what is undefined last', () => {
    const report = terminalReport(
      runOf([entryOf('a', 0.5), entryOf('none', undefined), entryOf('best', 0.9474)]),
      plain,
      wide,
    );
    expect(report.split('\n').slice(0, 9)).toEqual([
      'toy 2 · 3 of 5 pages · policy article · sorted by tokens F1',
      '',
      '                  tokens               shingles             exact',
      'extractor  pages      P      R     F1      P      R     F1    acc  rejects  failed  median ms',
      'best           3  0.947  0.947  0.947  0.947  0.947  0.947  0.947        –       0       14.2',
      'a              3  0.500  0.500  0.500  0.500  0.500  0.500  0.500        –       0       14.2',
      'none           3      –      –      –      –      –      –      –        –       0       14.2',
      '',
      'no ranks: the extractors share fewer than 20 sites; differences may be chance',
    ]);
  });

  test('fits into 80 columns: the primary metric, failures and times; what there is no room for is named', () => {
    const usual = { ...runOf([entryOf('a', 0.5), entryOf('best', 0.9474)]), metrics: METRICS };
    const lines = terminalReport(usual, plain).split('\n');
    expect(lines.slice(2, 8)).toEqual([
      '                  tokens               exact',
      'extractor  pages      P      R     F1    acc  rejects  failed  median ms',
      'best           3  0.947  0.947  0.947  0.947        –       0       14.2',
      'a              3  0.500  0.500  0.500  0.500        –       0       14.2',
      '',
      'no ranks: the extractors share fewer than 20 sites; differences may be chance',
    ]);
    expect(lines[8]).toBe('shingles and signatures of figures: in report.html');
    const long = terminalReport(runOf([entryOf('x'.repeat(100), 0.5)]), plain, { width: 60 });
    expect(long).toMatch(/^x+…  3? *0\.500/mu);
    expect(
      Math.max(
        ...long
          .split('\n')
          .slice(2, 7)
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(60);
  });

  test('without figures, where every page was skipped, has one line of heads', () => {
    const skipped = { pages: { scored: 0, failed: 0, skipped: 3 }, metrics: {} };
    const lines = terminalReport(runOf([entryOf('html', 0, skipped)]), plain).split('\n');
    expect([lines[1], lines[2]]).toEqual([
      '',
      expect.stringMatching(/^extractor +pages +failed +median ms$/),
    ]);
  });

  test('ranks, intervals and how far neighbours are from being told apart', () => {
    const chance = { p: 0.2, adjusted: 0.3, detectable: 0.02, morePages: 1_234 };
    const neighbour = (first: string, second: string, over: object): NeighbourComparison => {
      const shared = { pages: 3, sites: 3, difference: 0.1, wins: 1, ties: 1, losses: 1 };
      const what = { corpus: 'toy', metric: 'tokens', figure: 'f1' };
      return { ...what, first, second, ...shared, test: { ...chance, ...over } };
    };
    const f1 = { value: 0.9, low: 0.8512, high: 0.9449, n: 3 };
    const input = runOf([
      entryOf('a', 0.9, { rank: 1, metrics: { tokens: { f1 } } }),
      entryOf('all', 0.7, { baseline: true }),
      entryOf('b', 0.8, { rank: 1 }),
      entryOf('c', 0.6, { rank: 3 }),
      entryOf('d', 0.5, { rank: 3 }),
      entryOf('e', 0.4, { rank: 3 }),
    ]);
    const neighbours = [
      neighbour('a', 'b', {}),
      neighbour('b', 'c', { adjusted: 0.01 }),
      neighbour('c', 'd', { morePages: undefined }),
      neighbour('d', 'e', { morePages: 1e6 }),
    ];
    const report = terminalReport({ ...input, summary: { ...input.summary, neighbours } }, plain, wide);
    const rows = report.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(rows[3]!.slice(0, 7)).toEqual(['rank', 'extractor', 'pages', 'P', 'R', 'F1', '95 %']);
    expect(rows[4]!.slice(0, 7)).toEqual(['1', 'a', '3', '–', '–', '0.900', '0.851–0.945']);
    const shown = rows.slice(4, 10).map((row) => [row[0], row[1], row.at(-3)]);
    expect(shown).toEqual([
      ['1', 'a', '+1,234'],
      ['1', 'b', 'apart'],
      ['–', 'all *', '–'],
      ['3', 'c', 'same'],
      ['3', 'd', '>99,999'],
      ['3', 'e', '–'],
    ]);
    expect(report).toContain('rank: 1 + the number of extractors that are better by more than chance');
  });

  test('says which rows are baselines and which skipped pages', () => {
    const skipping = { pages: { scored: 1, failed: 0, skipped: 2 } };
    const report = terminalReport(
      runOf([entryOf('all', 0.5, { baseline: true }), entryOf('html', 0.4, skipping)]),
      plain,
      wide,
    );
    expect(report).toContain('all *');
    expect(report).toContain('* a baseline, to keep the table honest');
    expect(report).toContain('skipped pages: html 2; rows over other pages are not comparable');
  });

  test('names failures by kind and the worst pages with what they lost', () => {
    const key = { corpus: 'toy', extractor: 'a', site: 's' };
    const journal: JournalLine[] = ['s/1', 's/2', 's/3', 's/4'].map((page) => {
      return {
        ...key,
        page,
        status: 'failed',
        failure: 'threw',
        message: `Error: \u001b[31mno ${page}`,
        metrics: {},
      };
    });
    const counts = { missing: 1204, required: 1980, surplus: 12 };
    const worst = [{ page: 's/9', site: 's', value: 0.25, counts }, { page: 'f'.repeat(64), site: 'x.example', value: 0.5, counts: { missing: 0, required: 1, surplus: 3 } }]; // prettier-ignore
    const entry = entryOf('a', 0.5, { failures: { threw: 4 }, worst });
    const report = terminalReport(runOf([entry], journal), plain, wide);
    expect(report).toContain('a failed: 4 threw\n  s/1  threw: Error:  [31mno s/1\n');
    expect(report).toContain('  … 1 more in report.md');
    expect(report).toContain(
      `  0.250  s/9${' '.repeat(71)}  1204 of 1980 required tokens missing, 12 surplus\n`,
    );
    // Whole, so that it can be copied.
    const long = `x.example ${'f'.repeat(64)}`;
    expect(report).toContain(`  0.500  ${long}  0 of 1 required tokens missing, 3 surplus\n`);
    expect(report).not.toContain('\u001b');
  });

  test('says where a failed page threw and what its extractor wrote last, shortened', () => {
    const failure = { corpus: 'toy', extractor: 'a', site: 's', page: 's/1', status: 'failed', failure: 'threw', message: 'Error: no', metrics: {}, stack: 'at inner (src/a.ts:1:2)\nat extract (src/a.ts:9:3)\nat third (src/a.ts:20:1)', output: 'one\ntwo\nthree\n\u001b[31mfour' } as const; // prettier-ignore
    const entry = entryOf('a', 0.5, { failures: { threw: 1 } });
    expect(terminalReport(runOf([entry], [failure]), plain, wide)).toContain(
      `  s/1  threw: Error: no
      at inner (src/a.ts:1:2)
      at extract (src/a.ts:9:3)
      wrote: two
      wrote: three
      wrote:  [31mfour
`,
    );
    expect(markdownReport(runOf([entry], [failure]))).toContain(
      '- s/1: **threw**, Error: no<br>at inner \\(src/a.ts:1:2\\)<br>at extract \\(src/a.ts:9:3\\)<br>wrote: two<br>wrote: three<br>',
    );
  });

  test('failures fit into the width, in lines that are indented', () => {
    const message = 'the command answered nothing '.repeat(6).trim();
    const failure = { corpus: 'toy', extractor: 'a', site: 's', page: 's/1', status: 'failed', failure: 'threw', message, metrics: {}, output: message } as const; // prettier-ignore
    const entry = entryOf('a', 0.5, { failures: { threw: 1 } });
    const report = terminalReport(runOf([entry], [failure]), plain, { width: 60 });
    const lines = report.split('\n').slice(report.split('\n').indexOf('a failed: 1 threw'));
    expect(lines.slice(1, 4)).toEqual([
      '  s/1  threw: the command answered nothing the command',
      '      answered nothing the command answered nothing the',
      '      command answered nothing the command answered nothing',
    ]);
    expect(lines.filter((line) => line.length > 60)).toEqual([]);
  });

  test('explains the columns that it shows and no others', () => {
    const rejects = { value: 0.5, n: 2 };
    const f1 = { value: 0.9, low: 0.8, high: 0.95, n: 3 };
    const run = runOf([
      entryOf('a', 0.9, { rank: 1, metrics: { tokens: { f1, rejects } } }),
      entryOf('b', 0.8, { rank: 2 }),
    ]);
    const told = (width: number) =>
      terminalReport(run, plain, { width })
        .split('\n')
        .filter((line) => /^(?:rank|95 %|rejects|to next):/u.test(line))
        .map((line) => line.slice(0, line.indexOf(':')));
    expect(told(200)).toEqual(['rank', '95 %', 'to next', 'rejects']);
    expect(told(50)).toEqual(['rank', '95 %']);
  });

  test('leaves worst pages to the file where there are many extractors', () => {
    const counts = { missing: 1, required: 2, surplus: 0 };
    const worst = [{ page: 's/9', site: 's', value: 0.25, counts }];
    const of = (names: string): string =>
      terminalReport(runOf(names.split(' ').map((name) => entryOf(name, 0.5, { worst }))), plain, wide);
    expect(of('a b c d').match(/worst pages by tokens F1/g)).toHaveLength(4);
    expect(of('a b c d e')).not.toContain('s/9');
    expect(of('a b c d e')).toContain('worst pages of each of the 5 extractors: in report.md');
  });
});

describe('the Markdown report', () => {
  test('has the table, the signatures, and every failed page', () => {
    const journal: JournalLine[] = [
      { corpus: 'toy', extractor: 'a', site: 's', page: 's/1', status: 'failed', failure: 'timeout', message: 'no answer', metrics: {} },
    ]; // prettier-ignore
    const report = markdownReport(runOf([entryOf('a', 0.5, { failures: { timeout: 1 } })], journal));
    expect(report).toContain('| extractor | pages | tokens P | tokens R | tokens F1 |');
    expect(report).toContain('| a | 3 | 0.500 | 0.500 | 0.500 |');
    expect(report).toContain('    tokens|v1|n:3|corpus:toy@ab');
    expect(report).toContain(
      '<details><summary>a failed: 1 timeout</summary>\n\n- s/1: **timeout**, no answer\n\n</details>',
    );
    expect(report).toContain('A \\| B');
  });

  test('has what goes beside the text in a table of its own, unless it was chosen', () => {
    const share = { value: 0.25, n: 3 };
    const entry = entryOf('a', 0.5, {
      metrics: { tokens: { f1: share }, title: { exact: share, f1: share } },
      signatures: { tokens: 'tokens|v1', title: 'title|v1' },
    });
    const whole = { ...runOf([entry]), metrics: METRICS };
    const report = markdownReport(whole);
    expect(report).toContain(
      '<details><summary>Structure, order and metadata</summary>\n\n| extractor | pages | title exact |',
    );
    expect(report).toContain('| a | 3 | 0.250 |\n');
    expect(terminalReport(whole, plain, wide)).not.toContain('title');
    const chosen = METRICS.filter(({ name }) => ['tokens', 'title'].includes(name));
    expect(terminalReport({ ...whole, metrics: chosen }, plain, wide)).toContain('title');
  });

  test('how much of the oracle each extractor is, from three on', () => {
    const line = (extractor: string, page: string, f1: number): JournalLine => ({
      corpus: 'toy',
      extractor,
      page,
      site: 's',
      status: 'extracted',
      metrics: { tokens: { counts: {}, figures: { f1 } } },
    });
    const journal = [
      line('a', 'p', 0.5),
      line('b', 'p', 0.9),
      line('c', 'p', 0.9),
      line('a', 'q', 1),
      line('d', 'q', 1),
    ];
    const entries = ['a', 'b', 'c'].map((name) => entryOf(name, 0.5));
    const report = markdownReport(runOf([...entries, entryOf('d', 1, { baseline: true })], journal));
    expect(report).toContain('| a | 50.0 % |\n| b | 25.0 % |\n| c | 25.0 % |');
    expect(markdownReport(runOf(entries.slice(1), journal))).not.toContain('oracle');
  });

  test('folds what costs most and how each is on kinds of pages', () => {
    const line = (page: string, kind: 'news' | 'blog', f1: number): JournalLine => ({
      corpus: 'toy',
      extractor: 'a',
      page,
      site: 's',
      slices: { kind, traits: [] },
      status: 'extracted',
      explained: { surplus: { nav: 10 }, missing: {} },
      metrics: { tokens: { counts: { required: 10, matched: 10, missing: 0, surplus: 10, neutral: 0, failed: 0 }, figures: { f1 } } },
    }); // prettier-ignore
    const report = markdownReport(
      runOf([entryOf('a', 0.5)], [line('p', 'news', 0.5), line('q', 'blog', 0.75)]),
    );
    // An extractor that was measured on fewer pages than others has their number behind its figure.
    const fewer = { ...line('p', 'news', 0.5), extractor: 'b' };
    const all = [line('p', 'news', 0.5), line('r', 'news', 1), line('q', 'blog', 0.75), fewer];
    const both = markdownReport(runOf([entryOf('a', 0.5), entryOf('b', 0.5)], all));
    expect(both).toContain('| kind: news | 2 | 0.750 | 0.500 \\(1\\) |\n| kind: blog | 1 | 0.750 | – |\n');
    expect(both).toContain('In brackets: the number of pages, where an extractor was measured on fewer.');
    expect(report).not.toContain('In brackets');
    // Ten tokens of twenty are surplus: F1 is 2/3, and 1 without them.
    expect(report).toContain('| class | a |\n| :-- | --: |\n| nav | 0.333 |\n\n</details>');
    expect(report).toContain('<details><summary>Slices: tokens F1</summary>');
    expect(report).toContain('| kind: blog | 1 | 0.750 |\n| kind: news | 1 | 0.500 |\n');
  });

  test('shows hostile text as text', () => {
    const worst = [
      { page: '<img src=x onerror=alert(1)>|', site: '[x](javascript:1)', value: 0, counts: {} },
    ];
    const failed = { corpus: 'toy', extractor: '<b>&', site: 's', page: 's/1', status: 'failed', failure: 'threw', message: '', metrics: {} } as const; // prettier-ignore
    const entry = entryOf('<b>&', 0.5, { worst, failures: { threw: 1 } });
    const report = markdownReport(runOf([entry], [failed]));
    expect(report).toContain('\\<img src=x onerror=alert\\(1\\)\\>\\|');
    expect(report).toContain('\\[x\\]\\(javascript:1\\)');
    expect(report).toContain('\\<b\\>&amp;');
    expect(report).toContain('<summary>&lt;b&gt;&amp; failed: 1 threw</summary>');
  });
});

test.each([
  [0.214, '0.21'],
  [14.25, '14.3'],
  [1203.7, '1,204'],
])('%s ms is written %s', (ms, text) => {
  expect(formatMs(ms)).toBe(text);
});
