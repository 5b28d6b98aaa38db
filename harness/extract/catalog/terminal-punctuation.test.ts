import { describe, expect, test } from 'vitest';
import extractor from './terminal-punctuation.ts';

function extract(text: string): unknown {
  return extractor.extract({ media: 'text', bytes: Buffer.from(text), text }, {});
}

describe('a line is kept', () => {
  test.each([
    'The council met on Monday evening.',
    'Who would have thought of that?',
    'Nobody in town believed it!',
    '“We will never forget this day.”',
    'He called it "the best of all possible worlds"',
    'The plan failed (as all had expected).',
    'Il a dit : « Nous ne partirons pas ! »',
    '市議会は月曜日の夜に会議を開いた。',
    '「もう二度と忘れないだろう。」',
    '他说：“我们永远不会忘记这一天。”',
    'اجتمع المجلس مساء يوم الاثنين.',
    'परिषद की बैठक सोमवार शाम को हुई।',
  ])('%s', (line) => {
    expect(extract(`Menu\n  ${line}\t\nShare`)).toEqual({ text: line });
  });
});

describe('a line is dropped', () => {
  test.each([
    ['no mark at its end', 'Council meets again on Monday evening'],
    ['four words', 'Sign up right now!'],
    ['cut off', 'The council met on Monday evening…'],
    ['cut off with dots', 'The council met on Monday evening...'],
    ['cut off in brackets', 'The council met on Monday evening [...]'],
    ['cut off in Japanese', '市議会は月曜日の夜に会議を開いた……'],
    ['nine letters of Japanese', '続きを読むにはここ。'],
    ['a closing bracket alone', '「市議会は月曜日の夜に会議を開いた」'],
  ])('%s: %s', (_, line) => {
    expect(extract(line)).toBeNull();
  });
});

test('lines keep their order, and blank lines go', () => {
  const text = 'One two three four five.\n\nNo\nSix seven eight nine ten!';
  expect(extract(text)).toEqual({ text: 'One two three four five.\nSix seven eight nine ten!' });
});
