import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edit, editCounts, numberTokens } from './edit.ts';
import { page } from './fixtures/pages.ts';

describe('edit', () => {
  test.each<[string, string[], string | undefined, number]>([
    ['identical', ['a b', 'c'], 'a b\nc', 1],
    ['lines do not matter', ['a b', 'c'], 'a\nb c', 1],
    ['half of it', ['a b c d'], 'a b', 4 / 6],
    ['another order', ['a b c'], 'c a b', 4 / 6],
    ['punctuation belongs to its word', ['a b.'], 'a b', 0.5],
    ['a Japanese sentence is one token', ['橋が開通した。'], '橋が開通しない。', 0],
    ['disjoint', ['a'], 'b', 0],
    ['both empty', [], '', 1],
    ['empty gold', [], 'a', 0],
    ['nothing came out', ['a'], '', 0],
    ['failed', ['a'], undefined, 0],
    ['empty gold, failed', [], undefined, 1],
  ])('%s', (_name, gold, extraction, similarity) => {
    expect(edit.scorePage(page(gold, extraction)).figures).toEqual({ similarity });
  });

  test('the longest common subsequence is that of the table', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 70 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (gold, extracted) => {
        expect(editCounts(numberTokens(gold), extracted).common).toBe(
          longestByTable(gold.split(' '), extracted.split(' ')),
        );
      }),
      { numRuns: 300 },
    );
  });

  function longestByTable(first: readonly string[], second: readonly string[]): number {
    let above = Array.from({ length: second.length + 1 }, () => 0);
    for (const word of first) {
      const row = [0];
      second.forEach((other, j) => {
        const same = word === other && word !== '';
        row.push(same ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!));
      });
      above = row;
    }
    return above.at(-1)!;
  }

  test('two texts of 50,000 tokens', () => {
    const words = (step: number): string =>
      Array.from({ length: 50_000 }, (_, index) => `w${(index * step) % 997}`).join(' ');
    expect(editCounts(numberTokens(words(1)), words(1)).common).toBe(50_000);
    expect(editCounts(numberTokens(words(1)), words(7)).common).toBeGreaterThan(1_000);
  });
});
