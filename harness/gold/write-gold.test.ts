import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BodyEntry, Gold, GoldBlock } from '../model/gold.ts';
import { arbitraryGold } from './fixtures/arbitrary-gold.ts';
import { readGold } from './read-gold.ts';
import { writeGold } from './write-gold.ts';

const EMPTY: Gold = { about: { traits: [] }, metadata: {}, body: [], comments: [], boilerplate: [] };

function withBody(...body: BodyEntry[]): Gold {
  return { ...EMPTY, body };
}

const base = { type: 'block', optional: false } as const;
const p = (text: string): GoldBlock => ({ ...base, kind: 'p', text });

describe('the canonical form', () => {
  test('has the keys in the order of the format, the words in brackets', () => {
    const text = writeGold(
      {
        ...EMPTY,
        metadata: {
          published: '2025-07-09T01:10:00+10:00',
          authors: ['Kim Lee', 'Jo "J" Day'],
          publisher: 'Example Wire',
          title: 'Border: a new push',
        },
        about: {
          labelled: { on: '2026-11-22', by: 'kd' },
          traits: ['flat-text', 'lists'],
          kind: 'news',
          language: 'no',
          response: { type: 'text/html; charset=utf-8', status: 404 },
          captured: '2025-07-09',
          url: 'https://wire.example/2025/07/09/push#top',
        },
      },
      { schema: '../../../gold.schema.json' },
    );
    expect(text).toBe(`# yaml-language-server: $schema=../../../gold.schema.json
url: https://wire.example/2025/07/09/push#top
captured: 2025-07-09
response: { status: 404, type: text/html; charset=utf-8 }
language: no
kind: news
traits: [flat-text, lists]
labelled: { by: kd, on: 2026-11-22 }
title: "Border: a new push"
publisher: Example Wire
authors: ["Kim Lee", "Jo \\"J\\" Day"]
published: 2025-07-09T01:10:00+10:00
body: []
`);
  });

  test('has one line for every entry, text and row', () => {
    const text = writeGold({
      ...withBody(
        { ...base, kind: 'title', text: 'A headline' },
        { type: 'boilerplate', category: 'share', text: 'Share' },
        { type: 'boilerplate', category: 'share', text: 'Print' },
        { ...base, kind: 'p', optional: true, text: 'Said before: twice.', from: 'hidden' },
        { ...base, kind: 'quote', text: 'Nobody is fined.\n— Rule 4' },
        { ...base, kind: 'code', text: 'x = 1' },
        { ...base, kind: 'ul', items: ['first', '- second'] },
        { ...base, kind: 'table', rows: [['Year', ''], ['2024', '28']] }, // prettier-ignore
        { ...base, kind: 'dl', entries: [{ term: 'crest', texts: ['the highest level', 'a peak'] }] },
      ),
      comments: [{ ...base, kind: 'byline', text: 'Mags H.' }, p('First!')],
      boilerplate: [
        { type: 'boilerplate', category: 'nav', text: 'Home' },
        { type: 'boilerplate', category: 'nav', text: 'World' },
        { type: 'boilerplate', category: 'nav', text: 'Menu', from: 'hidden' },
        { type: 'boilerplate', category: 'legal', text: '© 2025' },
        { type: 'boilerplate', category: 'nav', text: 'Top' },
      ],
    });
    expect(text).toBe(`body:
  - title: A headline
  - share: Share
  - share: Print
  - p?: "Said before: twice."
    from: hidden
  - quote: |-
      Nobody is fined.
      — Rule 4
  - code: |-
      x = 1
  - ul:
      - first
      - "- second"
  - table:
      - ["Year", ""]
      - ["2024", "28"]
  - dl:
      - ["crest", "the highest level", "a peak"]
comments:
  - byline: Mags H.
  - p: First!
boilerplate:
  - nav:
      - Home
      - World
  - nav: Menu
    from: hidden
  - legal: © 2025
  - nav: Top
`);
  });

  test('nests blocks in items and cells, and gives lines to a row that has them', () => {
    const text = writeGold(
      withBody(
        { ...base, kind: 'ol', items: ['one', [p('two'), { ...base, kind: 'ul', items: ['a\nb'] }]] },
        { ...base, kind: 'table', rows: [['plain'], ['two\nlines', [{ ...base, kind: 'code', text: '  x' }]]] }, // prettier-ignore
      ),
    );
    expect(text).toBe(`body:
  - ol:
      - one
      - - p: two
        - ul:
            - |-
              a
              b
  - table:
      - ["plain"]
      - - |-
          two
          lines
        - - code: |2-
                x
`);
  });
});

