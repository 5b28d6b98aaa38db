import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openNativeCorpus } from '../../corpus/native.ts';
import { POLICIES } from '../../model/policy.ts';
import { selectMetrics } from '../../score/metrics/register.ts';
import { corpusOf, extractorOf } from '../fixtures/toy-run.ts';
import { planPages } from '../plan.ts';
import { runExtractors } from '../run-extractors.ts';
import { PreparedPages } from './prepared-pages.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-prepared-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

test.each([0, 2])(
  'gold is parsed once a run, for all extractors and all metrics; %i threads score',
  async (scoringThreads) => {
    const pages = 12;
    for (let page = 0; page < pages; page++) {
      const at = join(folder, 'corpus', 'pages', `s${page % 3}.example`, `p${page}`);
      await mkdir(at, { recursive: true });
      await writeFile(join(at, 'page.txt'), `Page ${page}.`);
      await writeFile(join(at, 'gold.yaml'), `body:\n  - p: Page ${page}.\n`);
    }
    const opened = await openNativeCorpus(join(folder, 'corpus'));
    if (opened.status !== 'ok') throw new Error('the corpus has problems');
    const { corpus } = opened;
    // Whatever is parsed is a new object: the gold of a page is one, from the opening of the corpus on.
    const golds = await Promise.all(corpus.pages.map(async (page) => (await corpus.read(page)).gold));
    const read = vi.spyOn(corpus, 'read');
    const posted = vi.spyOn(Worker.prototype, 'postMessage');
    const answer = extractorOf('', () => ({ status: 'extracted', extraction: { text: 'any' } }));
    const result = await runExtractors({
      assayVersion: '1',
      plans: planPages([{ corpus, source: './corpus' }], {}),
      extractors: ['one', 'two', 'three'].map((name) => ({ ...answer, name, accepts: ['html', 'text'] })),
      policy: POLICIES.article,
      metrics: selectMetrics(['tokens', 'shingles', 'words']),
      options: { workers: 2, timeoutMs: 60_000, memoryMb: 2048 },
      scoringThreads,
      out: join(folder, 'run'),
    });
    expect(result.journal).toHaveLength(3 * pages);
    expect(read).toHaveBeenCalledTimes(pages);
    const used = await Promise.all(read.mock.results.map(async ({ value }) => (await value).gold));
    expect(used.every((gold) => golds.includes(gold))).toBe(true);
    const sent = posted.mock.calls.map(([task]) => (task as { readonly page?: object }).page);
    expect(sent.filter((page) => page !== undefined)).toHaveLength(scoringThreads === 0 ? 0 : pages);
  },
);

test('what fits into memory is read once and stays; anything else is read each time', async () => {
  const corpus = corpusOf(4);
  const read = vi.spyOn(corpus, 'read');
  const { gold } = await corpus.read(corpus.pages[0]!);
  const size = 'sN/pN'.length + 40 * JSON.stringify(gold).length;
  read.mockClear();
  const pages = new PreparedPages(2.5 * size);
  for (const page of [...corpus.pages, ...corpus.pages, ...corpus.pages]) await pages.read(corpus, page);
  expect(read).toHaveBeenCalledTimes(2 + 3 * 2);
  const [first, , third] = await Promise.all(corpus.pages.map((page) => pages.read(corpus, page)));
  expect([first?.isKept, third?.isKept]).toEqual([true, false]);
  expect(await pages.read(corpus, corpus.pages[0]!)).toBe(first);
  expect(first?.goldDigest).toBe(third?.goldDigest);
});
