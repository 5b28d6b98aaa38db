import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter, printedCharacter } from '../fixtures/any-character.ts';
import type { BodyEntry } from '../model/gold.ts';
import type { GoldPath, GoldPlaces } from '../model/gold-path.ts';
import { goldTexts } from '../model/gold-text.ts';
import { arbitraryGold } from './fixtures/arbitrary-gold.ts';
import { readGold } from './read-gold.ts';
import { writeGold } from './write-gold.ts';

function goldOf(source: string) {
  const { gold, problems } = readGold(source, 'gold.yaml');
  expect(problems).toEqual([]);
  if (!gold) throw new Error('no gold');
  return gold;
}

function bodyOf(source: string): readonly BodyEntry[] | undefined {
  return goldOf(`body:\n${source}`).body;
}

const p = (text: string) => ({ type: 'block', kind: 'p', optional: false, text }) as const;

describe('posts and comments', () => {
  const block = (kind: string, text: string) => ({ type: 'block', kind, optional: false, text });
  const source = `body:
  - title: A question
  - post:
      - byline: Ines
      - p: How?
      - ui: Quote
      - post:
          - p: So.
  - p: Flat.
comments:
  - comment:
      - byline: Bo
      - p: First!
      - comment:
          - ul:
              - a
              - b
  - p: Flat too.
`;

  test('are read with their answers in them', () => {
    const { body, comments } = goldOf(source);
    expect(body).toEqual([
      block('title', 'A question'),
      {
        type: 'post',
        blocks: [
          block('byline', 'Ines'),
          block('p', 'How?'),
          { type: 'boilerplate', category: 'ui', text: 'Quote' },
          { type: 'post', blocks: [block('p', 'So.')] },
        ],
      },
      block('p', 'Flat.'),
    ]);
    expect(comments).toEqual([
      {
        type: 'comment',
        blocks: [
          block('byline', 'Bo'),
          block('p', 'First!'),
          { type: 'comment', blocks: [{ type: 'block', kind: 'ul', optional: false, items: ['a', 'b'] }] },
        ],
      },
      block('p', 'Flat too.'),
    ]);
  });

  test('have addresses that the file knows', () => {
    const reading = readGold(source, 'gold.yaml');
    const at = (path: GoldPath) => reading.gold && reading.places.get(path);
    expect(at('body[1]')).toEqual({ line: 3, column: 5 });
    expect(at('body[1].blocks[2]')).toEqual({ line: 6, column: 9 });
    expect(at('body[1].blocks[3].blocks[0]')).toEqual({ line: 8, column: 13 });
    expect(at('comments[0].blocks[2].blocks[0].items[1]')).toEqual({ line: 17, column: 17 });
    expect(at('comments[1]')).toEqual({ line: 18, column: 5 });
  });

  test('come back from the file that is written', () => {
    expect(writeGold(goldOf(source))).toBe(source);
  });
});

describe('metadata and what the page is', () => {
  test('every key is read as it is written', () => {
    const { about, metadata } = goldOf(`
url: https://wire.example/2025/07/09/push
captured: 2025-07-09
response: { status: 404, type: text/html; charset=utf-8 }
language: en-AU
kind: press-release
traits: [flat-text, repeated-lead]
labelled: { by: kd, on: 2024-02-29 }
title: "Border: a new push"
publisher: Example Wire
authors: ["Kim Lee", "Jo Day"]
published: 2025-07-09T01:10:00+10:00
body: []
`);
    expect(about).toEqual({
      url: 'https://wire.example/2025/07/09/push',
      captured: '2025-07-09',
      response: { status: 404, type: 'text/html; charset=utf-8' },
      language: 'en-AU',
      kind: 'press-release',
      traits: ['flat-text', 'repeated-lead'],
      labelled: { by: 'kd', on: '2024-02-29' },
    });
    expect(metadata).toEqual({
      title: 'Border: a new push',
      publisher: 'Example Wire',
      authors: ['Kim Lee', 'Jo Day'],
      published: '2025-07-09T01:10:00+10:00',
    });
  });

  test('absent keys stay absent; only traits have a value without being there', () => {
    expect(goldOf('body: []\n')).toEqual({
      about: { traits: [] },
      metadata: {},
      body: [],
      comments: [],
      boilerplate: [],
    });
  });

  test('an empty list of authors and "none" say that the page has none', () => {
    expect(goldOf('authors: []\npublished: none\nbody: []\n').metadata).toEqual({
      authors: [],
      published: 'none',
    });
  });

  test('numbers, dates and words of other schemas are text', () => {
    expect(goldOf('title: 012\npublisher: no\nauthors:\n  - ~\n  - 1e3\nbody: []\n').metadata).toEqual({
      title: '012',
      publisher: 'no',
      authors: ['~', '1e3'],
    });
  });

  test.each([
    '2025-07-09',
    '2025-07-09T01:10',
    '2025-07-09T01:10Z',
    '2025-07-09T23:59:59.123+05:30',
    '2000-02-29',
  ])('%s is a date of publication', (published) => {
    expect(goldOf(`published: ${published}\nbody: []\n`).metadata.published).toBe(published);
  });
});

