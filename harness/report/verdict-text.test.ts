import { expect, test } from 'vitest';
import type { ExtractorVerdict } from '../gate/verdict.ts';
import { findingText, headline } from './verdict-text.ts';

test('an interval is told of a change, and of none there is none', () => {
  const verdict = {
    metric: 'tokens',
    figure: 'f1',
    before: 0.9,
    after: 0.9,
    interval: { low: -0.12, high: 0.12 },
    better: 0,
    worse: 0,
    same: 24,
  } as ExtractorVerdict;
  expect(headline(verdict)).toBe('0 better, 0 worse, 24 the same; tokens f1 0.9000 → 0.9000, +0.0000');
  expect(headline({ ...verdict, after: 0.91, better: 1, same: 23 })).toBe(
    '1 better, 0 worse, 23 the same; tokens f1 0.9000 → 0.9100, +0.0100 [−0.1200, +0.1200]',
  );
});

test.each([
  [{ before: 0.9474 }, 'new-failure: a.example/b 0.947 → none, skipped'],
  [{ before: 0.9474, after: 0 }, 'new-failure: a.example/b 0.947 → 0.000, skipped'],
  [{ after: 0.5 }, 'new-failure: a.example/b 0.500, skipped'],
  [{}, 'new-failure: a.example/b skipped'],
])('a finding tells what a page had, as an acknowledgement needs it: %j', (figures, told) => {
  const finding = { rule: 'new-failure', fails: true, page: 'a.example/b', site: 'a.example' };
  expect(findingText({ ...finding, ...figures, text: 'skipped' })).toBe(told);
});
