import { expect, test, vi } from 'vitest';
import type { Gold } from '../../model/gold.ts';
import { POLICIES } from '../../model/policy.ts';
import type { Metric } from '../../score/metric.ts';
import { tokens } from '../../score/metrics/tokens.ts';
import { ExplanationMemory, PageScorer } from './page-scorer.ts';

const gold: Gold = {
  about: { traits: [] },
  metadata: {},
  body: [{ type: 'block', kind: 'p', optional: false, text: 'a b c d' }],
  comments: [],
  boilerplate: [],
};
const labels = { gold, form: 'text' } as const;
const page = { media: 'html', bytes: Buffer.from('<p>a b c d<nav>e</nav>') } as const;

test('where scores are kept the same extraction is scored once, a failed one is another than an empty one', () => {
  const scorePage = vi.fn<Metric['scorePage']>((input) => tokens.scorePage(input));
  const scorer = new PageScorer(labels, page, POLICIES.article, new ExplanationMemory(), true);
  const extractions = [
    { text: 'a b' },
    { text: 'a b' },
    { html: 'a b' },
    { text: '' },
    undefined,
    { text: 'a b' },
  ];
  const scores = extractions.map((each) => scorer.score(each, [{ ...tokens, scorePage }]));
  expect(scores.map(({ metrics }) => metrics['tokens']?.figures['recall'])).toEqual([
    0.5, 0.5, 0.5, 0, 0, 0.5,
  ]);
  expect(scores.map(({ explained }) => explained?.missing)).toEqual([
    { tail: 2 },
    { tail: 2 },
    { tail: 2 },
    { 'whole-body': 4 },
    { 'whole-body': 4 },
    { tail: 2 },
  ]);
  expect(scorePage).toHaveBeenCalledTimes(4);
});

test('a page that is forgotten gives back its memory', () => {
  // 22 bytes and three tags: 6 x 22 + 400 x 3 = 1332.
  const memory = new ExplanationMemory(1332);
  const scorer = new PageScorer(labels, page, POLICIES.article, memory);
  scorer.score({ text: 'a' }, [tokens]);
  expect(memory.take(page)).toBeUndefined();
  scorer.forget();
  expect(memory.take(page)).toBe(1332);
  // Nothing is given back twice.
  scorer.forget();
  expect(memory.take(page)).toBeUndefined();
});

test.each([
  ['text', { surplus: { invented: 1 }, missing: { tail: 2 } }],
  ['segments', { surplus: {}, missing: { unexplained: 1 } }],
] as const)('a page with text and snippets in a corpus of %s is explained in that', (form, explained) => {
  const both: Gold = { ...gold, segments: { with: ['c d', 'a b'], without: ['e'] } };
  const scorer = new PageScorer({ gold: both, form }, page, POLICIES.article, new ExplanationMemory());
  expect(scorer.score({ text: 'a b x' }, [tokens])).toMatchObject({ explained });
  const missing = form === 'text' ? 4 : 2;
  expect(scorer.scoreUnscorable('too long', [tokens])).toMatchObject({
    explained: { missing: { 'whole-body': missing } },
  });
});
