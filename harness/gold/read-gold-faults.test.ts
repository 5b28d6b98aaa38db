import { describe, expect, test } from 'vitest';
import type { ProblemCode } from '../model/problem.ts';
import { readGold } from './read-gold.ts';

/** `line:column code` of every problem, in the order in which they are given. */
function faultsOf(source: string): string[] {
  return readGold(source, 'gold.yaml').problems.map(
    ({ line, column, code }) => `${line === undefined ? 'file' : `${line}:${column}`} ${code}`,
  );
}

test.each([
  ['a post without anything', 'body:\n  - post: []\n', '2:11 empty-text', 'an empty list for "post"'],
  ['a text for a comment', 'body: []\ncomments:\n  - comment: First!\n', '3:14 wrong-value', 'a text for "comment"'],
  ['a comment in the body', 'body:\n  - comment:\n      - p: x\n', '2:5 unknown-word', '"comment" in the body'],
  ['a post among comments', 'body: []\ncomments:\n  - post:\n      - p: x\n', '3:5 unknown-word', '"post" in the comments'],
  ['an optional comment', 'body: []\ncomments:\n  - comment?:\n      - p: x\n', '3:5 unknown-word', '"comment?" in the comments'],
  ['boilerplate in a comment', 'body: []\ncomments:\n  - comment:\n      - ui: Reply\n', '4:9 unknown-word', '"ui" in the comments'],
  ['a post in a list', 'body:\n  - ul:\n      - - post:\n            - p: x\n', '3:11 unknown-word', '"post" in an item or cell'],
  ['an origin of a post', 'body:\n  - post:\n      - p: x\n    from: hidden\n', '2:5 unknown-key', '"from" beside "post"'],
  ['a post and a kind', 'body:\n  - p: x\n    post:\n      - pp: y\n', '3:5 unknown-key', 'a second key in one entry: "post"'],
  ['an unknown kind in a reply', 'body: []\ncomments:\n  - comment:\n      - comment:\n          - pp: x\n', '5:13 unknown-word', 'unknown block kind "pp"'],
])('%s is one problem', (_, source, first, found) => {
  expect(faultsOf(source)[0]).toBe(first);
  expect(readGold(source, 'gold.yaml').problems[0]?.found).toBe(found);
}); // prettier-ignore

test('one file with six faults gives six problems, each at its own line', () => {
  const source = [
    'url: https://wire.example/a', // 1
    'captured: 2025-02-30',
    'langauge: en',
    'kind: news',
    'traits: [lists, captions]',
    'labelled: { by: kd, on: 2026-11-22 }',
    'body:', // 7
    '  - title: A convoy at the border',
    '  - p: The first paragraph.',
    '   - p: One column too far to the right.',
    '  - paragaph: The third.',
    '  - p: Ranked #1 in sales',
    '  - ul: [first item, second]',
    '  - p: The last paragraph.',
    '',
  ].join('\n');
  expect(readGold(source, 'gold.yaml').problems).toEqual([
    {
      code: 'wrong-value',
      file: 'gold.yaml',
      line: 2,
      column: 11,
      found: 'the date "2025-02-30" for "captured"',
      expected: 'a day of the calendar, written year-month-day',
      fix: '2025-02 has only 28 days; look the date up in the page',
    },
    {
      code: 'unknown-key',
      file: 'gold.yaml',
      line: 3,
      column: 1,
      found: 'unknown key "langauge"',
      expected:
        'one of url, captured, response, language, kind, traits, labelled, title, publisher, authors, published, body, segments, comments, boilerplate',
      fix: 'did you mean "language"?',
    },
    {
      code: 'yaml-syntax',
      file: 'gold.yaml',
      line: 10,
      column: 4,
      found: 'a line that is indented by 3 spaces',
      expected: '2 spaces, as on line 8',
      fix: 'move the line 1 space to the left',
    },
    {
      code: 'unknown-word',
      file: 'gold.yaml',
      line: 11,
      column: 5,
      found: 'unknown block kind "paragaph"',
      expected: expect.stringMatching(/^one of title, standfirst, .*, media, other, post$/u),
      fix: 'did you mean "p"?',
    },
    {
      code: 'text-cut',
      file: 'gold.yaml',
      line: 12,
      column: 15,
      found: 'a comment behind a text: "#1 in sales"',
      expected: 'nothing behind the text, because YAML ends it at " #"',
      fix: 'put the text in double quotes if "#" is part of it; else put the comment on a line of its own',
    },
    {
      code: 'unquoted-text',
      file: 'gold.yaml',
      line: 13,
      column: 10,
      found: 'text in brackets without quotes: "first item"',
      expected: 'texts in double quotes, because a comma or colon would divide them',
      fix: 'write ["…", "…"], or one text a line below the key',
    },
  ]);
});

