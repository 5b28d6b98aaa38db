import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../model/extraction.ts';
import type { Media, Page } from '../model/page.ts';
import { POLICIES } from '../model/policy.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunDescription, PageSelection } from '../store/run-description.ts';
import type { Summary } from '../store/summary-file.ts';
import type { RunResult } from './finish-run.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { corpusOf, extractorOf, mixed, withoutOffset } from './fixtures/toy-run.ts';
import { planPages } from './plan.ts';
import { runExtractors } from './run-extractors.ts';
import type { RunRequest } from './run-extractors.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-run-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function request(over: Partial<RunRequest> = {}): RunRequest {
  return {
    assayVersion: '0.0.0',
    plans: planPages([{ corpus: corpusOf(10), source: 'toy' }], {}),
    extractors: [mixed],
    policy: POLICIES.article,
    metrics: selectMetrics(undefined),
    options: { workers: 2, timeoutMs: 1000, memoryMb: 2048 },
    out: join(folder, 'run'),
    ...over,
  };
}

async function readLines(result: RunResult): Promise<JournalLine[]> {
  const text = await readFile(join(result.folder, 'results.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JournalLine);
}

test('what was recorded goes page by page, before extractors that run, which go one after the other', async () => {
  const asked: string[] = [];
  const named = (name: string, driver: 'recorded' | 'module') => ({
    ...extractorOf(name, ({ id }) => {
      asked.push(`${name} ${id}`);
      return { status: 'extracted', extraction: { text: 'a b' } };
    }),
    driver,
  });
  const extractors = [
    named('live', 'module'),
    named('kept', 'recorded'),
    named('other', 'module'),
    named('old', 'recorded'),
  ];
  const plans = planPages([{ corpus: corpusOf(20), source: 'toy' }], {});
  const { journal, summary } = await runExtractors(request({ extractors, plans }));
  const names = asked.map((each) => each.split(' ')[0]);
  expect(names.slice(40)).toEqual([...Array(20).fill('live'), ...Array(20).fill('other')]);
  // Two workers have four pages at work, and one is read ahead.
  expect(new Set(asked.slice(0, 20).map((each) => each.split(' ')[1])).size).toBeLessThanOrEqual(15);
  expect(journal).toHaveLength(80);
  expect(summary.extractors.map(({ name, pages }) => [name, pages.scored])).toEqual([
    ['kept', 20],
    ['live', 20],
    ['old', 20],
    ['oracle', 20],
    ['other', 20],
  ]);
});

describe('a run', () => {
  test('leaves a folder that holds everything', async () => {
    const result = await runExtractors(request());
    expect((await readdir(result.folder)).toSorted()).toEqual([
      'extractions.jsonl.gz',
      'results.jsonl',
      'run.json',
      'summary.json',
    ]);
    const description = JSON.parse(await readFile(join(result.folder, 'run.json'), 'utf8')) as RunDescription;
    expect(description).toMatchObject({
      schema: 'assay/run@1',
      policy: 'article',
      corpora: [{ name: 'toy', source: 'toy', pages: 10, selected: 10 }],
      extractors: [{ name: 'mixed', version: '1', driver: 'module' }],
      metrics: expect.arrayContaining(['tokens@2', 'segments@1', 'shingles@2', 'exact@2']) as unknown,
    });
    expect(await readLines(result)).toHaveLength(10);
    const extractions = gunzipSync(await readFile(join(result.folder, 'extractions.jsonl.gz'))).toString();
    expect(extractions.trimEnd().split('\n')).toHaveLength(8);
    expect(extractions).toContain(
      '{"corpus":"toy","extractor":"mixed","page":"s0/p0","extraction":{"text":"a b c d"}}\n',
    );
  });

  test('sums up: failures count as empty, skipped pages do not count', async () => {
    const { summary } = await runExtractors(request());
    const [entry] = summary.extractors;
    expect(summary.extractors).toHaveLength(1);
    expect(entry).toMatchObject({
      name: 'mixed',
      corpus: 'toy',
      pages: { scored: 9, failed: 1, skipped: 1 },
      failures: { threw: 1 },
      primary: 'tokens',
    });
    // Nine pages: one failed (0), one half (P 1, R ½, F1 ⅔), seven whole.
    expect(entry!.metrics['tokens']).toMatchObject({
      precision: { value: 8 / 9, n: 9 },
      recall: { value: 7.5 / 9, n: 9 },
    });
    expect(entry!.metrics['tokens']!['f1']).toEqual({ value: (7 + 2 / 3) / 9, n: 9 });
    expect(entry!.metrics['exact']!['accuracy']).toEqual({ value: 7 / 9, n: 9 });
    expect(entry!.worst.map(({ page, value, failure }) => [page, value, failure])).toEqual([
      ['s0/p3', 0, 'threw'],
      ['s2/p5', 2 / 3, undefined],
    ]);
    // Times 0 1 2 5 6 7 8 9 ms.
    expect(entry!.time).toEqual({ pages: 8, medianMs: 5.5, p95Ms: 8.65, totalMs: 38 });
    expect(entry!.signatures['exact']).toBe(
      'exact|v2|reads:text|words:\\w+|case:kept|optional:left-out|policy:article|agg:mean-of-pages|n:9|corpus:toy@abababababab',
    );
  });

  test('is the same whatever the number of workers', async () => {
    const summaries = new Set<string>();
    const journals = new Set<string>();
    for (const workers of [1, 2, 5]) {
      const options = { workers, timeoutMs: 1000, memoryMb: 2048 };
      const result = await runExtractors(request({ options, out: join(folder, `run-${workers}`) }));
      summaries.add(await readFile(join(result.folder, 'summary.json'), 'utf8'));
      const lines = (await readLines(result)).toSorted((a, b) => (a.page < b.page ? -1 : 1));
      journals.add(JSON.stringify(lines.map(withoutOffset)));
    }
    expect(summaries.size).toBe(1);
    expect(journals.size).toBe(1);
  });

  test('over 20 sites there are intervals, ranks and neighbours, the same for any number of workers', async () => {
    const pages = corpusOf(30).pages.map((page, index) => ({ ...page, site: `site ${index}` }));
    const plans = planPages([{ corpus: { ...corpusOf(30), pages }, source: 'toy' }], {});
    const texts = ['a b c d', 'a b c', 'a b', 'a b c d e'];
    const answer = ({ id }: Page): Outcome => {
      const text = texts[(Number(id.split('p')[1]) % 7) % 4]!;
      return { status: 'extracted', extraction: { text } };
    };
    const nothing = (): Outcome => ({ status: 'extracted', extraction: { text: '' } });
    const extractors = [
      extractorOf('good', answer),
      extractorOf('same', answer),
      extractorOf('silent', nothing),
      { ...extractorOf('base', nothing), baseline: true },
    ];
    const files = new Set<string>();
    for (const workers of [1, 3]) {
      const options = { workers, timeoutMs: 1000, memoryMb: 2048 };
      const result = await runExtractors(
        request({ plans, extractors, options, out: join(folder, `ranked-${workers}`) }),
      );
      files.add(await readFile(join(result.folder, 'summary.json'), 'utf8'));
    }
    expect(files.size).toBe(1);
    const { extractors: entries, neighbours } = JSON.parse([...files][0]!) as Summary;
    expect(entries.map(({ name, rank }) => [name, rank])).toEqual([
      ['base', undefined],
      ['good', 1],
      ['oracle', undefined],
      ['same', 1],
      ['silent', 3],
    ]);
    expect(Object.keys(entries[1]!.metrics['tokens']!['f1']!)).toEqual(['value', 'low', 'high', 'n']);
    expect(neighbours.map(({ first, second }) => [first, second])).toEqual([['good', 'same'], ['same', 'silent']]); // prettier-ignore
    expect(neighbours[0]).toMatchObject({ difference: 0, ties: 30, sites: 30, test: { p: 1, adjusted: 1 } });
    expect(neighbours[1]).toMatchObject({ wins: 30, losses: 0, test: { p: 1 / 10_001, morePages: 0 } });
  });

  test('keeps apart what corpora and extractors gave', async () => {
    const whole = extractorOf('whole', () => ({ status: 'extracted', extraction: { text: 'a b c d' } }));
    const plans = planPages(
      [
        { corpus: corpusOf(4), source: 'toy' },
        { corpus: corpusOf(2, 'second'), source: 'other' },
      ],
      {},
    );
    const { summary } = await runExtractors(request({ plans, extractors: [whole, mixed] }));
    expect(summary.extractors.map(({ corpus, name, pages }) => [corpus, name, pages.scored])).toEqual([
      ['second', 'mixed', 2],
      ['second', 'whole', 2],
      ['toy', 'mixed', 4],
      ['toy', 'whole', 4],
    ]);
    expect(summary.extractors[1]!.time).toEqual({ pages: 0 });
  });

  test('writes into no folder that holds something', async () => {
    await writeFile(join(folder, 'mine.txt'), 'x');
    await expect(runExtractors(request({ out: folder }))).rejects.toThrow('the folder is not empty');
    expect(await readdir(folder)).toEqual(['mine.txt']);
  });

  test('refuses an extractor that is called like the row of the best', async () => {
    const extractors = [mixed, { ...mixed, name: 'oracle' }];
    await expect(runExtractors(request({ extractors }))).rejects.toThrow(
      'an extractor is called "oracle" (./mixed.ts); so is the row of the best extractor for each page; give it another name under extractors in the configuration (name: what it is)',
    );
  });

  test('refuses two extractors of one name', async () => {
    await expect(runExtractors(request({ extractors: [mixed, mixed] }))).rejects.toThrow(
      'two extractors are called "mixed" (./mixed.ts, ./mixed.ts); give one of them another name',
    );
  });
});

describe('the plan of a run', () => {
  const corpora = [{ corpus: corpusOf(10), source: 'toy' }];
  const ids = (selection: PageSelection): string[] =>
    planPages(corpora, selection)[0]!.pages.map(({ id }) => id);

  test('takes all pages, or those whose identifier or site matches, up to a limit', () => {
    expect(ids({})).toHaveLength(10);
    expect(ids({ pages: 's1/*' })).toEqual(['s1/p1', 's1/p4', 's1/p7']);
    expect(ids({ pages: 's1' })).toEqual(['s1/p1', 's1/p4', 's1/p7']);
    expect(ids({ pages: '**/p{2,9}' })).toEqual(['s0/p9', 's2/p2']);
    expect(ids({ limit: 2 })).toEqual(['s0/p0', 's0/p3']);
    expect(ids({ pages: 's1', limit: 1 })).toEqual(['s1/p1']);
  });

  test.each<[string, Media[][], number, string[]]>([
    ['every extractor takes', [['html']], 2, ['b', 'd']],
    ['every extractor takes, fewer than the limit', [['html']], 9, ['b', 'd']],
    ['all of several take', [['text', 'html'], ['html']], 2, ['b', 'd']],
    ['those for text take, which get web pages as text', [['text']], 2, ['a', 'b']],
  ])('a limit counts pages that %s', (_, accepted, limit, expected) => {
    const media: Record<string, Media> = { a: 'text', b: 'html', c: 'text', d: 'html' };
    const toy = corpusOf(0);
    const pages = Object.entries(media).map(([id, medium]) => {
      return { id, site: 's', media: medium, slices: { traits: [] } };
    });
    const mixedCorpus = [{ corpus: { ...toy, pages }, source: 'toy' }];
    const extractors = accepted.map((accepts) => ({ accepts }));
    expect(planPages(mixedCorpus, { limit }, extractors)[0]!.pages.map(({ id }) => id)).toEqual(expected);
  });

  test('of a corpus of which an extractor takes nothing, a limit takes the first pages', () => {
    const [plan] = planPages(corpora, { limit: 2 }, [{ accepts: ['html'] }]);
    expect(plan!.pages.map(({ id }) => id)).toEqual(['s0/p0', 's0/p3']);
  });

  test('takes the pages of a slice; all options must hold', () => {
    expect(ids({ kinds: ['news'] })).toEqual(['s0/p0', 's0/p6', 's1/p4', 's2/p2', 's2/p8']);
    expect(ids({ kinds: ['news', 'blog'] })).toHaveLength(10);
    expect(ids({ kinds: ['blog'], pages: 's1' })).toEqual(['s1/p1', 's1/p7']);
    expect(ids({ languages: ['EN'] })).toHaveLength(10);
    expect(ids({ languages: ['en-GB'] })).toHaveLength(10);
  });

  test.each<[PageSelection, string]>([
    [{ pages: 'p1' }, '--pages "p1" matches no page of toy (10 pages); --pages could match s0/p0, s0/p3, s0/p6, s0/p9, s1/p1, s1/p4, s1/p7, s2/p2, …'],
    [{ kinds: ['recipe'] }, '--kind recipe matches no page of toy (10 pages); --kind could match news, blog'],
    [{ languages: ['e'] }, '--language e matches no page of toy (10 pages); --language could match en-GB'],
    [{ splits: ['test'] }, '--split test matches no page of toy (10 pages); no page there has a label that --split could match'],
    [{ kinds: ['news'], pages: '*/p1' }, '--pages "*/p1" --kind news matches no page of toy (10 pages); each option alone matches some page, together they match none'],
  ])('%j says what could match', (selection, message) => {
    expect(() => ids(selection)).toThrow(message);
  }); // prettier-ignore

  test('a corpus of one page has 1 page', () => {
    expect(() => planPages([{ corpus: corpusOf(1), source: 'toy' }], { languages: ['e'] })).toThrow(
      '--language e matches no page of toy (1 page);',
    );
  });

  test('two corpora of one name are refused', () => {
    expect(() => planPages([...corpora, ...corpora], {})).toThrow(
      'two corpora are called "toy" (toy, toy); their results could not be kept apart; give each a name of its own under corpora in the configuration (name: path), and choose them by it',
    );
  });
});
