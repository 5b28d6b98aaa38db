import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignWithGold } from './align-gold.ts';
import { countAlignment } from './alignment.ts';
import type { AlignmentCounts, GoldSequence } from './alignment.ts';

/** A block of gold: words, and whether it is optional. */
type Block = readonly [words: string, optional?: '?'];

const vocabulary = new Map<string, number>();

function ids(words: string): number[] {
  return words.split(' ').filter(Boolean).map((word) => {
    if (!vocabulary.has(word)) vocabulary.set(word, vocabulary.size);
    return vocabulary.get(word)!;
  }); // prettier-ignore
}

function goldOf(blocks: readonly Block[]): GoldSequence {
  const lengths = blocks.map(([words]) => ids(words).length);
  const starts = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length, 0));
  return {
    ids: Int32Array.from(blocks.flatMap(([words]) => ids(words))),
    required: Uint8Array.from(
      blocks.flatMap(([words, mark]) => ids(words).map(() => (mark === '?' ? 0 : 1))),
    ),
    optional: blocks.flatMap(([, mark], index) =>
      mark === '?' ? [{ start: starts[index]!, end: starts[index]! + lengths[index]! }] : [],
    ),
  };
}

function count(extraction: string, gold: readonly Block[]): AlignmentCounts {
  const sequence = goldOf(gold);
  return countAlignment(alignWithGold(Int32Array.from(ids(extraction)), sequence), sequence);
}

describe('optional blocks', () => {
  const gold: Block[] = [
    ['rain fell on the town'],
    ['a convoy near the border photo by someone we know', '?'],
    ['nobody was hurt'],
    ['sales rose again'],
  ];
  const caption = gold[1]![0];
  const [first, , second, third] = gold.map(([words]) => words) as [string, string, string, string];

  test.each([
    ['everything in place', `${first} ${caption} ${second} ${third}`, { matched: 11, missing: 0, surplus: 0, neutral: 10 }],
    ['dropped', `${first} ${second} ${third}`, { matched: 11, missing: 0, surplus: 0, neutral: 0 }],
    ['moved behind text shorter than itself', `${first} ${second} ${third} ${caption}`, { matched: 11, missing: 0, surplus: 0, neutral: 10 }],
    ['moved to the front', `${caption} ${first} ${second} ${third}`, { matched: 11, missing: 0, surplus: 0, neutral: 10 }],
    ['emitted twice: the second costs its length', `${caption} ${first} ${caption} ${second} ${third}`, { matched: 11, missing: 0, surplus: 10, neutral: 10 }],
    ['moved, half of it: claimed as far as it is there', `${first} ${second} ${third} a convoy near the border`, { matched: 11, missing: 0, surplus: 0, neutral: 5 }],
    ['moved, less than half of it: surplus', `${first} ${second} ${third} a convoy near the`, { matched: 11, missing: 0, surplus: 4, neutral: 0 }],
    ['moved, with words between: those are surplus', `${first} ${second} ${third} a big convoy near the border photo we know`, { matched: 11, missing: 0, surplus: 1, neutral: 8 }],
    ['a required block dropped', `${first} ${caption} ${third}`, { matched: 8, missing: 3, surplus: 0, neutral: 10 }],
    ['nothing', '', { matched: 0, missing: 11, surplus: 0, neutral: 0 }],
  ])('%s', (_name, extraction, expected) => {
    expect(count(extraction, gold)).toEqual({ required: 11, ...expected });
  }); // prettier-ignore

  test('a lead that stands twice, once optional: what came out once counts for the required one', () => {
    const lead = 'the general calls for calm';
    const twice: Block[] = [[lead, '?'], [lead], ['more text']];
    expect(count(`${lead} more text`, twice)).toMatchObject({ matched: 7, missing: 0, surplus: 0 });
    expect(count(`${lead} more text ${lead}`, twice)).toMatchObject({ matched: 7, missing: 0, surplus: 0 });
  });

  test('a block claims no stretch longer than twice itself', () => {
    const short: Block[] = [['one two'], ['alpha beta gamma delta', '?']];
    const apart = 'x x x x x x x x';
    expect(count(`alpha ${apart} beta one two`, short)).toMatchObject({
      matched: 2,
      surplus: 10,
      neutral: 0,
    });
    expect(count('alpha x x x x x beta x one two', short)).toMatchObject({
      matched: 2,
      surplus: 6,
      neutral: 2,
    });
  });

  test('a matched island of fewer than three tokens does not end a stretch', () => {
    const blocks: Block[] = [['we met in may'], ['seen by all of us in rome', '?']];
    expect(count('seen by we all of us met in may', blocks)).toMatchObject({
      matched: 4,
      surplus: 0,
      neutral: 5,
    });
  });
});

