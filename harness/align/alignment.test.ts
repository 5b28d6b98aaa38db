import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignWithGold, countAlignment } from './alignment.ts';
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
    block: Int32Array.from(blocks.flatMap(([words], index) => ids(words).map(() => index))),
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

describe('optional text earns nothing', () => {
  const required = 'the council met on Monday to vote on the plan for the new school';
  const caption = 'Picture the old hall of the council by night and the square on a wet Monday in May';

  test.each([
    ['whole, in place', [[required], [caption, '?']], caption, { matched: 0, surplus: 0, neutral: 18 }],
    ['whole, before', [[caption, '?'], [required]], caption, { matched: 0, surplus: 0, neutral: 18 }],
    ['without its first word', [[required], [caption, '?']], caption.slice(8), { matched: 0, surplus: 0, neutral: 17 }],
    ['its larger half', [[required], [caption, '?']], caption.slice(0, 48), { matched: 0, surplus: 0, neutral: 10 }],
    ['one word that required text has too', [['Reuters reported it'], ['Reuters', '?']], 'Reuters', { matched: 0, surplus: 0, neutral: 1 }],
    ['a name that required text has too', [['we met Ada Marwick in May'], ['Ada Marwick', '?']], 'Ada Marwick', { matched: 0, surplus: 0, neutral: 2 }],
  ] as [string, Block[], string, object][])('%s', (_name, gold, extraction, expected) => {
    expect(count(extraction, gold)).toMatchObject(expected);
  }); // prettier-ignore

  test('words of required text stay with it', () => {
    const gold: Block[] = [['we met Ada Marwick in May'], ['Ada Marwick', '?'], ['in May', '?']];
    expect(count('we met Ada Marwick in May', gold)).toMatchObject({ matched: 6, surplus: 0, neutral: 0 });
    expect(count('in May Ada Marwick we met Ada Marwick in May', gold)).toMatchObject({
      matched: 6,
      surplus: 0,
      neutral: 4,
    });
  });

  test('a few items of a long list are without cost', () => {
    const list = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';
    const gold: Block[] = [['what the list is for'], [list, '?']];
    expect(count('what the list is for two three four five six', gold)).toMatchObject({
      surplus: 0,
      neutral: 5,
    });
    expect(count('what the list is for two three four five', gold)).toMatchObject({ surplus: 4, neutral: 0 });
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
  /** Few words, in all blocks again and again; but every optional block has one of its own. */
  const golds = fc.array(fc.tuple(block, fc.nat(8)), { minLength: 1, maxLength: 6 }).map((entries): Block[] =>
    entries.map(([[text, mark], at], index) => {
      if (mark === undefined) return [text];
      const own = text.split(' ');
      own.splice(at % (own.length + 1), 0, `own${index}`);
      return [own.join(' '), mark];
    }),
  ); // prettier-ignore
  const noise = fc.array(fc.oneof(words, fc.constant('')), { minLength: 6, maxLength: 6 });
  const isDropped = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
  const cases = fc.record({ gold: golds, which: fc.nat(), where: fc.nat(), noise, isDropped });

  function textOf(blocks: readonly Block[]): string {
    return blocks.map(([text]) => text).join(' ');
  }

  interface Case {
    readonly gold: readonly Block[];
    /** One optional block of it. */
    readonly chosen: Block;
    readonly others: readonly Block[];
    /** A place among them. */
    readonly place: number;
    /** Some of the others, and what stands between them. */
    readonly came: readonly Block[];
    readonly noise: readonly string[];
  }

  /** Calls `check` with one optional block of each gold, if it has any. */
  function forOneBlock(check: (each: Case) => void): void {
    fc.assert(
      fc.property(cases, ({ gold, which, where, noise: between, isDropped: dropped }) => {
        const optional = gold.flatMap(([, mark], index) => (mark === '?' ? [index] : []));
        if (optional.length === 0) return;
        const index = optional[which % optional.length]!;
        const others = gold.filter((_, other) => other !== index);
        const came = others.filter((_, other) => dropped[other] !== true);
        check({ gold, chosen: gold[index]!, others, came, place: where % (came.length + 1), noise: between });
      }),
      { numRuns: 1_500 },
    );
  }

  test('where nothing else is missing, dropping one changes nothing', () => {
    forOneBlock(({ gold, others }) => {
      expect(count(textOf(others), gold)).toMatchObject({ missing: 0, surplus: 0 });
    });
  });

  test('whatever else is missing, one that is dropped, kept or moved changes nothing', () => {
    forOneBlock(({ gold, chosen, came, place }) => {
      const { matched, missing, surplus } = count(textOf(came), gold);
      const moved = [...came.slice(0, place), chosen, ...came.slice(place)];
      expect(count(textOf(moved), gold)).toMatchObject({ matched, missing, surplus });
    });
  });

  test('whatever comes out beside it, a whole one counts as if nobody had labelled or extracted it', () => {
    forOneBlock(({ chosen, others, came, place, noise: between }) => {
      const parts = came.toReversed().flatMap(([text], index) => [between[index]!, text]);
      const gold = [...others, chosen];
      const moved = [...parts.slice(0, place), chosen[0], ...parts.slice(place)];
      const { neutral, ...without } = count(parts.join(' '), others);
      expect(count(moved.join(' '), gold)).toEqual({
        ...without,
        neutral: neutral + chosen[0].split(' ').length,
      });
    });
  });

  test('emitting one twice costs its length', () => {
    forOneBlock(({ gold, chosen, place }) => {
      const doubled = [...gold.slice(0, place), chosen, ...gold.slice(place)];
      const length = chosen[0].split(' ').length;
      expect(count(textOf(doubled), gold)).toMatchObject({ missing: 0, surplus: length });
    });
  });

  test('whatever comes out: counts add up, and no gold token is used twice', () => {
    fc.assert(
      fc.property(golds, words, fc.nat(), (gold, extra, cut) => {
        const all = `${textOf(gold)} ${extra} ${textOf(gold.toReversed())}`.split(' ');
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
      { numRuns: 1_000 },
    );
  });
});
