import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryGold } from '../gold/fixtures/arbitrary-gold.ts';
import type { BodyEntry, Gold } from './gold.ts';
import { entryOf, keyOf } from './gold-path.ts';
import type { GoldPath } from './gold-path.ts';
import { goldTexts, titleText } from './gold-text.ts';

const base = { type: 'block', optional: false } as const;

function goldOf(body: BodyEntry[], more: Partial<Gold> = {}): Gold {
  return { about: { traits: [] }, metadata: {}, body, comments: [], boilerplate: [], ...more };
}

test('every text has its address, its name, and what it takes from the blocks around it', () => {
  const gold = goldOf(
    [
      { ...base, kind: 'p', text: 'One.' },
      {
        ...base,
        optional: true,
        kind: 'ul',
        items: ['a', [{ ...base, kind: 'p', text: 'b', from: 'hidden' }, { ...base, kind: 'ol', items: ['c'] }]],
      },
      { type: 'boilerplate', category: 'promo', text: 'Buy.' },
      { ...base, kind: 'table', rows: [['', ' '], ['d', '']] },
      { ...base, kind: 'dl', from: 'script', entries: [{ term: 'e', texts: ['f'] }] },
    ],
    { comments: [{ ...base, kind: 'p', text: 'First!' }], boilerplate: [{ type: 'boilerplate', category: 'nav', text: 'Home' }] },
  ); // prettier-ignore
  const texts = goldTexts(gold);
  expect(texts.map(({ path, name, text }) => [path, name, text])).toEqual([
    ['body[0]', 'p', 'One.'],
    ['body[1].items[0]', 'ul', 'a'],
    ['body[1].items[1][0]', 'p', 'b'],
    ['body[1].items[1][1].items[0]', 'ol', 'c'],
    ['body[2]', 'promo', 'Buy.'],
    ['body[3].rows[1][0]', 'table', 'd'],
    ['body[4].entries[0].term', 'dl', 'e'],
    ['body[4].entries[0].texts[0]', 'dl', 'f'],
    ['comments[0]', 'p', 'First!'],
    ['boilerplate[0]', 'nav', 'Home'],
  ]);
  // A paragraph of an item has the kind of the list.
  expect(texts[2]).toMatchObject({ kind: 'ul', optional: true, from: 'hidden' });
  expect(texts[3]).toMatchObject({
    kind: 'ol',
    optional: true,
    within: [{ kind: 'ul', id: 0, item: 1 }, { kind: 'ol', id: 1, item: 0 }],
  }); // prettier-ignore
  expect(texts[7]).toMatchObject({ from: 'script' });
  expect(goldTexts(gold, ['comments']).map(({ path }) => path)).toEqual(['comments[0]']);
});

test('posts and comments are no texts: what they hold stands in a row, with longer addresses', () => {
  const text = (kind: 'p' | 'title', words: string) => ({ ...base, kind, text: words });
  const gold = goldOf(
    [
      {
        type: 'post',
        blocks: [
          text('title', 'One.'),
          { type: 'boilerplate', category: 'ui', text: 'Quote' },
          { type: 'post', blocks: [{ ...base, kind: 'ul', items: ['a', 'b'] }] },
        ],
      },
    ],
    {
      metadata: { title: 'One.' },
      comments: [{ type: 'comment', blocks: [text('p', 'First!'), { type: 'comment', blocks: [text('p', 'Second!')] }] }],
    },
  ); // prettier-ignore
  expect(goldTexts(gold).map(({ path, name, text: words }) => [path, entryOf(path), name, words])).toEqual([
    ['body[0].blocks[0]', 'body[0].blocks[0]', 'title', 'One.'],
    ['body[0].blocks[1]', 'body[0].blocks[1]', 'ui', 'Quote'],
    ['body[0].blocks[2].blocks[0].items[0]', 'body[0].blocks[2].blocks[0]', 'ul', 'a'],
    ['body[0].blocks[2].blocks[0].items[1]', 'body[0].blocks[2].blocks[0]', 'ul', 'b'],
    ['comments[0].blocks[0]', 'comments[0].blocks[0]', 'p', 'First!'],
    ['comments[0].blocks[1].blocks[0]', 'comments[0].blocks[1].blocks[0]', 'p', 'Second!'],
  ]);
  expect(titleText(gold)).toBeUndefined();
});

test('the metadata title stands for a title block unless the body has one', () => {
  const metadata = { title: 'Ladders' };
  expect(titleText(goldOf([], { metadata }))).toMatchObject({
    path: 'title',
    kind: 'title',
    text: 'Ladders',
  });
  expect(titleText(goldOf([{ ...base, kind: 'title', text: 'Other' }], { metadata }))).toBeUndefined();
  expect(titleText(goldOf([]))).toBeUndefined();
});

describe('a path', () => {
  test('leads through the properties of gold to its text', () => {
    fc.assert(
      fc.property(arbitraryGold, (gold) => {
        for (const { path, text } of goldTexts(gold)) expect(valueAt(gold, path)).toEqual(text);
      }),
      { numRuns: 50 },
    );
  });

  test.each<[GoldPath, string, string]>([
    ['title', 'title', 'title'],
    ['authors[1]', 'authors', 'authors[1]'],
    ['body[3].items[2][0].rows[0][1]', 'body', 'body[3]'],
    ['segments.with[0]', 'segments', 'segments.with[0]'],
  ])('%s is of the key %s and the entry %s', (path, key, entry) => {
    expect([keyOf(path), entryOf(path)]).toEqual([key, entry]);
  });
});

/** What the path leads to: a text, or what has it. */
function valueAt(gold: Gold, path: GoldPath): unknown {
  let value: unknown = { ...gold.about, ...gold.metadata, ...gold };
  for (const [, step] of path.matchAll(/(\w+)/gu)) value = Object(value)[step!] as unknown;
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
}
