import { describe, expect, test } from 'vitest';
import type { BodyEntry, Gold, GoldBlock } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import type { PolicyName } from '../model/policy.ts';
import { goldToDocument } from './gold.ts';

function goldOf(body: BodyEntry[], more: Partial<Gold> = {}): Gold {
  return { about: { traits: [] }, metadata: {}, body, comments: [], boilerplate: [], ...more };
}

function text(
  kind: 'p' | 'title' | 'caption' | 'quote' | 'byline',
  content: string,
  optional = false,
): GoldBlock {
  return { type: 'block', kind, optional, text: content };
}

/** Leaves as `unit role kind: text`. */
function outline(gold: Gold, policy: PolicyName = 'article'): string[] {
  return goldToDocument(gold, POLICIES[policy]).blocks.map(
    ({ unit, role, kind, text: content }) => `${unit} ${role} ${kind}: ${content}`,
  );
}

describe('gold under a policy', () => {
  const body: BodyEntry[] = [
    text('title', 'T'),
    text('p', 'a'),
    { type: 'boilerplate', category: 'promo', text: 'buy' },
    text('p', 'b', true),
    text('caption', 'c'),
    { type: 'block', kind: 'ul', optional: false, items: ['d', [text('p', 'e'), text('quote', 'f')]] },
  ];

  test('article: text is required, edges are optional, boilerplate is not there', () => {
    expect(outline(goldOf(body))).toEqual([
      '0 optional title: T',
      '1 required p: a',
      '2 optional p: b',
      '3 optional caption: c',
      '4 required ul: d',
      '4 required ul: e',
      '4 required quote: f',
    ]);
  });

  test('reader: title and captions are required too; a block with ? never is', () => {
    expect(outline(goldOf(body), 'reader').filter((leaf) => leaf.includes('optional'))).toEqual([
      '2 optional p: b',
    ]);
  });

  test('prose: only paragraphs and quotations are required', () => {
    expect(outline(goldOf(body), 'prose').filter((leaf) => leaf.includes('required'))).toEqual([
      '1 required p: a',
      '4 required quote: f',
    ]);
  });

  test('discussion: comments follow the body', () => {
    const gold = goldOf([text('p', 'a')], { comments: [text('byline', 'Mags'), text('p', 'First!')] });
    expect(outline(gold, 'discussion')).toEqual([
      '0 required p: a',
      '1 optional byline: Mags',
      '2 required p: First!',
    ]);
    expect(outline(gold)).toEqual(['0 required p: a']);
  });

  test('the metadata title stands before a body that has none', () => {
    const metadata = { title: 'M' };
    expect(outline(goldOf([text('p', 'a')], { metadata }))).toEqual([
      '0 optional title: M',
      '1 required p: a',
    ]);
    expect(outline(goldOf([text('p', 'a')], { metadata }), 'reader')[0]).toBe('0 required title: M');
    expect(outline(goldOf(body, { metadata }))[0]).toBe('0 optional title: T');
    expect(outline(goldOf([], { metadata }))).toEqual([]);
  });

  test('definition lists and tables: a leaf for each text, none for an empty cell', () => {
    const blocks: BodyEntry[] = [
      { type: 'block', kind: 'dl', optional: false, entries: [{ term: 'A', texts: ['b', 'c'] }] },
      { type: 'block', kind: 'table', optional: true, rows: [['Year', ''], ['2024', '28']] },
    ]; // prettier-ignore
    const leaves = goldToDocument(goldOf(blocks), POLICIES.article).blocks;
    expect(leaves.map((leaf) => [leaf.text, leaf.role, leaf.unit, leaf.within])).toEqual([
      ['A', 'required', 0, [{ kind: 'dl', id: 0, item: 0 }]],
      ['b', 'required', 0, [{ kind: 'dl', id: 0, item: 0 }]],
      ['c', 'required', 0, [{ kind: 'dl', id: 0, item: 0 }]],
      ['Year', 'optional', 1, [{ kind: 'table', id: 1, row: 0, column: 0 }]],
      ['2024', 'optional', 1, [{ kind: 'table', id: 1, row: 1, column: 0 }]],
      ['28', 'optional', 1, [{ kind: 'table', id: 1, row: 1, column: 1 }]],
    ]);
  });
});

test('posts and comments change nothing: their blocks are leaves and units as in a row', () => {
  const flat = [text('p', 'a'), text('title', 'T'), text('p', 'b')];
  const [a, title, b] = [text('p', 'a'), text('title', 'T'), text('p', 'b')];
  const nested: Gold = {
    ...goldOf([{ type: 'post', blocks: [a, title, { type: 'post', blocks: [b] }] }], {
      metadata: { title: 'T' },
    }),
    comments: [{ type: 'comment', blocks: [text('p', 'c'), { type: 'comment', blocks: [text('p', 'd')] }] }],
  };
  const row = goldOf(flat, { metadata: { title: 'T' }, comments: [text('p', 'c'), text('p', 'd')] });
  for (const policy of ['article', 'discussion'] as const)
    expect(outline(nested, policy)).toEqual(outline(row, policy));
  expect(outline(nested, 'discussion')).toEqual([
    '0 required p: a',
    '1 optional title: T',
    '2 required p: b',
    '3 required p: c',
    '4 required p: d',
  ]);
});
