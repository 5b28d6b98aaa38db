import { expect, test } from 'vitest';
import { join } from 'node:path';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Corpus } from '../model/page.ts';
import { POLICIES } from '../model/policy.ts';
import { selectMetrics } from '../score/metrics/register.ts';
import { readRun } from '../store/read-run.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { corpusOf, extractorOf } from './fixtures/toy-run.ts';
import { planPages } from './plan.ts';
import { rescore } from './rescore.ts';
import { runExtractors } from './run-extractors.ts';

const folder = temporaryFolder();
const GOOD = 's0/p0';
const LATE = 's1/p1';

/** A corpus of two pages, the second of which is hostile, and its digest. */
function hostileCorpus(page: { readonly html?: string; readonly refused?: string }): Corpus {
  const corpus = corpusOf(2);
  return {
    ...corpus,
    async read(reference) {
      const labelled = await corpus.read(reference);
      if (reference.id !== LATE) return labelled;
      const { html = 'a b c d', refused } = page;
      return {
        ...labelled,
        page: {
          ...labelled.page,
          media: 'html',
          bytes: Buffer.from(html),
          ...(refused !== undefined && { refused }),
        },
      };
    },
  };
}

async function run(corpus: Corpus, extraction: Extraction, out: string): Promise<JournalLine[]> {
  const answer = extractorOf('hostile', ({ id }) => ({
    status: 'extracted',
    extraction: id === LATE ? extraction : { text: 'a b c d' },
  }));
  const { journal, summary } = await runExtractors({
    assayVersion: '0.0.0',
    plans: planPages([{ corpus, source: 'toy' }], {}),
    extractors: [{ ...answer, accepts: ['html', 'text'] }],
    policy: POLICIES.article,
    metrics: selectMetrics(undefined),
    options: { workers: 2, timeoutMs: 1000, memoryMb: 2048 },
    out: join(folder, out),
  });
  expect(summary.extractors[0]).toMatchObject({ pages: { failed: 1 }, failures: { unscorable: 1 } });
  return [...journal];
}

const TAGS = 'more than 262144 tags, the most that are read';
const TEXT = 'more than 2097152 characters of text, the most that are scored';
const small = { text: 'a b c d' };
const many = (part: string, times: number): string => part.repeat(times);

test.each<[string, { html?: string; refused?: string }, Extraction, string]>([
  ['a page that was not read', { refused: '9 bytes too many' }, small, 'the page has 9 bytes too many'],
  ['a page of tags', { html: many('<b></b>', 200_000) }, small, `the page has ${TAGS}`],
  ['a page of unclosed tags', { html: many('<p>', 300_000) }, small, `the page has ${TAGS}`],
  ['a page of text', { html: many('中文字母', 600_000) }, small, `the page has ${TEXT}`],
  ['a page of brackets', { html: many('<', 2_200_000) }, small, `the page has ${TEXT}`],
  ['a page of text behind a tag that never ends', { html: `<p ${many('a=b ', 600_000)}` }, small, `the page has ${TEXT}`],
  ['letters of Chinese', {}, { text: many('中文字母', 2_000_000) }, `what came out has ${TEXT}`],
  ['Markdown', {}, { text: 'x', markdown: many('- a\n', 600_000) }, `what came out has ${TEXT}`],
  ['HTML of tags', {}, { html: many('<b>', 300_000) }, `what came out has ${TAGS}`],
  ['HTML of text', {}, { html: `<p>${many('a ', 1_100_000)}` }, `what came out has ${TEXT}`],
  ['HTML that is longer than a page may be', {}, { html: `<!--${many('x', 20_000_000)}-->` }, 'what came out has 20000007 characters; at most 20000000 are read'],
  ['a title', {}, { text: 'a', title: many('x', 2_100_000) }, `what came out has ${TEXT}`],
  ['authors', {}, { text: 'a', authors: many('x ', 1_050_000).split(' ') .map((each) => `${each}yz`) }, `what came out has ${TEXT}`],
])('%s over the limit costs its own page alone', async (name, page, extraction, message) => {
  const corpus = hostileCorpus(page);
  const journal = await run(corpus, extraction, name);
  const [good, bad] = [GOOD, LATE].map((id) => journal.find((line) => line.page === id));
  expect(good).toMatchObject({ status: 'extracted', metrics: { tokens: { figures: { f1: 1 } } } });
  expect(bad).toMatchObject({
    status: 'failed',
    failure: 'unscorable',
    message,
    metrics: { tokens: { figures: { f1: 0 } } },
  });
  const record = await readRun(join(folder, name));
  const again = await rescore({
    record,
    corpora: [corpus],
    policy: POLICIES.article,
    metrics: selectMetrics(['tokens']),
    out: join(folder, `${name} again`),
  });
  expect(again.journal.find((line) => line.page === LATE)).toMatchObject({ failure: 'unscorable', message });
}); // prettier-ignore
