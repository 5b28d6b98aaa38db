import { describe, expect, test } from 'vitest';
import extractor from './c4-lines.ts';

function extract(text: string): unknown {
  return extractor.extract({ media: 'text', bytes: Buffer.from(text), text }, {});
}

describe('a line is kept', () => {
  test.each([
    'The council met on Monday.',
    'Who would have thought that?',
    'Nobody in town believed it!',
    'He called it "the best world"',
    `A word of ${'x'.repeat(1000)} stays.`,
  ])('%s', (line) => {
    expect(extract(`Menu\n  ${line}\t\r\nShare`)).toEqual({ text: line });
  });
});

describe('a line is dropped', () => {
  test.each([
    ['no mark at its end', 'The council met again on Monday'],
    ['four words', 'The council met Monday.'],
    ['cut off with dots', 'The council met on Monday...'],
    ['a typographic quotation mark at its end', '“We will not forget this day.”'],
    ['JavaScript', 'Please enable JavaScript in your browser.'],
    ['cookies', 'This site uses cookies to serve you.'],
    ['a privacy policy', 'Read our Privacy Policy for more.'],
    ['a word of 1001 characters', `A word of ${'x'.repeat(1001)} goes.`],
    ['Japanese', '市議会は月曜日の夜に会議を開いた。'],
  ])('%s: %s', (_, line) => {
    expect(extract(line)).toBeNull();
  });
});

test('marks of citations are taken out, before the end of a line is looked at', () => {
  const text = 'The bridge was built in 1902.[12]\nIt fell [citation needed] in the[] great flood.[edit]';
  expect(extract(text)).toEqual({ text: 'The bridge was built in 1902.\nIt fell  in the great flood.' });
});

test('rules for whole pages do not apply', () => {
  const text = 'Lorem ipsum dolor sit amet {here}.';
  expect(extract(text)).toEqual({ text });
});
