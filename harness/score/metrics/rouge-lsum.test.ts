import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { page } from './fixtures/pages.ts';
import { numberLines, rougeCounts, rougeLsum } from './rouge-lsum.ts';

const none = { undefined: 'nothing-required' };

describe('rouge-lsum', () => {
  test.each<[string, string[], string | undefined, unknown, unknown, unknown]>([
    ['identical', ['a b', 'c'], 'a b\nc', 1, 1, 1],
    ['the order of lines is not seen', ['a b', 'c'], 'c\na b', 1, 1, 1],
    ['the order in a line is', ['a b'], 'b a', 0.5, 0.5, 0.5],
    ['the union over lines', ['a b c d'], 'a b\nc d', 1, 1, 1],
    ['half of it', ['a b c d'], 'a b', 1, 0.5, 2 / 3],
    ['said twice counts once', ['a b'], 'a b\na b', 0.5, 1, 2 / 3],
    ['disjoint', ['a b'], 'x', 0, 0, 0],
    ['nothing came out', ['a'], '', 0, 0, 0],
    ['failed', ['a'], undefined, 0, 0, 0],
    ['empty gold', [], 'a', none, none, none],
    ['both empty', [], '', none, none, none],
  ])('%s', (_name, gold, extraction, precision, recall, f1) => {
    expect(rougeLsum.scorePage(page(gold, extraction)).figures).toEqual({ precision, recall, f1 });
  });

  test('hits are those of the walk back through the whole table, cell by cell', () => {
    const line = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 12 });
    const long = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 33, maxLength: 70 });
    const lines = fc.array(fc.oneof({ weight: 8, arbitrary: line }, long), { maxLength: 4 });
    fc.assert(
      fc.property(lines, lines, (gold, extracted) => {
        const text = (of: string[][]): string => of.map((words) => words.join(' ')).join('\n');
        expect(rougeCounts(numberLines(text(gold)), text(extracted)).hits).toBe(hitsByTable(gold, extracted));
      }),
      { numRuns: 500 },
    );
  });

  function hitsByTable(gold: string[][], extracted: string[][]): number {
    const left = [gold, extracted].map((lines) => {
      const words = lines.flat();
      return new Map(words.map((word) => [word, words.filter((other) => other === word).length]));
    });
    let hits = 0;
    for (const line of gold) {
      const union = new Set(extracted.flatMap((other) => commonPlaces(line, other)));
      for (const word of line.filter((_, place) => union.has(place))) {
        if (left.some((counts) => (counts.get(word) ?? 0) === 0)) continue;
        hits++;
        for (const counts of left) counts.set(word, counts.get(word)! - 1);
      }
    }
    return hits;
  }

  function commonPlaces(line: string[], other: string[]): number[] {
    const table = [Array.from({ length: other.length + 1 }, () => 0)];
    line.forEach((word, i) => {
      const row = [0];
      other.forEach((each, j) =>
        row.push(word === each ? table[i]![j]! + 1 : Math.max(table[i]![j + 1]!, row[j]!)),
      );
      table.push(row);
    });
    const places: number[] = [];
    let [i, j] = [line.length, other.length];
    while (i > 0 && j > 0) {
      if (line[i - 1] === other[j - 1]) {
        places.push(--i);
        j--;
      } else if (table[i]![j - 1]! > table[i - 1]![j]!) j--;
      else i--;
    }
    return places;
  }

  test('two lines of 50,000 tokens, and 300 lines of 50', () => {
    const words = (count: number, step: number, space: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => `w${(index * step) % 997}${space(index)}`).join('');
    const line = words(50_000, 1, () => ' ');
    expect(rougeCounts(numberLines(line), line).hits).toBe(50_000);
    expect(
      rougeCounts(
        numberLines(line),
        words(50_000, 7, () => ' '),
      ).hits,
    ).toBeGreaterThan(1_000);
    const lines = words(15_000, 1, (index) => (index % 50 === 49 ? '\n' : ' '));
    expect(rougeCounts(numberLines(lines), lines).hits).toBe(15_000);
  });
});
