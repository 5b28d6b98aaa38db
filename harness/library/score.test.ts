import { expect, test } from 'vitest';
import type { Gold } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import { tokens } from '../score/metrics/tokens.ts';
import { valueOf } from '../model/score.ts';
import { score } from './score.ts';

const gold: Gold = {
  about: { traits: [] },
  metadata: {},
  body: [
    { type: 'block', kind: 'p', optional: false, text: 'a b c d' },
    { type: 'block', kind: 'caption', optional: false, text: 'e f' },
  ],
  comments: [],
  boilerplate: [],
};

test('one page and one extraction give the counts and figures of every metric that its gold is for', () => {
  // Of a b c d two came out, and x; four words are one shingle, three are another.
  const scores = score(gold, { text: 'a b x' });
  expect(scores).not.toHaveProperty('segments');
  expect(scores).toMatchObject({
    tokens: {
      counts: { required: 4, matched: 2, missing: 2, surplus: 1, neutral: 0, failed: 0 },
      figures: {
        precision: 2 / 3,
        recall: 1 / 2,
        f1: expect.closeTo(4 / 7, 12),
        rejects: { undefined: 'something-required' },
      },
    },
    shingles: { counts: { tp: 0, fp: 1, fn: 1 }, figures: { precision: 0, recall: 0, f1: 0 } },
    words: {
      counts: { overlap: 2, extracted: 3, gold: 4 },
      figures: { precision: 2 / 3, recall: 1 / 2, f1: expect.closeTo(4 / 7, 12) },
    },
    exact: { counts: { exact: 0 }, figures: { accuracy: 0 } },
  });
});

test('the number of a figure, of a page or of a corpus', () => {
  const { tokens: page } = score(gold, { text: 'a b x' });
  expect(valueOf(page?.figures['recall'])).toBe(1 / 2);
  expect(valueOf(page?.figures['rejects'])).toBeUndefined();
  expect(valueOf(page?.figures['no such'])).toBeUndefined();
  expect(valueOf({ value: 0.5, n: 3 })).toBe(0.5);
  expect(valueOf({ undefined: 'no-pages', n: 0 })).toBeUndefined();
});

test('what a definition answers may be handed over: null, and fields without a value', () => {
  expect(score(gold, null)['tokens']).toMatchObject({ counts: { matched: 0, failed: 0 } });
  const answer = { html: '<p>a b c d</p>', text: null, authors: undefined };
  expect(score(gold, answer)['exact']).toMatchObject({ figures: { accuracy: 1 } });
});

test('policy and metrics can be chosen', () => {
  const scores = score(gold, { text: 'a b c d' }, { policy: POLICIES.reader, metrics: [tokens] });
  expect(scores).toMatchObject({ tokens: { counts: { required: 6, matched: 4, missing: 2 } } });
  expect(Object.keys(scores)).toEqual(['tokens']);
});

test('an answer that is no extraction is refused', () => {
  // @ts-expect-error -- a bare text is no extraction
  expect(() => score(gold, 'a b c d')).toThrow(
    'the extractor returned the text "a b c d"; expected an object with text, html or markdown',
  );
});

test.each([
  [{ metric: [tokens] }, 'score: found the unknown setting "metric"; did you mean "metrics"?'],
  [{ polcy: POLICIES.reader }, 'score: found the unknown setting "polcy"; did you mean "policy"?'],
  [{ policy: 'reader' }, 'score: policy: found the name "reader"; expected what it stands for; write POLICIES.reader'],
  [{ metrics: ['tokens'] }, "score: metrics: found the name \"tokens\"; expected what it stands for; write METRICS.filter(({ name }) => name === 'tokens')"],
])('options that would be ignored are refused: %j', (options, message) => {
  // As a program in JavaScript hands them over.
  const loose: (...parts: never[]) => unknown = score;
  expect(() => loose(...([gold, { text: 'a' }, options] as never[]))).toThrow(message);
}); // prettier-ignore