/** Each line stands behind `  - p: One.` and before `  - p: Last.`, on line 3. */
const ENTRIES: [entry: string, column: number, code: ProblemCode, rest?: 'unread'][] = [
  // Signs of YAML inside and around text.
  ['  - p: Ranked #1 in sales', 15, 'text-cut'],
  ['  - p: #hashtag', 8, 'text-cut'],
  ['  - p: "Quoted." # checked', 18, 'text-cut'],
  ['  - p: | # a poem\n      Roses', 10, 'text-cut'],
  ['  - p: Note: this is it', 12, 'yaml-syntax'],
  ['  - p: Note that this\n      is: it', 9, 'yaml-syntax'],
  ['  - p: "Stop," he said.', 16, 'yaml-syntax'],
  ["  - p: 'Tis the season", 8, 'yaml-syntax', 'unread'],
  ['  - p: "never closed', 8, 'yaml-syntax', 'unread'],
  ['  - p: [Update] The text goes on', 17, 'yaml-syntax'],
  ['  - ul: ["a", "b"', 9, 'yaml-syntax'],
  ['  - ul: ["a", "b"}', 18, 'yaml-syntax'],
  ['  - ul: ["a" "b"]', 14, 'yaml-syntax'],
  ['  - ul: ["a", , "b"]', 15, 'yaml-syntax'],
  ['  - p: "a \\q escape"', 11, 'yaml-syntax'],
  ['  - p: *Note* this', 8, 'yaml-syntax'],
  ['  - p: @reader, thanks', 8, 'yaml-syntax'],
  ['  - p: %d of them', 8, 'yaml-syntax'],
  ['  - p: - a dash', 8, 'yaml-syntax'],
  ['  - p: > quoted', 8, 'yaml-syntax'],
  ['  - p: | text', 8, 'yaml-syntax'],
  ['  - p:text', 5, 'yaml-syntax'],
  ['  - p text', 5, 'yaml-syntax'],
  ['  -p: text', 3, 'yaml-syntax', 'unread'],
  ['  p: text', 3, 'yaml-syntax', 'unread'],
  ['   p: text', 4, 'yaml-syntax'],
  ['  - ul\n      - a', 5, 'yaml-syntax'],
  // Parts of YAML that gold does not use.
  ['  - p: &anchor text', 8, 'yaml-syntax'],
  ['  - p: *alias', 8, 'yaml-syntax'],
  ['  - p: !important text', 8, 'yaml-syntax'],
  ['  - p: !important', 8, 'yaml-syntax'],
  ['  - p: !!str text', 8, 'yaml-syntax'],
  ['  - <<: { p: "x" }\n    p: y', 5, 'yaml-syntax'],
  ['  - ? p\n    : y', 5, 'yaml-syntax'],
  ['\t- p: text', 1, 'yaml-syntax', 'unread'],
  ['  -\tp: text', 4, 'yaml-syntax'],
  ['---', 1, 'yaml-syntax', 'unread'],
  ['text at the margin', 1, 'yaml-syntax', 'unread'],
  // Characters that other readers take for line breaks.
  ['  - p: one\u2028two', 11, 'wrong-value'],
  ['  - p: "one\u0085two"', 12, 'wrong-value'],
  ['  - p: "one\\u2029two"', 8, 'wrong-value'],
  ['  - p: one\u0000two', 11, 'wrong-value'],
  // Kinds and shapes.
  ['  - paragraph: text', 5, 'unknown-word'],
  ['  - xyz: text', 5, 'unknown-word'],
  ['  - nav?: Home', 5, 'unknown-word'],
  ['  - todo: text', 5, 'todo-left'],
  ['  - todo?: text', 5, 'todo-left'],
  ['  - text without a kind', 5, 'wrong-value'],
  ['  - - p: text', 5, 'wrong-value'],
  ['  -', 4, 'empty-text'],
  ['  - p:', 5, 'empty-text'],
  ['  - p: ""', 8, 'empty-text'],
  ['  - p: " \\n"', 8, 'empty-text'],
  ['  - p: text\n    from: scirpt', 11, 'unknown-word'],
  ['  - from: script', 5, 'missing-key'],
  ['  - p: text\n    from: script\n    from: script', 5, 'yaml-syntax'],
  ['  - p: text\n    q: text', 5, 'unknown-key'],
  ['  - p: text\n    p: text', 5, 'unknown-key'],
  ['  - p: ["text"]', 8, 'wrong-value'],
  ['  - p: { "a": "b" }', 8, 'wrong-value'],
  ['  - code: x = 1', 11, 'wrong-value'],
  ['  - code: "x = 1"', 11, 'wrong-value'],
  ['  - ul: text', 9, 'wrong-value'],
  ['  - ul:', 5, 'wrong-value'],
  ['  - ul: []', 9, 'empty-text'],
  ['  - ul: ["a", ""]', 15, 'empty-text'],
  ['  - ul: ["a", []]', 15, 'empty-text'],
  ['  - ul: ["a", ["b"]]', 15, 'wrong-value'],
  ['  - ul:\n      - Note: this', 9, 'wrong-value'],
  ['  - ul:\n      - p: a', 9, 'wrong-value'],
  ['  - ul:\n      - - nav: a', 11, 'unknown-word'],
  ['  - ul: [first, second]', 10, 'unquoted-text'],
  ['  - ul: [a: b, "c"]', 10, 'unquoted-text'],
  ['  - nav: [Home, World]', 11, 'unquoted-text'],
  ['  - { p: text }', 10, 'unquoted-text'],
  ['  - dl: [["term"]]', 10, 'empty-text'],
  ['  - dl: ["term", "text"]', 10, 'wrong-value'],
  ['  - table: ["a", "b"]', 13, 'wrong-value'],
  ['  - table: [["a"], "b"]', 20, 'wrong-value'],
  ['  - table: [[], ["b"]]', 13, 'empty-text'],
  ['  - table: [["", " "]]', 5, 'empty-text'],
  ['  - nav: []', 10, 'empty-text'],
];

