import { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { Page } from '../../model/page.ts';
import { POLICIES } from '../../model/policy.ts';
import { selectMetrics } from '../../score/metrics/register.ts';
import { plainScorer } from './scorer.ts';
import { ScoringStopped, threadScorer } from './thread-scorer.ts';
import type { ThreadOptions } from './thread-scorer.ts';

const gold: Gold = {
  about: { traits: [] },
  metadata: { title: 'News' },
  body: [{ type: 'block', kind: 'p', optional: false, text: 'a b c d' }],
  comments: [],
  boilerplate: [],
};

const raw: Page = { id: 's/p', site: 's', media: 'html', bytes: Buffer.from('<p>a b c d<nav>e</nav>') };
const page = { page: raw, gold, form: 'text', goldDigest: 'd', pageDigest: 'p', isKept: true } as const;

test('threads say what is said without them, page by page, whoever is asked at once', async () => {
  const policy = { ...POLICIES.article, name: 'own' };
  const metrics = selectMetrics(['tokens', 'shingles:empty=zero', 'title']);
  const threads = threadScorer(policy, metrics, 2);
  const plain = plainScorer(policy, metrics);
  const extractions = [
    undefined,
    { text: '' },
    { text: 'a b' },
    { text: 'a b c d e' },
    { html: '<p>a b c d', title: 'News' },
  ];
  const scores = await Promise.all(extractions.map((each) => threads.score(page, each)));
  expect(scores[2]).toMatchObject({ metrics: { tokens: { figures: { precision: 1, recall: 0.5 } } } });
  expect(scores.map(({ explained }) => explained)).toEqual([
    { verdict: 'nothing', surplus: {}, missing: { 'whole-body': 4 } },
    { verdict: 'nothing', surplus: {}, missing: { 'whole-body': 4 } },
    { surplus: {}, missing: { tail: 2 } },
    { verdict: 'everything', surplus: { nav: 1 }, missing: {} },
    undefined,
  ]);
  const expected = await Promise.all(extractions.map((each) => plain.score(page, each)));
  expect(JSON.stringify(scores)).toBe(JSON.stringify(expected));
  await threads.close();
});

test('a fault of scoring reaches whoever asked, and ends nothing else', async () => {
  const threads = threadScorer(POLICIES.article, selectMetrics(['tokens']), 1);
  // oxlint-disable-next-line no-unsafe-type-assertion -- a block without a kind, and no metadata
  const faulty = { ...page, gold: { body: [{ type: 'block' }] } as unknown as Gold };
  const [bad, good] = await Promise.allSettled([
    threads.score(faulty, { text: 'a' }),
    threads.score(page, { text: 'a b c d' }),
  ]);
  expect(bad.status).toBe('rejected');
  expect(good).toMatchObject({ status: 'fulfilled', value: { metrics: { tokens: { figures: { f1: 1 } } } } });
  await threads.close();
});

test('a page that is kept goes over to a thread once, another one as often as four others have come since', async () => {
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  const threads = threadScorer(POLICIES.article, selectMetrics(['tokens']), 1);
  const words = ['a', 'b', 'c', 'd', 'e', 'f'];
  const pages = words.map((text) => ({
    gold: { ...gold, body: [{ type: 'block', kind: 'p', optional: false, text } as const] },
    page: raw,
    form: 'text' as const,
    goldDigest: text,
    pageDigest: 'p',
    isKept: text === 'a',
  }));
  for (const text of words) {
    // Each page twice in a row.
    const scores = await Promise.all(
      pages.flatMap((each) => [threads.score(each, { text }), threads.score(each, { text: `${text} x` })]),
    );
    expect(scores.map(({ metrics }) => metrics['tokens']?.figures['recall'])).toEqual(
      words.flatMap((word) => (word === text ? [1, 1] : [0, 0])),
    );
  }
  const sent = posted.mock.calls.map(([task]) => (task as { readonly page?: object }).page);
  expect(sent.filter((each) => each !== undefined)).toHaveLength(1 + 5 * words.length);
  await threads.close();
  posted.mockRestore();
});

/** So many elements take more memory than a small heap has, and none of them much. */
const MANY_ELEMENTS = '<p>x'.repeat(200_000);
const others = { scored: { metrics: { tokens: { figures: { f1: 1 } } } } };

/** Scores a page that goes wrong between two that do not. */
async function scoreBetween(hostile: Extraction, options: ThreadOptions) {
  const threads = threadScorer(POLICIES.article, selectMetrics(undefined), 1, options);
  const good = { text: 'a b c d' };
  const settled = await Promise.allSettled(
    [good, hostile, good].map((extraction) => threads.score(page, extraction)),
  );
  await threads.close();
  return settled.map((each) => (each.status === 'fulfilled' ? { scored: each.value } : each));
}

test('what takes more memory than there is costs its own page alone', async () => {
  const [before, bad, after] = await scoreBetween(
    { html: MANY_ELEMENTS },
    { limits: { seconds: 100, heapMb: 40 } },
  );
  expect([before, after]).toMatchObject([others, others]);
  expect(bad).toMatchObject({
    scored: {
      unscorable: 'scoring it took more than 40 MB of memory',
      metrics: { tokens: { figures: { f1: 0, recall: 0 } } },
      explained: { verdict: 'nothing', surplus: {}, missing: { 'whole-body': 4 } },
    },
  });
});

test('so does what takes more time', async () => {
  const text = Array.from({ length: 2 ** 21 }, (_, at) => String.fromCharCode(0x4e00 + (at % 20_000))).join(
    '',
  );
  const [before, bad, after] = await scoreBetween({ text }, { limits: { seconds: 2, heapMb: 768 } });
  expect([before, after]).toMatchObject([others, others]);
  expect(bad).toMatchObject({ scored: { unscorable: 'scoring it took more than 2 s' } });
});

test('what has more than is scored is refused before any work, with threads and without', async () => {
  const metrics = selectMetrics(['tokens']);
  const extractions = [{ text: 'x'.repeat(2 ** 21 + 1) }, { html: '<p>'.repeat(2 ** 18 + 1) }];
  for (const scorer of [threadScorer(POLICIES.article, metrics, 1), plainScorer(POLICIES.article, metrics)]) {
    const scores = await Promise.all(extractions.map((extraction) => scorer.score(page, extraction)));
    expect(scores).toMatchObject([
      { unscorable: 'what came out has more than 2097152 characters of text, the most that are scored' },
      { unscorable: 'what came out has more than 262144 tags, the most that are read' },
    ]);
    expect(scores.map(({ metrics: { tokens } }) => tokens?.figures['f1'])).toEqual([0, 0]);
    await scorer.close();
  }
});

test('a run that is stopped does not wait for a page that takes long', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const stop = new AbortController();
  const threads = threadScorer(POLICIES.article, selectMetrics(['tokens']), 1, { signal: stop.signal });
  const scored = threads.score(page, { html: MANY_ELEMENTS });
  stop.abort();
  vi.advanceTimersByTime(5000);
  await expect(scored).rejects.toThrow(ScoringStopped);
  await threads.close();
  vi.useRealTimers();
});
