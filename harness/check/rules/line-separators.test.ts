import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { lineSeparators } from './line-separators.ts';

const segments = (text: string) => ({
  segments: { with: [], without: [text] },
  metadata: { title: 'Plain' },
});

test('separators that some take for line breaks are found', () => {
  expect(findingsOf(lineSeparators, checked({ gold: segments('a\u2028b\u0085c\u2028') }))).toMatchObject([
    { found: 'U+2028, U+0085 in the segment "a b\u0085c"' },
  ]);
});

test('line feeds and no-break spaces give nothing', () => {
  expect(findingsOf(lineSeparators, checked({ gold: segments('a\nb\u00a0c') }))).toEqual([]);
});
