import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BitRows } from './bit-rows.ts';
import { align, lcsLength } from './lcs.ts';

/** Letters as token ids. */
function ids(text: string): Int32Array {
  return Int32Array.from(text, (letter) => letter.codePointAt(0)! - 97);
}

/** The definition, cell by cell: the walk back from the end that skips extraction tokens first, gold tokens second. */
function alignByTable(extraction: Int32Array, gold: Int32Array): number[] {
  const table = Array.from({ length: extraction.length + 1 }, () =>
    Array.from({ length: gold.length + 1 }, () => 0),
  );
  for (let i = 1; i <= extraction.length; i++) {
    for (let j = 1; j <= gold.length; j++) {
      const skipped = Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
      const matched = extraction[i - 1] === gold[j - 1] ? table[i - 1]![j - 1]! + 1 : 0;
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
  return fc.tuple(sequence, sequence);
});

describe('alignment', () => {
  test.each([
    ['both empty', '', '', []],
    ['nothing came out', '', 'abc', []],
    ['nothing was wanted', 'abc', '', [-1, -1, -1]],
    ['identical', 'abc', 'abc', [0, 1, 2]],
    ['disjoint', 'xyz', 'abc', [-1, -1, -1]],
    ['surplus in the middle', 'axb', 'ab', [0, -1, 1]],
    ['missing in the middle', 'ac', 'abc', [0, 2]],
    ['repeated: early extraction tokens are taken', 'aba', 'a', [0, -1, -1]],
    ['repeated gold: early gold tokens are taken', 'a', 'aa', [0]],
  ])('%s', (_name, extraction, gold, expected) => {
    expect([...align(ids(extraction), ids(gold))]).toEqual(expected);
  });

  test('it is the alignment of the definition, pair by pair', () => {
    fc.assert(
      fc.property(sequences, ([extraction, gold]) => {
        expect([...align(extraction, gold)]).toEqual(alignByTable(extraction, gold));
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

test.each([
  ['', '', 0],
  ['', 'abc', 0],
  ['abc', 'abc', 3],
  ['abcbdab', 'bdcaba', 4],
  ['a'.repeat(100), 'a'.repeat(70), 70],
  ['ab'.repeat(40), 'ba'.repeat(40), 79],
])('the length of the longest common subsequence of %j and %j is %d', (pattern, text, length) => {
  expect(lcsLength(ids(pattern), ids(text))).toBe(length);
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
    const row = (of: BitRows, j: number): Int32Array =>
      of.block.subarray(of.offsetOf(j), of.offsetOf(j) + of.words);
    for (const j of [300, 299, 250, 110, 109, 1, 0])
      expect([...row(rows, j)]).toEqual([...row(firstRows, j)]);
  });

  test('the length of the longest common subsequence', () => {
    expect(new BitRows(ids('abcbdab'), ids('bdcaba')).length).toBe(4);
    expect(new BitRows(ids(''), ids('abc')).length).toBe(0);
    expect(new BitRows(ids('abc'), ids('')).length).toBe(0);
  });
});
