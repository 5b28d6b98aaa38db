import { expect, test } from 'vitest';
import type { ExtractorVerdict } from '../gate/verdict.ts';
import { headline } from './verdict-text.ts';

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