test('segments without a snippet say that nothing is asked', () => {
  expect(writeGold({ ...EMPTY, segments: { with: [], without: [] } })).toBe(
    'body: []\nsegments:\n  with: []\n  without: []\n',
  );
});

test('segments stand behind the body, a list that is empty is left out', () => {
  expect(writeGold({ ...withBody(p('One.')), segments: { with: ['One', 'a: b'], without: ['Menu'] } }))
    .toBe(`body:
  - p: One.
segments:
  with:
    - One
    - "a: b"
  without:
    - Menu
`);
  const { body: _, ...unlabelled } = EMPTY;
  expect(writeGold({ ...unlabelled, segments: { with: [], without: ['Menu'] } })).toBe(`segments:
  without:
    - Menu
`);
});

describe('any gold', () => {
  const runs = { numRuns: 30 };

  test('comes back as it was written, and is written the same again', () => {
    fc.assert(
      fc.property(arbitraryGold, (gold) => {
        const text = writeGold(gold);
        const { gold: again, problems } = readGold(text, 'gold.yaml');
        expect(problems).toEqual([]);
        expect(again).toEqual(gold);
        expect(again && writeGold(again)).toBe(text);
      }),
      runs,
    );
  });

  test('comes back from a file whose line breaks have become CRLF', () => {
    fc.assert(
      fc.property(arbitraryGold, (gold) => {
        expect(readGold(writeGold(gold).replaceAll('\n', '\r\n'), 'gold.yaml').gold).toEqual(gold);
      }),
      runs,
    );
  });
});

describe('gold that no file can hold is refused', () => {
  const half = 'half of a character (a lone surrogate)';
  test.each<[string, Gold, string]>([
    ['a lone surrogate', withBody(p('x\ud800')), `gold, body[0]: found ${half}`],
    ['a lone surrogate in a cell', withBody({ ...base, kind: 'ul', items: ['a', [p('\udc00')]] }), `gold, body[0].items[1][0]: found ${half}`], // prettier-ignore
    ['a line separator', withBody(p('a\u2028b')), 'gold, body[0]: found the character U+2028'],
    ['a control character in code', withBody(p('x'), { ...base, kind: 'code', text: 'a\u001b[0m' }), 'gold, body[1]: found the character U+001B'], // prettier-ignore
    ['CR in code', withBody({ ...base, kind: 'code', text: 'a\r\nb' }), 'found the character U+000D (carriage return); expected code that a literal block can hold'], // prettier-ignore
    ['a blank text', withBody(p(' ')), 'no text for "p"'],
    ['a list without items', withBody({ ...base, kind: 'ul', items: [] }), 'an empty list for "ul"'],
    [
      'no body',
      { about: { traits: [] }, metadata: { title: 'A' }, comments: [], boilerplate: [] },
      'no key "body"',
    ],
    ['a blank snippet', { ...EMPTY, segments: { with: [' '], without: [] } }, 'no text for "with"'],
    ['a date that is none', { ...EMPTY, metadata: { published: '9 July' } }, 'the date "9 July"'],
  ])('%s', (_, gold, message) => {
    expect(() => writeGold(gold)).toThrow(message);
    expect(() => writeGold(gold)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  test('a key without a value', () => {
    // oxlint-disable-next-line no-unsafe-type-assertion -- what a caller without types may give
    const gold = { ...EMPTY, metadata: { title: undefined } } as unknown as Gold;
    expect(() => writeGold(gold)).toThrow('keys without a value must be absent, not undefined');
  });
});
