import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryGold } from './fixtures/arbitrary-gold.ts';
import { formatGold } from './format-gold.ts';
import { readGold } from './read-gold.ts';
import { fileOf, writeGold } from './write-gold.ts';

function formatted(source: string, schema?: string): string {
  const result = formatGold(source, 'gold.yaml', schema === undefined ? {} : { schema });
  if (result.status === 'faulty') throw new Error(JSON.stringify(result.problems));
  return result.text;
}

test('comments and posts keep their parts, in block style, each with the remarks above it', () => {
  const source = `comments:
- comment: [ {p: "a"}, {comment: [ {p: "b"} ]} ]
body:
- post:
   # who
   - byline: Ines
   - { p: "x" }
`;
  expect(formatted(source)).toBe(`body:
  - post:
      # who
      - byline: Ines
      - p: x
comments:
  - comment:
      - p: a
      - comment:
          - p: b
`);
});

describe('how it is written changes', () => {
  test('order of keys, indents, brackets, quotes, folded lines, blank lines and "---" become canonical', () => {
    const source = `---
body:
- {p: 'It''s said'}

- from: hidden
  p?: >
    one
    two
- nav: [ "Home",
    "World" ]
- table:
  - - a
    - "1"
  - ["b", ""]
- code: |
    x
- quote: "a\\nb"
title:   "A: headline"
traits:
  - lists
  - code
url: "https://wire.example/"
labelled:
  on: 2026-11-22
  by: 'kd'
authors:
- Kim Lee
...
`;
    expect(formatted(source)).toBe(`url: https://wire.example/
traits: [lists, code]
labelled: { by: kd, on: 2026-11-22 }
title: "A: headline"
authors: ["Kim Lee"]
body:
  - p: It's said
  - p?: one two
    from: hidden
  - nav:
      - Home
      - World
  - table:
      - ["a", "1"]
      - ["b", ""]
  - code: |-
      x
  - quote: |-
      a
      b
`);
  });

  test('CRLF and a byte order mark go', () => {
    expect(formatted('\uFEFFbody:\r\n  # why\r\n  - p: |-\r\n      a\r\n      b\r\n')).toBe(
      'body:\n  # why\n  - p: |-\n      a\n      b\n',
    );
  });
});

describe('what it says stays', () => {
  test('entries and lists are divided as before, and empty lists stay', () => {
    const source = 'traits: []\nbody:\n  - ad:\n      - One\n  - ad: Two\ncomments: []\nboilerplate:\n  - ui: A\n  - ui: B\n'; // prettier-ignore
    expect(formatted(source)).toBe(source);
  });

  test('a faulty file is not formatted: its problems are told', () => {
    expect(formatGold('body:\n  - p: Ranked #1 of #2\n  - q: x\n', 'a/gold.yaml')).toMatchObject({
      status: 'faulty',
      problems: [
        { code: 'text-cut', file: 'a/gold.yaml', line: 2 },
        { code: 'unknown-word', file: 'a/gold.yaml', line: 3 },
      ],
    });
  });

  test('half a character in an escape is a problem with its line', () => {
    expect(formatGold('body:\n  - p: a\n  - p: "\\ud800"\n', 'a/gold.yaml')).toMatchObject({
      status: 'faulty',
      problems: [{ code: 'wrong-value', file: 'a/gold.yaml', line: 3, found: 'half of a character (a lone surrogate)' }], // prettier-ignore
    });
  });
});

