import { Worker } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import type { Gold } from '../../model/gold.ts';
import type { Page } from '../../model/page.ts';
import { POLICIES } from '../../model/policy.ts';
import { selectMetrics } from '../../score/metrics/register.ts';
import { plainScorer } from './scorer.ts';
import { threadScorer } from './thread-scorer.ts';

const gold: Gold = {
  about: { traits: [] },
  metadata: { title: 'News' },
  body: [{ type: 'block', kind: 'p', optional: false, text: 'a b c d' }],
  comments: [],
  boilerplate: [],
};

const raw: Page = { id: 's/p', site: 's', media: 'html', bytes: Buffer.from('<p>a b c d<nav>e</nav>') };
const page = { page: raw, gold, goldDigest: 'd', pageDigest: 'p', isKept: true };

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

test('a page goes over to a thread once where it is kept, else with each extraction', async () => {
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  const threads = threadScorer(POLICIES.article, selectMetrics(['tokens']), 2);
  const pages = ['a', 'b', 'c'].map((text) => ({
    gold: { ...gold, body: [{ type: 'block', kind: 'p', optional: false, text } as const] },
    page: raw,
    goldDigest: text,
    pageDigest: 'p',
    isKept: text !== 'c',
  }));
  for (const text of ['a', 'b', 'c']) {
    const scores = await Promise.all(pages.map((each) => threads.score(each, { text })));
    expect(scores.map(({ metrics }) => metrics['tokens']?.figures['f1'])).toEqual(
      pages.map(({ goldDigest }) => (goldDigest === text ? 1 : 0)),
    );
  }
  const sent = posted.mock.calls.map(([task]) => (task as { readonly page?: object }).page);
  expect(sent.filter((each) => each !== undefined)).toHaveLength(1 + 1 + 3);
  await threads.close();
  posted.mockRestore();
});