describe('a page that is long', () => {
  /** So many words of their own. */
  const text = (name: string, words: number): string =>
    Array.from({ length: words }, (_, index) => `${name}-${index}`).join(' ');
  // Before each short paragraph a caption that is longer, far from the next one.
  const parts = Array.from({ length: 5 }, (_, part) => ({
    long: text(`long${part}`, 900),
    caption: text(`caption${part}`, 30),
    short: text(`short${part}`, 20),
  }));
  const gold = parts.flatMap(({ long, caption, short }): Block[] => [[long], [caption, '?'], [short]]);
  const required = 5 * (900 + 20);

  test('each caption may stand behind the paragraph that it belongs before', () => {
    const moved = parts.map(({ long, caption, short }) => `${long} ${short} ${caption}`).join(' ');
    const perfect = { required, matched: required, missing: 0, surplus: 0, neutral: 150 };
    expect(count(moved, gold)).toEqual(perfect);
  });

  test('so may all but one that was dropped, with other errors here and there', () => {
    const damaged = parts
      .map(({ long, caption, short }, part) => {
        const noise = text(`noise${part}`, 7);
        return part === 2 ? `${noise} ${long}` : `${long.slice(long.indexOf(' ') + 1)} ${short} ${caption}`;
      })
      .join(' ');
    // A word of four parts and the twenty of the third one's short paragraph are missing.
    expect(count(damaged, gold)).toEqual({
      required,
      matched: required - 24,
      missing: 24,
      surplus: 7,
      neutral: 120,
    });
  });
});

describe('properties of whole optional blocks', () => {
  const words = fc
    .integer({ min: 1, max: 7 })
    .chain((letters) =>
      fc
        .array(fc.integer({ min: 0, max: letters - 1 }), { minLength: 1, maxLength: 8 })
        .map((values) => values.map((value) => 'abcdefg'[value]).join(' ')),
    );
  const block = fc.tuple(words, fc.constantFrom<'?' | undefined>('?', undefined)) as fc.Arbitrary<Block>;
  // Some blocks have the text of an earlier one.
  const golds = fc
    .array(fc.tuple(block, fc.option(fc.nat(3), { freq: 3 })), { minLength: 1, maxLength: 6 })
    .map((entries): Block[] => entries.map(([[own, mark], copy], index) => {
      const text = copy === null || copy >= index ? own : entries[copy]![0][0];
      return mark === undefined ? [text] : [text, mark];
    })); // prettier-ignore
  const cases = fc.tuple(golds, fc.nat(), fc.nat());

  function textOf(blocks: readonly Block[]): string {
    return blocks.map(([text]) => text).join(' ');
  }

  /** Calls `check` with one optional block of each gold, if it has any. */
  function forOneBlock(check: (gold: Block[], index: number, others: Block[], place: number) => void): void {
    fc.assert(
      fc.property(cases, ([gold, which, where]) => {
        const optional = gold.flatMap(([, mark], index) => (mark === '?' ? [index] : []));
        if (optional.length === 0) return;
        const index = optional[which % optional.length]!;
        const others = gold.filter((_, other) => other !== index);
        check(gold, index, others, where % (others.length + 1));
      }),
      { numRuns: 5_000 },
    );
  }

  test('dropping one changes nothing', () => {
    forOneBlock((gold, _index, others) => {
      expect(count(textOf(others), gold)).toMatchObject({ missing: 0, surplus: 0 });
    });
  });

  test('moving one changes nothing', () => {
    forOneBlock((gold, index, others, place) => {
      const moved = [...others.slice(0, place), gold[index]!, ...others.slice(place)];
      expect(count(textOf(moved), gold)).toMatchObject({ missing: 0, surplus: 0 });
    });
  });

  test('emitting one twice costs its length', () => {
    forOneBlock((gold, index, _others, place) => {
      const doubled = [...gold.slice(0, place), gold[index]!, ...gold.slice(place)];
      const length = gold[index]![0].split(' ').length;
      expect(count(textOf(doubled), gold)).toMatchObject({ missing: 0, surplus: length });
    });
  });

  test('whatever comes out: counts add up, and no gold token is used twice', () => {
    fc.assert(
      fc.property(golds, words, fc.nat(), (gold, noise, cut) => {
        const all = `${textOf(gold)} ${noise} ${textOf(gold.toReversed())}`.split(' ');
        const extraction = Int32Array.from(ids(all.slice(cut % all.length).join(' ')));
        const sequence = goldOf(gold);
        const alignment = alignWithGold(extraction, sequence);
        const counts = countAlignment(alignment, sequence);
        expect(counts.matched + counts.surplus + counts.neutral).toBe(extraction.length);
        const used = [...alignment.goldOf].filter((index) => index >= 0);
        expect(new Set(used).size).toBe(used.length);
        alignment.goldOf.forEach((index, token) => {
          if (index >= 0) expect(sequence.ids[index]).toBe(extraction[token]);
        });
      }),
      { numRuns: 2_000 },
    );
  });
});