describe('comments', () => {
  test('on lines of their own stay where they are', () => {
    const source = `# Labelled from a print of the page.
#
# Second paragraph.
url: https://wire.example/
# Who wrote it is disputed.
authors: []
body:
  # The kicker is an image.
  - title: A headline
  - p: One.
    # from the source
    from: script
    # below the entry
  - ul:
      # in the list
      - a
      - b
      # below the list
    # below the key
  # below the body
# before the comments
comments:
  - p: First!
  # - p: Second!
# at the end
  # indented at the end
`;
    expect(formatted(source)).toBe(source.replace('  # indented at the end', '# indented at the end'));
  });

  test('move with their key; those at the top stay there', () => {
    const source =
      '# top\nbody: []\n# of the kind\nkind: news\n# of the address\nurl: https://a.example/\n# end\n';
    expect(formatted(source)).toBe(
      '# top\n# of the address\nurl: https://a.example/\n# of the kind\nkind: news\nbody: []\n# end\n',
    );
  });

  test('behind a word, in brackets or at another depth get lines of their own', () => {
    const source = `--- # top
kind: news # or opinion?
traits: [ # many
  # the first
  lists, # only one
  # the last
]
labelled: { by: kd, # who
  on: 2026-11-22 }
body: # all of it
  - # an entry
    table: # a table
      # heads
      - ["a", # first
         "b"]
      # end of table
  - nav: [
      # one
      "Home",
      "World" # two
      # three
    ]
 # odd
`;
    expect(formatted(source)).toBe(`# top
# or opinion?
kind: news
# many
# the first
# only one
# the last
traits: [lists]
# who
labelled: { by: kd, on: 2026-11-22 }
# all of it
body:
  # an entry
  # a table
  - table:
      # heads
      # first
      - ["a", "b"]
      # end of table
  - nav:
      # one
      - Home
      # two
      - World
      # three
# odd
`);
  });

  test('a "#" in a text is none', () => {
    const source = 'body:\n  - code: |-\n      # not one\n      x\n  - p: "a # b"\n  - p: C#\n  # one\n';
    expect(formatted(source)).toBe(source);
  });
});

describe('the line for editors', () => {
  const line = (schema: string): string => `# yaml-language-server: $schema=${schema}\n`;

  test('is put first, or changed, where a schema is given', () => {
    expect(formatted('# why\nbody: []\n', 's.json')).toBe(`${line('s.json')}# why\nbody: []\n`);
    expect(formatted(`# why\n${line('old.json')}body: []\n`, 's.json')).toBe(
      `${line('s.json')}# why\nbody: []\n`,
    );
  });

  test('stays as it is where none is given', () => {
    expect(formatted(`${line('https://x.example/s')}body: []\n`)).toBe(
      `${line('https://x.example/s')}body: []\n`,
    );
    expect(formatted('body: []\n')).toBe('body: []\n');
  });
});

describe('any gold', () => {
  test('is canonical as it is written', () => {
    fc.assert(
      fc.property(arbitraryGold, (gold) => {
        const text = writeGold(gold, { schema: 's.json' });
        expect(formatted(text)).toBe(text);
      }),
      { numRuns: 15 },
    );
  });

  test('becomes canonical from a file in another style', () => {
    // YAML reads JSON; only code cannot be written so.
    const ofJson = arbitraryGold.filter((gold) => !JSON.stringify(gold).includes('"kind":"code"'));
    fc.assert(
      fc.property(ofJson, (gold) => {
        expect(formatted(jsonOf(fileOf(gold)))).toBe(writeGold(gold));
      }),
      { numRuns: 15 },
    );
  });

  test('keeps a comment on any line, and is canonical then', () => {
    const remarks = fc.array(fc.record({ at: fc.nat(), indent: fc.nat({ max: 12 }) }), { maxLength: 5 });
    fc.assert(
      fc.property(arbitraryGold, remarks, (gold, places) => {
        const { source, count } = withRemarks(writeGold(gold), places);
        const text = formatted(source);
        for (let remark = 0; remark < count; remark++)
          expect(text).toMatch(new RegExp(`^ *#${remark}!$`, 'm'));
        expect(readGold(text, 'gold.yaml').gold).toEqual(gold);
        expect(formatted(text)).toBe(text);
      }),
      { numRuns: 15 },
    );
  });
});

/** JSON in which characters that a file may not hold as they are stand as escapes. */
function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\ufeff\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Puts comments between lines, wherever they are comments and no part of a text. */
function withRemarks(source: string, places: readonly { at: number; indent: number }[]) {
  const { gold } = readGold(source, 'gold.yaml');
  let [current, count] = [source, 0];
  for (const { at, indent } of places) {
    const lines = current.split('\n');
    lines.splice(at % lines.length, 0, `${' '.repeat(indent)}#${count}!`);
    const again = readGold(lines.join('\n'), 'gold.yaml').gold;
    if (JSON.stringify(again) !== JSON.stringify(gold)) continue;
    [current, count] = [lines.join('\n'), count + 1];
  }
  return { source: current, count };
}
