import { describe, expect, test } from 'vitest';
import extractor from './gopher-lines.ts';

function extract(text: string): unknown {
  return extractor.extract({ media: 'text', bytes: Buffer.from(text), text }, {});
}

describe('a line is kept', () => {
  test.each([
    ['31 characters', 'abcdefghi abcdefghi abcdefghi a'],
    ['no mark at its end', 'The council met again on Monday evening'],
    ['8 of 10 words with letters', 'one two three four five six seven eight 9 10'],
    ['one hash for ten words', 'one two three four five six seven eight nine #ten'],
    ['31 letters of Japanese', '市議会は月曜日の夜に会議を開いて、橋を春まで閉じないことに決めた。'],
  ])('%s: %s', (_, line) => {
    expect(extract(`Menu\n  ${line}\t\r\nShare`)).toEqual({ text: line });
  });
});

describe('a line is dropped', () => {
  test.each([
    ['30 characters', 'abcdefghi abcdefghi abcdefghij'],
    ['a bullet', '• The council met again on Monday evening'],
    ['a dash for a bullet', '- The council met again on Monday evening'],
    ['an ellipsis at its end', 'The council met again on Monday evening…'],
    ['dots at its end', 'The council met again on Monday evening...'],
    ['7 of 9 words with letters', 'oneoneone twotwotwo three four five six seven 8 9'],
    ['two hashes for ten words', 'one two three four five six seven eight #nine #ten'],
    ['one ellipsis for nine words', 'one two three… four five six seven eight nine'],
  ])('%s: %s', (_, line) => {
    expect(extract(line)).toBeNull();
  });
});

test('of equal lines the first stays', () => {
  const [first, second] = [
    'The council met again on Monday evening.',
    'The bridge is to stay open until spring.',
  ];
  expect(extract(`${first}\n${second}\n ${first}`)).toEqual({ text: `${first}\n${second}` });
});
