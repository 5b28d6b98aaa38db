import { expect, test } from 'vitest';
import { dominantScript } from './script.ts';

test.each([
  ['The cat sat.', 'Latin'],
  ['Кошка сидела на cat', 'Cyrillic'],
  ['東京都は三日、新しい計画を発表した。', 'Japanese'],
  ['北京市政府三日公布了新的计划。', 'Chinese'],
  ['서울시는 새로운 계획을 발표했다.', 'Korean'],
  ['أعلنت المدينة خطة جديدة', 'Arabic'],
  ['กรุงเทพประกาศแผนใหม่', 'Thai'],
  ['ქალაქმა გამოაცხადა', 'other'],
  ['abc где', 'Latin'],
  ['éçñ где', 'Latin'],
  ['ab где', 'Cyrillic'],
  ['𝒜𐐀𐐁', 'other'],
  ['12 – 34 %', undefined],
  ['', undefined],
])('%j is mostly %s', (text, script) => {
  expect(dominantScript(text)).toBe(script);
});
