import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { builtInCorpus } from '../../corpus/built-in.ts';
import { openNativeCorpus } from '../../corpus/native.ts';
import { detectEncoding } from '../../document/encoding/detect.ts';
import { goldToDocument } from '../../document/gold.ts';
import { readGold } from '../../gold/read-gold.ts';
import { POLICIES } from '../../model/policy.ts';
import { selectMetrics } from '../../score/metrics/register.ts';
import { corpusOf, extractorOf } from '../fixtures/toy-run.ts';
import { planPages } from '../plan.ts';
import { run } from '../run.ts';
import { PreparedPages } from './prepared-pages.ts';

// The real functions, counted.
vi.mock(import('../../gold/read-gold.ts'), async (original) => {
  const module = await original();
  return { ...module, readGold: vi.fn(module.readGold) };
});
vi.mock(import('../../document/gold.ts'), async (original) => {
  const module = await original();
  return { ...module, goldToDocument: vi.fn(module.goldToDocument) };
});
vi.mock(import('../../document/encoding/detect.ts'), async (original) => {
  const module = await original();
  return { ...module, detectEncoding: vi.fn(module.detectEncoding) };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-prepared-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test.each([0, 2])(
  'gold is parsed once a run, for all extractors and all metrics; %i threads score',
  async (scoringThreads) => {
    vi.clearAllMocks();
    const opened = await openNativeCorpus(builtInCorpus());
    if (opened.status !== 'ok') throw new Error('the built-in corpus has problems');
    const { corpus } = opened;
    const read = vi.spyOn(corpus, 'read');
    const answer = extractorOf('', ({ bytes }) => ({
      status: 'extracted',
      extraction: { html: Buffer.from(bytes).toString('latin1') },
    }));
    const result = await run({
      assayVersion: '1',
      plans: planPages([{ corpus, source: 'builtin' }], {}),
      extractors: ['one', 'two', 'three'].map((name) => ({ ...answer, name, accepts: ['html', 'text'] })),
      policy: POLICIES.article,
      metrics: selectMetrics(['tokens', 'shingles', 'words']),
      options: { workers: 2, timeoutMs: 60_000, memoryMb: 2048 },
      scoringThreads,
      out: join(folder, 'run'),
    });
    const pages = corpus.pages.length;
    const webPages = corpus.pages.filter(({ media }) => media === 'html').length;
    expect(result.journal).toHaveLength(3 * pages);
    expect(readGold).toHaveBeenCalledTimes(pages);
    expect(read).toHaveBeenCalledTimes(pages);
    expect(detectEncoding).toHaveBeenCalledTimes(webPages);
    // Threads have functions of their own, which nobody here can count.
    expect(goldToDocument).toHaveBeenCalledTimes(scoringThreads === 0 ? pages : 0);
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
