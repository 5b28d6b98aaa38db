import { describe, expect, test } from 'vitest';
import { readGold } from './read-gold.ts';

// Everything that can be indented, with one fault of another kind here and there.
const SOURCE = `url: https://wire.example/a
captured: 2025-02-30
response:
  status: 200
  type: text/html
knd: news
title: The headline
authors:
  - Kim Lee
  - Jo Day
body:
  - title: The headline
  - standfirst: Some text that is long
      and goes on below
  - p: |
      A poem of
      three lines

      and a fourth
  - p?: "quoted text
      over two lines"
  - promo: Read more
    from: hidden
  - ul:
      - first
      - second
      - third
  - code: |
      if (x) {
        y();
      }
  - ol:
    - one
    - two
    - - p: inner one
      - qqq: inner two
        from: script
      - quote: inner three
    - four
  - table:
      - ["Year", "Towns"]
      - - "2024"
        - 28
      - ["x",
         "y"]
  - dl:
      - ["term", "text"]
      - - term
        - text
        - - p: deep
          - todo: deeper
  - caption: A convoy #1
comments:
  - p: First!
  - p: Second!
boilerplate:
  - nav:
      - Home
      - World
  - newsletter: [Get it]
  - related: Other story
`;
const LINES = SOURCE.split('\n');

const FAULTS = [
  '2 wrong-value',
  '6 unknown-key',
  '36 unknown-word',
  '51 todo-left',
  '52 text-cut',
  '60 unquoted-text',
];

/** Lines inside a text or bracket, by number: there a column more or less can be what was meant. */
const INSIDE_VALUES = new Set([14, 16, 17, 19, 21, 29, 30, 31, 45]);

function faultsOf(lines: readonly string[]): string[] {
  const { problems } = readGold(lines.join('\n'), 'gold.yaml');
  return problems.map(({ line, code }) => `${line ?? 'file'} ${code}`);
}

/** The file with the line (1-based) moved to the right by so many columns; nothing if that is not possible. */
function moved(number: number, by: number): string[] | undefined {
  const line = LINES[number - 1] ?? '';
  const indent = line.length - line.trimStart().length + by;
  if (line.trim() === '' || indent < 0) return undefined;
  return LINES.with(number - 1, ' '.repeat(indent) + line.trimStart());
}

/** First and last line of the entry (a key at the margin, or an item of the list below one) of each line. */
function entryAround(number: number): readonly [first: number, last: number] {
  const begins = (line: string): boolean => /^(?:\S| {2}- )/u.test(line);
  const first = LINES.findLastIndex((line, index) => index < number && begins(line)) + 1;
  const next = LINES.findIndex((line, index) => index >= number && begins(line));
  return [first, next < 0 ? LINES.length : next];
}

function lineOf(fault: string): number {
  return Number.parseInt(fault, 10);
}

test('the file has these faults and no others', () => {
  expect(faultsOf(LINES)).toEqual(FAULTS);
});

describe.each([
  ['one column too far to the right', 1],
  ['one column too far to the left', -1],
  ['two columns too far to the right', 2],
])('a line %s', (_, by) => {
  const numbers = LINES.map((_line, index) => index + 1).filter((number) => moved(number, by) !== undefined);

  test.each(numbers)('number %i is a fault where it shows, and nothing is lost in silence', (number) => {
    const faults = faultsOf(moved(number, by)!);
    const isWhole = !faults.includes('file yaml-syntax');
    const added = faults.filter((fault) => !FAULTS.includes(fault));
    // Below "response", line 6 is an unknown key as it is at the margin.
    const isAsBefore = INSIDE_VALUES.has(number) || (number === 6 && by === 2);
    if (!isAsBefore) expect(added).not.toEqual([]);
    const [first, last] = entryAround(number);
    // It may show at the next line of its kind, which is behind the lines that belong to it.
    const shown = Math.min(...added.map(lineOf).filter(Number.isFinite), LINES.length);
    const [, lastShown] = entryAround(shown);
    const lost = FAULTS.filter((fault) => !faults.includes(fault)).map(lineOf);
    for (const line of lost) {
      expect(line).toBeGreaterThanOrEqual(first - 1);
      if (isWhole) expect(line).toBeLessThanOrEqual(Math.max(last, lastShown));
    }
  });
});

test('the problem names the indent that was found and the one that belongs there', () => {
  const [whole, problem] = readGold('body:\n  - p: a\n - p: b\n  - p: c\n', 'gold.yaml').problems;
  expect(whole).toMatchObject({ found: expect.stringContaining('from line 3 on nothing was checked') });
  expect(problem).toEqual({
    code: 'yaml-syntax',
    file: 'gold.yaml',
    line: 3,
    column: 2,
    found: 'a line that is indented by 1 space',
    expected: '2 spaces, as on line 2',
    fix: 'move the line 1 space to the right',
  });
});

test('the first item of a list is the measure of the others', () => {
  const { problems } = readGold('body:\n  - ul:\n       - a\n      - b\n', 'gold.yaml');
  expect(problems).toMatchObject([{ line: 4, column: 7, expected: '7 spaces, as on line 3' }]);
});

test.each([
  ['a key', 'body:\n  - code: |\n        def f():\n      return 1\n', [4, 6, 8], '|', '|2', 2],
  ['an entry at the margin', 'body:\n- p: x\n- p: >-\n       a\n\n     b\n', [6, 5, 7], '>-', '>3-', 3],
  ['an item', 'body:\n  - ul:\n    - |+\n        a\n      b\n  - p: c\n', [5, 6, 8], '|+', '|2+', 3],
] as const)('the advice on a text of %s whose first line goes in further keeps every indent', (_, source, [line, indent, first], sign, right, at) => {
  const { problems } = readGold(source, 'gold.yaml');
  expect(problems[0]).toEqual({
    code: 'yaml-syntax',
    file: 'gold.yaml',
    line,
    column: indent + 1,
    found: `a line that is indented by ${indent} spaces, below a first line with ${first} spaces`,
    expected: `"${right}" in front of a text whose first line goes in further than others`,
    fix: `write "${right}" in the place of "${sign}" on line ${at}, so that every line keeps its indent; or move the line 2 spaces to the right, if it belongs there`,
  });
  expect(readGold(source.replace(sign, right), 'gold.yaml').problems).toEqual([]);
}); // prettier-ignore

test('of an empty line with spaces above a text, the advice is not to quote it', () => {
  const { problems } = readGold('body:\n  - code: |\n        \n      x\n', 'gold.yaml');
  expect(problems).toMatchObject([
    {
      line: 4,
      found: 'an empty line with more spaces than the first line of the text below it',
      fix: 'take the spaces away; if they belong to the text, write how far in it stands, e.g. "|2" in the place of "|"',
    },
  ]);
});

test('an entry that was moved with all its lines is one problem', () => {
  const { problems } = readGold('body:\n  - p: a\n   - p: b\n     from: hidden\n  - p: c\n', 'gold.yaml');
  expect(problems).toMatchObject([{ line: 3, column: 4 }]);
});

test('an entry that YAML would fold into the text before it is found', () => {
  const { problems } = readGold('body:\n  - ul:\n      - a\n       - b\n', 'gold.yaml');
  expect(problems).toMatchObject([{ line: 4, column: 8, expected: '6 spaces, as on line 3' }]);
});
