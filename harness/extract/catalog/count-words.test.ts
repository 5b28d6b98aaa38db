import { expect, test } from 'vitest';
import { countWords } from './count-words.ts';

test.each([
  ['', 0],
  ['  ', 0],
  ['- – | ...', 0],
  ['Read more', 2],
  ["It's a state-of-the-art plan, v2.0.", 5],
  ['Привет, мир!', 2],
  ['한국어 문장 입니다', 3],
  ['東京都', 1.5],
  ['「カメラを買う。」', 3],
  ['สวัสดี', 2],
  ['iPhone 17を買う', 3.5],
])('%j has %d words', (line, words) => {
  expect(countWords(line)).toBe(words);
});
