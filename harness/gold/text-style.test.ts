import { describe, expect, test } from 'vitest';
import { linesOfLiteral, linesOfText, quoted, wordInFlow } from './text-style.ts';

describe('a text behind a key or dash', () => {
  test.each([
    'A sentence of several words.',
    'even "this", it’s fine, or 5 % of it (and more) [so] {far}',
    '1984',
    '2025-07-09T01:10+10:00',
    'no',
    'none',
    '10:30, or https://wire.example/#top',
    'C# and a#b',
    '... and then',
    '• item',
    '日本語の文。',
    'e\u0301 👩‍👩‍👧 نص',
    'a\u00a0b',
    '\u200fab\u200e c\u00add',
  ])('%j stands as it is', (text) => {
    expect(linesOfText(text)).toEqual([text]);
  });

  test.each([
    ['Photo: Tomás', '"Photo: Tomás"'],
    ['Read more:', '"Read more:"'],
    ['Ranked #1', '"Ranked #1"'],
    ['- dash', '"- dash"'],
    ['---', '"---"'],
    ['-5 °C', '"-5 °C"'],
    ['? why', '"? why"'],
    ['#hashtag', '"#hashtag"'],
    ['@home', '"@home"'],
    ['[1] note', '"[1] note"'],
    ['*', '"*"'],
    ['', '""'],
    [' lead', '" lead"'],
    ['trail ', '"trail "'],
    ['\u00a0wide', '"\u00a0wide"'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['True', '"True"'],
    ['.inf', '".inf"'],
    ['1e999', '"1e999"'],
    ['a\tb', '"a\\tb"'],
    ['a\r\nb', '"a\\r\\nb"'],
    ['one\n', '"one\\n"'],
    ['one \ntwo', '"one \\ntwo"'],
    ['nul\0', '"nul\\u0000"'],
    ['\u202ebidi \u2066"x"\u2069', '"\\u202ebidi \\u2066\\"x\\"\\u2069"'],
    ['one\ntwo\u202a', '"one\\ntwo\\u202a"'],
    ['"tab"\t', '"\\"tab\\"\\t"'],
    ['\u007f\u0080\ufeff\uffff', '"\\u007f\\u0080\\ufeff\\uffff"'],
  ])('%j is quoted', (text, line) => {
    expect(linesOfText(text)).toEqual([line]);
  });

  test.each([
    ['one\ntwo', ['|-', 'one', 'two']],
    ['one\n\n  two # : "', ['|-', 'one', '', '  two # : "']],
    ['  one\ntwo', ['|2-', '  one', 'two']],
    ['"Stop," she said: "it’s enough."', ['|-', '"Stop," she said: "it’s enough."']],
    ['C:\\: a path', ['|-', 'C:\\: a path']],
  ])('%j is a literal block', (text, lines) => {
    expect(linesOfText(text)).toEqual(lines);
  });

  test('a line of 20 000 characters is not folded', () => {
    const text = 'word and '.repeat(2222);
    expect(linesOfText(text.trim())).toEqual([text.trim()]);
    expect(linesOfText(`${text}: end`)).toEqual([`"${text}: end"`]);
  });
});

test.each([
  ['x', ['|-', 'x']],
  ['x\n', ['|+', 'x']],
  ['x\n\n', ['|+', 'x', '']],
  ['\n\tx ', ['|-', '', '\tx ']],
  ['\n x\n', ['|2+', '', ' x']],
  ['a\u202eb', ['|-', 'a\u202eb']],
])('code %j is a literal block', (text, lines) => {
  expect(linesOfLiteral(text)).toEqual(lines);
});

test.each([
  ['kd', 'kd'],
  ['text/html; charset=utf-8', 'text/html; charset=utf-8'],
  ['a, b', '"a, b"'],
  ['{x}', '"{x}"'],
  ['a ?', '"a ?"'],
])('the word %j in brackets', (word, written) => {
  expect(wordInFlow(word)).toBe(written);
});

test('quotes keep the file readable: only what nobody sees is escaped', () => {
  expect(quoted('ü “x” \u2003 \\ "')).toBe('"ü “x” \u2003 \\\\ \\""');
});
