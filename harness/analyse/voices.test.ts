import { expect, test } from 'vitest';
import type { JournalLine } from '../store/journal-line.ts';
import { voicesOf } from './voices.ts';

/** The pages of an extractor: of 100 required tokens so many came out, and so much surplus. */
function linesOf(
  extractor: string,
  pages: readonly (readonly [matched: number, surplus: number])[],
): JournalLine[] {
  return pages.map(([matched, surplus], index) => ({
    corpus: 'toy',
    extractor,
    page: `p${index}`,
    site: 's',
    status: 'extracted',
    metrics: { tokens: { counts: { required: 100, matched, surplus }, figures: {} } },
  }));
}

test('extractors with nearly the same counts where either has a fault are one voice', () => {
  const right = [100, 0] as const;
  const lines = [
    ...linesOf('port', [[90, 10], [80, 0], right, right]),
    ...linesOf('first', [[90, 10], [80, 1], right, right]),
    ...linesOf('other', [[99, 10], [80, 30], right, right]),
  ]; // prettier-ignore
  expect(voicesOf(lines, 'text')).toEqual([['first', 'port'], ['other']]);
});

test('who has more of two does not matter', () => {
  const [more, fewer] = [[[100, 10], [100, 0]], [[98, 10], [98, 0]]] as const;
  const one = [...linesOf('a', more), ...linesOf('b', fewer)];
  const other = [...linesOf('a', fewer), ...linesOf('b', more)];
  expect([voicesOf(one, 'text'), voicesOf(other, 'text')]).toEqual([[['a', 'b']], [['a', 'b']]]);
}); // prettier-ignore

test('extractors that are never wrong are not the same for that', () => {
  const lines = [...linesOf('a', [[100, 0]]), ...linesOf('b', [[100, 0]])];
  expect(voicesOf(lines, 'text')).toEqual([['a'], ['b']]);
});

test('who returns nearly everything, or keeps less than half, has no voice', () => {
  const lines = [
    ...linesOf('dump', [[100, 51]]),
    ...linesOf('half', [[50, 0]]),
    ...linesOf('less', [[49, 0]]),
    ...linesOf('two-thirds', [[100, 50]]),
  ];
  expect(voicesOf(lines, 'text')).toEqual([['half'], ['two-thirds']]);
});

test('of snippets the counts are those of segments', () => {
  const line = (extractor: string, tp: number, fp: number): JournalLine => ({
    corpus: 'toy',
    extractor,
    page: 'p',
    site: 's',
    status: 'extracted',
    metrics: { segments: { counts: { tp, fp, fn: 6 - tp, tn: 4 - fp }, figures: {} } },
  });
  expect(voicesOf([line('a', 5, 1), line('b', 2, 0), line('c', 4, 3)], 'segments')).toEqual([['a']]);
});