describe('segments', () => {
  test('may stand beside a body or in its place', () => {
    const { body, segments } = goldOf('segments:\n  without: ["Menu"]\n  with:\n    - One.\n');
    expect(body).toBeUndefined();
    expect(segments).toEqual({ with: ['One.'], without: ['Menu'] });
    expect(goldOf('body: []\nsegments: { with: ["One."] }\n')).toMatchObject({
      body: [],
      segments: { with: ['One.'], without: [] },
    });
  });

  test.each([
    ['neither body nor segments', 'title: A\n', 'no key "body" in the file'],
    ['neither list', 'segments: {}\n', 'nothing in "segments"'],
    ['a text for a list', 'segments:\n  with: One.\n', 'a text for "with"'],
    ['a key of another name', 'segments:\n  whit: ["One."]\n', 'unknown key "whit"'],
    ['a snippet that a comment cuts', 'segments:\n  with:\n    - One #1\n', 'a comment behind a text: "#1"'],
    ['snippets without quotes', 'segments: { with: [One, two] }\n', 'text in brackets without quotes: "One"'],
  ])('%s is one problem', (_, source, found) => {
    expect(readGold(source, 'gold.yaml').problems.map((problem) => problem.found)).toEqual([found]);
  });

  test('do not confuse the search for wrong indents', () => {
    const source =
      'body:\n  - p: One.\n   - p: Two.\nsegments:\n  with:\n    - One.\n    - Two.\n  without:\n  - Menu\n';
    expect(readGold(source, 'gold.yaml').problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'yaml-syntax'],
    ]);
    expect(readGold('segments:\nwith:\n  - One.\n', 'gold.yaml').problems).toHaveLength(1);
  });
});

