import { expect, test } from 'vitest';
import type { Gold } from '../../model/gold.ts';
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

test('threads say what is said without them, page by page, whoever is asked at once', async () => {
  const policy = { ...POLICIES.article, name: 'own' };
  const metrics = selectMetrics(['tokens', 'shingles:empty=zero', 'title']);
  const threads = threadScorer(policy, metrics, 2);
  const plain = plainScorer(policy, metrics);
  const extractions = [undefined, { text: '' }, { text: 'a b' }, { html: '<p>a b c d', title: 'News' }];
  const scores = await Promise.all(extractions.map((each) => threads.score(gold, each)));
  expect(scores[2]).toMatchObject({ tokens: { figures: { precision: 1, recall: 0.5 } } });
  const expected = await Promise.all(extractions.map((each) => plain.score(gold, each)));
  expect(JSON.stringify(scores)).toBe(JSON.stringify(expected));
  await threads.close();
});

test('a fault of scoring is told to whoever asked, and ends nothing else', async () => {
  const threads = threadScorer(POLICIES.article, selectMetrics(['tokens']), 1);
  // oxlint-disable-next-line no-unsafe-type-assertion -- no gold at all
  await expect(threads.score({} as Gold, { text: 'a' })).rejects.toThrow();
  await threads.close();
});
