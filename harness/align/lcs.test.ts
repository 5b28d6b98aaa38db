import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitRows } from './bit-rows.ts';
import { align } from './lcs.ts';

/** Letters as token ids. */
function ids(text: string): Int32Array {
  return Int32Array.from(text, (letter) => letter.codePointAt(0)! - 97);
}

/** Aligns letters; capital gold letters are required, small ones optional. */
function alignLetters(extraction: string, gold: string): number[] {
  const required = Uint8Array.from(gold, (letter) => (letter === letter.toUpperCase() ? 1 : 0));
  return [...align(ids(extraction), ids(gold.toLowerCase()), required)];
}

/**
 * The definition, cell by cell: the longest common subsequence with the most required tokens, then the walk
 * back from the end that skips extraction tokens first, gold tokens second.
 */
function alignByTable(extraction: Int32Array, gold: Int32Array, required: Uint8Array): number[] {
  const weight = gold.length + 1;
  const table = Array.from({ length: extraction.length + 1 }, () =>
    Array.from({ length: gold.length + 1 }, () => 0),
  );
  for (let i = 1; i <= extraction.length; i++) {
    for (let j = 1; j <= gold.length; j++) {
      const skipped = Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
      const matched =
        extraction[i - 1] === gold[j - 1] ? table[i - 1]![j - 1]! + weight + required[j - 1]! : 0;
      table[i]![j] = Math.max(skipped, matched);
    }
  }
  const goldOf = Array.from({ length: extraction.length }, () => -1);
  let [i, j] = [extraction.length, gold.length];
  while (i > 0 && j > 0) {
    if (table[i - 1]![j] === table[i]![j]) i--;
    else if (table[i]![j - 1] === table[i]![j]) j--;
    else goldOf[--i] = --j;
  }
  return goldOf;
}

const sequences = fc.integer({ min: 1, max: 6 }).chain((letters) => {
  const token = fc.integer({ min: 0, max: letters - 1 });
  const sequence = fc.array(token, { maxLength: 40 }).map((values) => Int32Array.from(values));
  return fc.tuple(
    sequence,
    sequence,
    fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 40, maxLength: 40 }),
  );
});

describe('alignment', () => {
  test.each([
    ['both empty', '', '', []],
    ['nothing came out', '', 'ABC', []],
    ['nothing was wanted', 'abc', '', [-1, -1, -1]],
    ['identical', 'abc', 'ABC', [0, 1, 2]],
    ['disjoint', 'xyz', 'ABC', [-1, -1, -1]],
    ['surplus in the middle', 'axb', 'AB', [0, -1, 1]],
    ['missing in the middle', 'ac', 'ABC', [0, 2]],
    ['repeated: early extraction tokens are taken', 'aba', 'A', [0, -1, -1]],
    ['repeated gold: early gold tokens are taken', 'a', 'AA', [0]],
    ['the required one of two equals', 'ab', 'abAB', [2, 3]],
    ['also where the prefix is equal', 'a', 'aA', [1]],
    ['length goes before required tokens', 'bca', 'Abc', [1, 2, -1]],
  ])('%s', (_name, extraction, gold, expected) => {
    expect(alignLetters(extraction, gold)).toEqual(expected);
  });

  test('all gold is required unless said otherwise', () => {
    expect([...align(ids('ab'), ids('ab'))]).toEqual([0, 1]);
  });

  test('it is the alignment of the definition, pair by pair', () => {
    fc.assert(
      fc.property(sequences, ([extraction, gold, flags]) => {
        const required = Uint8Array.from(flags).subarray(0, gold.length);
        expect([...align(extraction, gold, required)]).toEqual(alignByTable(extraction, gold, required));
        const all = new Uint8Array(gold.length).fill(1);
        expect([...align(extraction, gold)]).toEqual(alignByTable(extraction, gold, all));
      }),
      { numRuns: 3_000 },
    );
  });

  test('its length is that of jsdiff', () => {
    fc.assert(
      fc.property(sequences, ([extraction, gold]) => {
        const common = diffArrays([...extraction], [...gold])
          .filter((part) => !part.added && !part.removed)
          .reduce((sum, part) => sum + part.value.length, 0);
        expect(align(extraction, gold).filter((index) => index >= 0)).toHaveLength(common);
      }),
      { numRuns: 500 },
    );
  });
});

describe('rows of bits', () => {
  test('rows computed again from checkpoints are the rows kept', () => {
    // Large enough that not all rows are kept: 12,000 rows of 400 words.
    const noise = (length: number, seed: number): Int32Array => {
      let state = seed;
      return Int32Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) % 50);
    };
    const [pattern, text] = [noise(12_000, 1), noise(12_800, 2)];
    const rows = new BitRows(pattern, text);
    const firstRows = new BitRows(pattern.subarray(0, 300), text);
    expect(rows.length).toBe(align(text, pattern).filter((index) => index >= 0).length);
    for (const j of [300, 299, 250, 110, 109, 1, 0]) expect([...rows.row(j)]).toEqual([...firstRows.row(j)]);
  });

  test('the length of the longest common subsequence', () => {
    expect(new BitRows(ids('abcbdab'), ids('bdcaba')).length).toBe(4);
    expect(new BitRows(ids(''), ids('abc')).length).toBe(0);
    expect(new BitRows(ids('abc'), ids('')).length).toBe(0);
  });
});