describe('blocks', () => {
  test('a kind and a text make a block; "?" makes it optional; "from" says where it stands', () => {
    expect(bodyOf('  - h2: Head\n  - p?: Said before.\n    from: script\n')).toEqual([
      { type: 'block', kind: 'h2', optional: false, text: 'Head' },
      { type: 'block', kind: 'p', optional: true, text: 'Said before.', from: 'script' },
    ]);
  });

  test('boilerplate may stand in rows, of which each text that is not blank is boilerplate for itself', () => {
    expect(bodyOf('  - ui:\n      - ["Mo", ""]\n      - [" ", "Tu"]\n      - all\n')).toEqual([
      { type: 'boilerplate', category: 'ui', text: 'Mo' },
      { type: 'boilerplate', category: 'ui', text: 'Tu' },
      { type: 'boilerplate', category: 'ui', text: 'all' },
    ]);
    const faults = readGold('body:\n  - ui: [["", " "]]\n  - ui: [[["x"]]]\n', 'gold.yaml').problems;
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [2, 'empty-text'],
      [3, 'wrong-value'],
    ]);
  });

  test.each(['x', '["a", "b"]', '[["a", ""], ["b"]]', '|-\n      a: 1', '', '{ a: b }', '\n      - - p: a'])(
    'a todo is one problem, whatever it holds: %j',
    (content) => {
      const { problems } = readGold(`body:\n  - todo: ${content}\n`, 'gold.yaml');
      expect(problems.map(({ line, code }) => [line, code])).toEqual([[2, 'todo-left']]);
    },
  );

  test('boilerplate stands between blocks; each text of a list is boilerplate for itself', () => {
    expect(bodyOf('  - promo: Read more\n  - ad: ["One", "Two"]\n    from: hidden\n')).toEqual([
      { type: 'boilerplate', category: 'promo', text: 'Read more' },
      { type: 'boilerplate', category: 'ad', text: 'One', from: 'hidden' },
      { type: 'boilerplate', category: 'ad', text: 'Two', from: 'hidden' },
    ]);
  });

  test('items are texts or lists of blocks', () => {
    const source = '  - ul: ["one", "two"]\n  - ol:\n      - first\n      - - p: a\n        - ul: ["b"]\n';
    expect(bodyOf(source)).toEqual([
      { type: 'block', kind: 'ul', optional: false, items: ['one', 'two'] },
      {
        type: 'block',
        kind: 'ol',
        optional: false,
        items: ['first', [p('a'), { type: 'block', kind: 'ul', optional: false, items: ['b'] }]],
      },
    ]);
  });

  test('a definition list has terms with their texts', () => {
    expect(bodyOf('  - dl: [["mean", "a sum", "over n"], ["sum", "all of it"]]\n')).toEqual([
      {
        type: 'block',
        kind: 'dl',
        optional: false,
        entries: [
          { term: 'mean', texts: ['a sum', 'over n'] },
          { term: 'sum', texts: ['all of it'] },
        ],
      },
    ]);
  });

  test('a cell of a table may be empty', () => {
    expect(bodyOf('  - table: [["", "Towns"], ["2024", "28"]]\n')).toEqual([
      {
        type: 'block',
        kind: 'table',
        optional: false,
        rows: [
          ['', 'Towns'],
          ['2024', '28'],
        ],
      },
    ]);
  });

  test('a literal block keeps its lines; the break that ends it is not part of the text', () => {
    expect(
      bodyOf('  - code: |\n      if (x) {\n        y: 1 # no\n      }\n  - p: |-\n      a\n      b\n'),
    ).toEqual([
      { type: 'block', kind: 'code', optional: false, text: 'if (x) {\n  y: 1 # no\n}' },
      p('a\nb'),
    ]);
  });

  test('"|+" keeps the breaks at the end', () => {
    expect(bodyOf('  - p: |+\n      a\n\n')).toEqual([p('a\n\n')]);
  });

  test('comments and boilerplate have lists of their own', () => {
    const { comments, boilerplate } = goldOf(
      'body: []\ncomments:\n  - p: First!\nboilerplate:\n  - nav:\n      - Home\n      - World\n',
    );
    expect(comments).toEqual([p('First!')]);
    expect(boilerplate).toEqual([
      { type: 'boilerplate', category: 'nav', text: 'Home' },
      { type: 'boilerplate', category: 'nav', text: 'World' },
    ]);
  });

  test('comments on lines of their own, a byte order mark, CRLF and "---" at the top change nothing', () => {
    const source = '\uFEFF---\n# who\nbody:\n  # why\n  - p: one\n      two\n  - p: |\n      a\n      b\n';
    const body = [p('one two'), p('a\nb')];
    expect(goldOf(source).body).toEqual(body);
    expect(goldOf(source.replaceAll('\n', '\r\n')).body).toEqual(body);
  });

  test('lists may begin at the margin', () => {
    expect(goldOf('body:\n- p: one\n- p: two\n').body).toEqual([p('one'), p('two')]);
  });

  test('a comment behind a word of a vocabulary cuts nothing', () => {
    expect(goldOf('kind: news # or opinion?\nbody: []\n').about.kind).toBe('news');
  });
});

test('any text in JSON quotes comes back exactly', () => {
  const text = fc
    .string({ unit: anyCharacter, maxLength: 80 })
    .filter((value) => /\S/u.test(value) && !/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/u.test(value));
  fc.assert(
    fc.property(text, (value) => {
      expect(bodyOf(`  - p: ${JSON.stringify(value)}\n`)).toEqual([p(value)]);
    }),
  );
});

test('any text of lines comes back from a literal block', () => {
  const line = fc
    .string({ unit: printedCharacter, maxLength: 30 })
    .filter((value) => /^\S(?:.*\S)?$/u.test(value));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
      fc.pre(!/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff\r]/u.test(lines.join('')));
      const block = lines.map((text) => `      ${text}\n`).join('');
      expect(bodyOf(`  - p: |\n${block}`)).toEqual([p(lines.join('\n'))]);
    }),
  );
});