describe('an entry with one fault gives one problem, and its neighbours are still checked, or that is said', () => {
  /** The line of the fault: the last of the entry, unless the fault is in an earlier one. */
  const LINES = new Map([
    ['  - p: | # a poem\n      Roses', 3],
    ['  - ul\n      - a', 3],
    ['  - <<: { p: "x" }\n    p: y', 3],
    ['  - ? p\n    : y', 3],
  ]);

  test.each(ENTRIES)('%j', (entry, column, code, rest) => {
    const unread = rest === 'unread' ? ['file yaml-syntax'] : [];
    const lines = entry.split('\n').length;
    const line = LINES.get(entry) ?? 2 + lines;
    const before = 'body:\n  - p: One.\n';
    expect(faultsOf(`${before}${entry}\n  - p: Last.\n`)).toEqual([...unread, `${line}:${column} ${code}`]);
    // The same between two entries that have faults of their own.
    const neighbours = faultsOf(`body:\n  - qqq: One.\n${entry}\n  - p: Last #1\nknd: news\n`);
    const behind = [`${3 + lines}:13 text-cut`, `${4 + lines}:1 unknown-key`];
    expect(neighbours).toEqual([
      ...unread,
      '2:5 unknown-word',
      `${line}:${column} ${code}`,
      ...(rest === 'unread' ? [] : behind),
    ]);
  });
});

