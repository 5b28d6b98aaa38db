import { describe, expect, test } from 'vitest';
import type { Gold } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import { tokens as tokensMetric } from '../score/metrics/tokens.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { PairSums, oracleShares } from './complementarity.ts';
import { PageYields } from './page-yield.ts';

/** Gold with these paragraphs, the last of which may come out or not. */
const text: Gold = {
  about: { traits: [] },
  metadata: {},
  body: [
    { type: 'block', kind: 'p', optional: false, text: 'one two three' },
    { type: 'block', kind: 'p', optional: false, text: 'four five' },
    { type: 'block', kind: 'p', optional: true, text: 'perhaps this much' },
  ],
  comments: [],
  boilerplate: [],
};
const snippets: Gold = {
  about: { traits: [] },
  metadata: {},
  comments: [],
  boilerplate: [],
  segments: { with: ['one two', 'four five'], without: ['menu', 'ads'] },
};

/** What extractors that returned these texts have to give each other on one page. */
function sumsOf(gold: Gold, texts: Readonly<Record<string, string | undefined>>): PairSums {
  const yields = new PageYields(gold.body === undefined ? 'segments' : 'text');
  const prepared = new PreparedGold(gold, POLICIES.article);
  const sums = new PairSums(Object.keys(texts));
  const given = Object.entries(texts).filter(([, each]) => each !== undefined);
  sums.add(
    new Map(given.map(([name, each]) => [name, yields.of(new ScoringInput(prepared, { text: each! }))])),
  );
  return sums;
}

describe('two extractors', () => {
  test('have gold in common, gold that only one has, and surplus that counts once', () => {
    const [pair] = sumsOf(text, {
      a: 'one two three\nread more here',
      b: 'two three four five perhaps this much\nread more now',
    }).pairs();
    // Behind other words "read" is another surplus; "more" behind "read" is the same one; here and now are two.
    expect(pair).toEqual({
      first: 'a',
      second: 'b',
      pages: 1,
      required: 5,
      both: 2,
      onlyFirst: 1,
      onlySecond: 2,
      surplus: 5,
      goldShare: 0.5,
    });
  });

  test('have snippets where gold is snippets', () => {
    const [pair] = sumsOf(snippets, { a: 'one  two menu', b: 'four five menu ads' }).pairs();
    expect(pair).toMatchObject({
      required: 2,
      both: 0,
      onlyFirst: 1,
      onlySecond: 1,
      surplus: 2,
      goldShare: 0.5,
    });
  });

  test('that share no page are no pair, and nothing is no share', () => {
    expect(sumsOf(text, { a: 'one', b: undefined }).pairs()).toEqual([]);
    expect(sumsOf(text, { a: '', b: '' }).pairs()[0]).toMatchObject({ both: 0, surplus: 0, goldShare: 0 });
  });

  test('change places, and the union stays', () => {
    const [one] = sumsOf(text, { a: 'one two x y', b: 'five y z' }).pairs();
    const [other] = sumsOf(text, { b: 'five y z', a: 'one two x y' }).pairs();
    expect([other!.onlyFirst, other!.onlySecond, other!.surplus]).toEqual([
      one!.onlySecond,
      one!.onlyFirst,
      one!.surplus,
    ]);
  });
});

test('what an extractor kept, and what no other kept', () => {
  const sums = sumsOf(text, { a: 'one two three four', b: 'one five', c: undefined });
  expect(sums.extractors(new Map([['a', 0.75]]))).toEqual([
    { name: 'a', kept: 0.8, onlyHere: 0.6, oracle: 0.75 },
    { name: 'b', kept: 0.4, onlyHere: 0.2, oracle: 0 },
    { name: 'c', kept: 0, onlyHere: 0, oracle: 0 },
  ]);
});

test('the oracle is shared by those that are equally good on a page', () => {
  const line = (extractor: string, page: string, f1: number | undefined): JournalLine => {
    const key = { corpus: 'toy', extractor, page, site: 's' };
    if (f1 === undefined) return { ...key, status: 'skipped', reason: 'not mine' };
    return { ...key, status: 'extracted', metrics: { tokens: { counts: {}, figures: { f1 } } } };
  };
  const shares = oracleShares(
    [
      line('a', 'p1', 0.5),
      line('b', 'p1', 0.9),
      line('a', 'p2', 0.8),
      line('b', 'p2', 0.8),
      line('b', 'p3', undefined),
    ],
    tokensMetric,
  );
  expect(Object.fromEntries(shares)).toEqual({ a: 0.25, b: 0.75 });
  // 1/6 + 1/9 + 1/9, and not 1/9 + 1/9 + 1/6, of which the last digit differs, where the lines come the other way.
  const pages = [
    ['a', 'b'],
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ];
  const lines = pages.flatMap((names, page) => names.map((name) => line(name, `p${page}`, 1)));
  expect(oracleShares(lines.toReversed(), tokensMetric).get('a')).toBe(
    oracleShares(lines, tokensMetric).get('a'),
  );
});