test('whatever it is given, it finds gold or problems and never throws', () => {
  // prettier-ignore
  const pieces = [
    'body:', '- ', 'p: ', 'p:', ' ', '  ', '\n', '\n', '"', "'", '[', ']', '{', '}', '#', ' #', '|', '>', ':',
    '&a', '*a', '!t', '---', '\t', '? ', 'text', 'ul:', 'kind: news', ',', '%',
  ];
  const anySource = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((chosen) => chosen.join(''));
  fc.assert(
    fc.property(anySource, (source) => {
      const { gold, problems } = readGold(source, 'gold.yaml');
      expect(gold === undefined).toBe(problems.length > 0);
      for (const { line = 1, column = 1 } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

describe('a literal block whose indent is given keeps lines of spaces at its end', () => {
  test.each([
    ['with its break stripped', '|2-\n          x\n         \n', '    x\n   '],
    ['with its break clipped', '|2\n          x\n\n         \n      \n', '    x\n\n   '],
    ['at the end of the file', '|2-\n       x\n       ', ' x\n '],
    ['unless they go in no further than the text', '|2-\n       x\n      \n    \n', ' x'],
  ])('%s', (_, source, text) => {
    expect(bodyOf(`  - code: ${source}`)).toEqual([{ type: 'block', kind: 'code', optional: false, text }]);
  });
});

describe('characters that no page shows', () => {
  const faultsOf = (text: string) =>
    readGold(`body:\n  - p: ${text}\n`, 'gold.yaml').problems.map(({ found, fix }) => [found, fix]);

  test('are problems where they stand as they are', () => {
    expect(faultsOf('one\ufefftwo')).toEqual([
      [
        'the character U+FEFF (byte order mark)',
        'take it away; if the page has it there, write \\ufeff in its place, in double quotes',
      ],
    ]);
    expect(faultsOf('"one\u007ftwo"')[0]?.[0]).toBe('the character U+007F (control character)');
  });

  test('but not where they are written as escapes', () => {
    expect(bodyOf('  - p: "one\\ufefftwo\\u007f"\n')).toEqual([p('one\ufefftwo\u007f')]);
  });

  test.each(['"one\\ud800two"', '"one\\udc00"', 'one\ud800two', '"\ud800"'])(
    'half of a character is one problem: %j',
    (text) => {
      expect(faultsOf(text).map(([found]) => found)).toEqual(['half of a character (a lone surrogate)']);
    },
  );

  test('two escapes may make one character', () => {
    expect(bodyOf('  - p: "\\ud83d\\ude00"\n')).toEqual([p('😀')]);
  });
});

describe('where gold stands in the file', () => {
  const source = `url: https://a.example/
title: Ladders
authors: ["Kim Lee", "Jo Day"]
response:
  type: text/html
body:
  - title: Ladders
  - p?: |
      A literal text
    from: hidden
  - ad: ["One", "Two"]
  - ul:
      - one
      - - p: inner
        - ol: ["x", "y"]
  - table:
      - ["a", ""]
      - - "2024"
        - - p: cell
  - dl: [["term", "text", "more"]]
segments:
  with:
    - One
comments:
  - p: First!
boilerplate:
  - nav:
      - Home
      - ["World", "", "Sport"]
  - legal: All rights
`;
  const read = readGold(source, 'gold.yaml');
  const placeOf = (path: GoldPath): string => {
    const place = read.gold && read.places.get(path);
    return `${place?.line}:${place?.column}`;
  };

  test.each<[GoldPath, string]>([
    ['url', '1:1'],
    ['title', '2:1'],
    ['authors', '3:1'],
    ['authors[1]', '3:22'],
    ['response.type', '5:3'],
    ['body', '6:1'],
    ['body[0]', '7:5'],
    ['body[1]', '8:5'],
    ['body[2]', '11:10'],
    ['body[3]', '11:17'],
    ['body[4]', '12:5'],
    ['body[4].items[0]', '13:9'],
    ['body[4].items[1][0]', '14:11'],
    ['body[4].items[1][1].items[1]', '15:21'],
    ['body[5].rows[0][1]', '17:15'],
    ['body[5].rows[1][0]', '18:11'],
    ['body[5].rows[1][1][0]', '19:13'],
    ['body[6].entries[0].term', '20:11'],
    ['body[6].entries[0].texts[1]', '20:27'],
    ['segments.with[0]', '23:7'],
    ['comments[0]', '25:5'],
    ['boilerplate[0]', '28:9'],
    ['boilerplate[1]', '29:10'],
    ['boilerplate[2]', '29:23'],
    ['boilerplate[3]', '30:5'],
  ])('%s at %s', (path, place) => {
    expect(placeOf(path)).toBe(place);
  });

  test('every text of any gold has a place of its own', () => {
    fc.assert(
      fc.property(arbitraryGold, (gold) => {
        const reading = readGold(writeGold(gold), 'gold.yaml');
        const places: GoldPlaces = reading.gold ? reading.places : new Map();
        const found = goldTexts(gold).map(({ path }) => JSON.stringify(places.get(path)));
        expect(found).not.toContain(undefined);
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 30 },
    );
  });
});