describe('keys at the margin', () => {
  test.each([
    ['url: wire.example/a', '1:6 wrong-value'],
    ['url: ftp://wire.example/a', '1:6 wrong-value'],
    ['captured: 9 July 2025', '1:11 wrong-value'],
    ['captured: 2025-07-09T01:10', '1:11 wrong-value'],
    ['captured: 2023-02-29', '1:11 wrong-value'],
    ['published: 2025-13-01', '1:12 wrong-value'],
    ['published: 2025-07-09 01:10', '1:12 wrong-value'],
    ['published: 2025-07-09T24:10', '1:12 wrong-value'],
    ['published:', '1:1 empty-text'],
    ['language: en_US', '1:11 wrong-value'],
    ['language: english', '1:11 wrong-value'],
    ['kind: nwes', '1:7 unknown-word'],
    ['traits: lists', '1:9 wrong-value'],
    ['traits: [lists, capshuns]', '1:17 unknown-word'],
    ['labelled: { by: kd }', '1:1 missing-key'],
    ['labelled: { by: kd, on 2026-11-22 }', '1:21 unknown-key'],
    ['response: { status: 99 }', '1:21 wrong-value'],
    ['response: { status: 600 }', '1:21 wrong-value'],
    ['response:\nstatus: 200', '2:1 yaml-syntax'],
    ['title: Issue #4', '1:14 text-cut'],
    ['title: ""', '1:8 empty-text'],
    ['authors: Kim Lee', '1:10 wrong-value'],
    ['authors: [Kim Lee]', '1:11 unquoted-text'],
    ['comments: none', '1:11 wrong-value'],
    ['comments:\n  - nav: Home', '2:5 unknown-word'],
    ['boilerplate:\n  - p: Text', '2:5 unknown-word'],
    ['boilerplate:\n  - navv: Home', '2:5 unknown-word'],
    ['[a, b]: c', '1:1 yaml-syntax'],
    ['two words: c', '1:1 unknown-key'],
    ['title: One\ntitle: Two', '2:1 yaml-syntax'],
  ])('%j gives %s', (source, fault) => {
    expect(faultsOf(`${source}\nbody: []\n`)).toEqual([fault]);
  });

  test.each([
    ['labelled:{ by: kd, on: 2026-11-22 }', '1:9'],
    ['title: Rome: a guide', '1:12'],
    ['title:Rome', '1:6'],
  ])('%j is a fault at %s, behind which nothing is read', (source, place) => {
    expect(faultsOf(`${source}\nbody:\n  - q: x\n`)).toEqual(['file yaml-syntax', `${place} yaml-syntax`]);
  });

  test('that a file could not be read whole is one problem, with the line', () => {
    const [whole] = readGold('kind: news\ntitle: Rome: a guide\nbody: []\n', 'gold.yaml').problems;
    expect(whole).toEqual({
      code: 'yaml-syntax',
      file: 'gold.yaml',
      found: 'a file that could not be read whole: from line 2 on nothing was checked',
      expected: 'YAML without the fault there',
      fix: 'correct that fault, then check the file again',
    });
  });

  test('a missing body is a problem of the file', () => {
    expect(faultsOf('title: One\n')).toEqual(['file missing-key']);
    expect(faultsOf('boddy: []\n')).toEqual(['1:1 unknown-key']);
  });

  test('a body that is no list is one problem', () => {
    expect(faultsOf('body:\n')).toEqual(['1:1 wrong-value']);
    expect(faultsOf('body: text\n')).toEqual(['1:7 wrong-value']);
    expect(faultsOf('body:\n  p: text\n')).toEqual(['2:3 wrong-value']);
  });

  test('a file that is no map is one problem', () => {
    expect(faultsOf('')).toEqual(['file wrong-value']);
    expect(faultsOf('# nothing yet\n')).toEqual(['file wrong-value']);
    expect(faultsOf('- p: text\n')).toEqual(['1:1 wrong-value']);
    expect(faultsOf('just text\n')).toEqual(['1:1 wrong-value']);
  });

  test('a directive hides nothing; a second document hides itself, which is said', () => {
    expect(faultsOf('%YAML 1.2\n---\nknd: news\nbody: []\n')).toEqual(['1:1 yaml-syntax', '3:1 unknown-key']);
    const second = ['file yaml-syntax', '2:1 yaml-syntax'];
    expect(faultsOf('kind: news\n---\nbody:\n  - q: x\n')).toEqual(second);
    expect(faultsOf('knd: news\n...\ntitle: ""\n')).toEqual([
      'file yaml-syntax',
      '1:1 unknown-key',
      '2:1 yaml-syntax',
    ]);
  });

  test('a quotation mark at the first character of the file is a fault there', () => {
    const faults = faultsOf('"rl: https://a.example\nknd: news\nbody: []\n');
    expect(faults).toEqual(['file yaml-syntax', '1:1 yaml-syntax']);
  });
});

describe('a hostile file', () => {
  test.each([
    ['brackets', `body: ${'['.repeat(20_000)}`],
    ['dashes', `body:\n  ${'- '.repeat(20_000)}x`],
    [
      'lists',
      `body:\n${Array.from({ length: 500 }, (_, depth) => `${' '.repeat(2 * depth + 2)}- ul:`).join('\n')}`,
    ],
  ])('%s in one another without end are one problem', (_, source) => {
    expect(faultsOf(source)).toEqual(['file yaml-syntax']);
  });

  test('of more faults than anyone will read the first are problems, and the rest is said to be unread', () => {
    const faults = faultsOf(`body:\n${'  - p: a: b\n'.repeat(1000)}`);
    expect(faults).toHaveLength(201);
    expect(faults.slice(0, 2)).toEqual(['file yaml-syntax', '2:9 yaml-syntax']);
    expect(faults.at(-1)).toBe('201:9 yaml-syntax');
  });
});
