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
  return readGold(lines.join('\n'), 'gold.yaml').problems.map(({ line, code }) => `${line} ${code}`);
}

/** The file with the line (1-based) moved to the right by so many columns; nothing if that is not possible. */
function moved(number: number, by: number): string[] | undefined {
  const line = LINES[number - 1] ?? '';
  const indent = line.length - line.trimStart().length + by;
  if (line.trim() === '' || indent < 0) return undefined;
  return LINES.with(number - 1, ' '.repeat(indent) + line.trimStart());
}

const lineNumbers = LINES.map((_, index) => index + 1).filter((number) => !INSIDE_VALUES.has(number));

test('the file has these faults and no others', () => {
  expect(faultsOf(LINES)).toEqual(FAULTS);
});

describe.each([
  ['one column too far to the right', 1],
  ['one column too far to the left', -1],
  ['two columns too far to the right', 2],
])('a line %s', (_, by) => {
  // Two columns are a level: there line 6 is a key below "response", and line 48 an item of line 47.
  const isOfAnotherLevel = (number: number): boolean => by === 2 && (number === 6 || number === 48);
  const numbers = lineNumbers.filter(
    (number) => moved(number, by) !== undefined && !isOfAnotherLevel(number),
  );

  test.each(numbers)('number %i is one problem, and no other is lost or invented', (number) => {
    const faults = faultsOf(moved(number, by) ?? []);
    const others = FAULTS.filter((fault) => !fault.startsWith(`${number} `));
    expect(faults.filter((fault) => !fault.startsWith(`${number} `))).toEqual(others);
    const own = faults.filter((fault) => fault.startsWith(`${number} `));
    const before = FAULTS.filter((fault) => fault.startsWith(`${number} `));
    expect(own.length).toBe(before.length + 1);
  });
});

test.each([...INSIDE_VALUES])(
  'line %i inside a value loses and invents nothing when it is moved',
  (number) => {
    for (const by of [-1, 1, 2]) {
      const faults = faultsOf(moved(number, by) ?? LINES);
      expect(faults.filter((fault) => fault !== `${number} yaml-syntax`)).toEqual(FAULTS);
    }
  },
);

test('the problem names the indent that was found and the one that belongs there', () => {
  const [problem] = readGold('body:\n  - p: a\n - p: b\n  - p: c\n', 'gold.yaml').problems;
  expect(problem).toEqual({
    code: 'yaml-syntax',
    file: 'gold.yaml',
    line: 3,
    column: 2,
    found: 'a line that is indented by 1 space',
    expected: '2 spaces, as on line 2',
    mend: 'move the line 1 space to the right',
  });
});

test('the first line of a list is blamed when the others agree', () => {
  const { problems } = readGold('body:\n   - p: a\n  - p: b\n  - p: c\n', 'gold.yaml');
  expect(problems).toMatchObject([{ line: 2, column: 4, expected: '2 spaces, like its neighbours' }]);
});

test('an entry that was moved with all its lines is one problem', () => {
  const { problems } = readGold('body:\n  - p: a\n   - p: b\n     from: hidden\n  - p: c\n', 'gold.yaml');
  expect(problems).toMatchObject([{ line: 3, column: 4 }]);
});

test('an entry that YAML would fold into the text before it is found', () => {
  const { problems } = readGold('body:\n  - ul:\n      - a\n       - b\n', 'gold.yaml');
  expect(problems).toMatchObject([{ line: 4, column: 8, expected: '6 spaces, as on line 3' }]);
});
