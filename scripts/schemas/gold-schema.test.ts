import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fastGlob from 'fast-glob';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { arbitraryGold } from '../../harness/gold/fixtures/arbitrary-gold.ts';
import { readGold } from '../../harness/gold/read-gold.ts';
import { writeGold } from '../../harness/gold/write-gold.ts';
import { goldSchema, goldSchemaText } from './gold-schema.ts';

const validate = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTuples: false,
  allowUnionTypes: true,
}).compile(goldSchema());

/** What an editor does: scalars have the types of YAML's core schema, then the JSON Schema decides. */
function editorAccepts(source: string): boolean {
  return validate(parse(source));
}

function readerAccepts(source: string): boolean {
  return readGold(source, 'gold.yaml').gold !== undefined;
}

test('the file in the corpus is current; if not, run "npm run schema"', () => {
  const file = new URL('../../corpus/gold.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(goldSchemaText());
});

const HEAD = `url: https://wire.example/2025/07/09/push
captured: 2025-07-09
response: { status: 404, type: text/html; charset=utf-8 }
language: en-AU
kind: press-release
traits: [flat-text, repeated-lead]
labelled: { by: kd, on: 2024-02-29 }
title: 1984
publisher: "Border: a wire"
authors: ["Kim Lee", "Jo Day"]
published: 2025-07-09T01:10:00+10:00
`;

describe('editor and reader accept', () => {
  test.each([
    ['every key of the head', `${HEAD}body: []\n`],
    ['a body alone', 'body: []\n'],
    ['no authors, no date, no traits', 'authors: []\npublished: none\ntraits: []\nbody: []\n'],
    ['a language called no', 'language: no\nbody: []\n'],
    ['times with and without seconds and zone', 'published: 2025-07-09T01:10Z\nbody: []\n'],
    ['blocks and boilerplate in the body', 'body:\n  - title: x\n  - p?: y\n  - promo: z\n'],
    ['numbers and dates for texts', 'body:\n  - h2: 2024\n  - p: 2025-07-09\n  - p?: 0x1F\n  - p: 1e3\n'],
    ['an origin, before or behind', 'body:\n  - p: x\n    from: script\n  - from: hidden\n    nav: y\n'],
    [
      'items of texts and blocks',
      'body:\n  - ul:\n      - a\n      - 2\n      - - p: b\n        - ol: ["c"]\n',
    ],
    [
      'a post with an answer',
      'body:\n  - post:\n      - p: x\n      - ui: y\n      - post:\n          - p: z\n',
    ],
    [
      'a comment with a reply',
      'body: []\ncomments:\n  - p: x\n  - comment:\n      - p: y\n      - comment:\n          - p: z\n',
    ],
    ['terms with texts', 'body:\n  - dl: [["a", "b", "c"]]\n'],
    ['empty cells', 'body:\n  - table: [["", "x"], ["", ""]]\n'],
    ['code', 'body:\n  - code: |\n      x: 1\n'],
    ['comments, and boilerplate as texts and lists', 'body: []\ncomments:\n  - byline: A\n  - p: x\nboilerplate:\n  - nav: ["Home"]\n  - ui:\n      - 12\n  - author-bio: z\n'], // prettier-ignore
    ['boilerplate in rows', 'body:\n  - ui:\n      - ["Mo", ""]\n      - all\n'],
    ['segments alone', 'segments:\n  with: ["a"]\n'],
    ['segments beside a body', 'body: []\nsegments:\n  with: []\n  without:\n    - 12\n    - x\n'],
    ['empty lists', 'body: []\ncomments: []\nboilerplate: []\n'],
  ])('%s', (_, source) => {
    expect([readerAccepts(source), editorAccepts(source)]).toEqual([true, true]);
  });

  test('the pages of the corpus, and whatever is written', () => {
    const files = fastGlob.sync('corpus/pages/*/*/gold.yaml');
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(editorAccepts(readFileSync(file, 'utf8')), file).toBe(true);
    fc.assert(
      fc.property(arbitraryGold, (gold) => {
        expect(editorAccepts(writeGold(gold))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('editor and reader refuse', () => {
  test.each([
    ['no body', 'title: x\n'],
    ['segments without a list', 'segments: {}\n'],
    ['nothing behind the segments', 'body: []\nsegments:\n'],
    ['a list of segments', 'segments: ["a"]\n'],
    ['an unknown list of segments', 'segments: { must: ["a"] }\n'],
    ['a blank snippet', 'segments: { with: [" "] }\n'],
    ['nothing behind the body', 'body:\n'],
    ['an unknown key', 'boddy: []\nbody: []\n'],
    ['an address without a scheme', 'url: wire.example\nbody: []\n'],
    ['a date in words', 'captured: 9 July 2025\nbody: []\n'],
    ['a month that is none', 'published: 2025-13-01\nbody: []\n'],
    ['an hour that is none', 'published: 2025-07-09T24:00\nbody: []\n'],
    ['a language in words', 'language: English (British)\nbody: []\n'],
    ['a status that is none', 'response: { status: 99 }\nbody: []\n'],
    ['an unknown key of the response', 'response: { code: 200 }\nbody: []\n'],
    ['an unknown kind of page', 'kind: newz\nbody: []\n'],
    ['an unknown trait', 'traits: [list]\nbody: []\n'],
    ['a trait that is no list', 'traits: lists\nbody: []\n'],
    ['no day of labelling', 'labelled: { by: kd }\nbody: []\n'],
    ['authors that are no list', 'authors: Kim Lee\nbody: []\n'],
    ['nothing behind a title', 'title:\nbody: []\n'],
    ['a blank text', 'body:\n  - p: " "\n'],
    ['nothing behind a kind', 'body:\n  - p:\n'],
    ['an unknown kind', 'body:\n  - paragraph: x\n'],
    ['a text without a kind', 'body:\n  - x\n'],
    ['two kinds in one entry', 'body:\n  - p: x\n    nav: y\n'],
    ['an origin alone', 'body:\n  - from: hidden\n'],
    ['an unknown origin', 'body:\n  - p: x\n    from: style\n'],
    ['optional boilerplate', 'body:\n  - nav?: x\n'],
    ['a todo', 'body:\n  - todo: x\n'],
    ['a list for a text', 'body:\n  - p: ["a"]\n'],
    ['a text for a list', 'body:\n  - ul: a\n'],
    ['a list without items', 'body:\n  - ul: []\n'],
    ['a block for an item', 'body:\n  - ul:\n      - p: a\n'],
    ['boilerplate in an item', 'body:\n  - ul:\n      - - nav: a\n'],
    ['texts for an item', 'body:\n  - ul:\n      - ["a", "b"]\n'],
    ['a term without a text', 'body:\n  - dl: [["a"]]\n'],
    ['a table of texts', 'body:\n  - table: ["a"]\n'],
    ['a row without cells', 'body:\n  - table: [["a"], []]\n'],
    ['a blank table', 'body:\n  - table: [["", " "]]\n'],
    ['nothing for a cell', 'body:\n  - table:\n      - - a\n        -\n'],
    ['boilerplate in the comments', 'body: []\ncomments:\n  - nav: x\n'],
    ['a block in the boilerplate', 'body: []\nboilerplate:\n  - p: x\n'],
    ['boilerplate without texts', 'body: []\nboilerplate:\n  - nav: []\n'],
  ])('%s', (_, source) => {
    expect([readerAccepts(source), editorAccepts(source)]).toEqual([false, false]);
  });
});

describe('only the reader sees', () => {
  test.each([
    ['a text that a comment cuts', 'body:\n  - p: Ranked #1 in sales\n'],
    ['texts in brackets without quotes', 'body:\n  - ul: [a, b]\n'],
    ['code that is no literal block', 'body:\n  - code: x\n'],
    ['a day that its month does not have', 'captured: 2025-02-30\nbody: []\n'],
    ['a tag', 'body:\n  - p: !!str x\n'],
  ])('%s', (_, source) => {
    expect([readerAccepts(source), editorAccepts(source)]).toEqual([false, true]);
  });
});

test.each(['null', '~', 'true'])(
  'an editor wants quotes for the text %s; the canonical form has them',
  (text) => {
    const source = `body:\n  - p: ${text}\n`;
    expect([readerAccepts(source), editorAccepts(source)]).toEqual([true, false]);
    expect(editorAccepts(writeGold(readGold(source, 'gold.yaml').gold!))).toBe(true);
  },
);
