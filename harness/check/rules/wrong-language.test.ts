import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { wrongLanguage } from './wrong-language.ts';

const inLanguage = (language: string, text: string) =>
  checked({ text, gold: `language: ${language}\nbody:\n  - p: ${text}\n` });
const RUSSIAN = 'Паром уходит в понедельник из старого порта и возвращается только в среду вечером.';
const GERMAN =
  'Die Leiter gehört der Stadt und nicht dem Bürgermeister, der sie auch nur für einen Tag ausleihen darf. '.repeat(
    4,
  );
const ENGLISH =
  'The ladder belongs to the town and not to the mayor, who may have it for a day like all the others. '.repeat(
    4,
  );

test('text in another script is found', () => {
  expect(findingsOf(wrongLanguage, inLanguage('de', RUSSIAN))).toMatchObject([
    { place: { section: 'language' }, found: 'the language "de" for text that is in Cyrillic script' },
  ]);
  expect(findingsOf(wrongLanguage, inLanguage('zh-Hant', RUSSIAN))).toHaveLength(1);
});

test('another language of the same script is found by its frequent words', () => {
  expect(findingsOf(wrongLanguage, inLanguage('en', GERMAN))).toMatchObject([
    { found: 'the language "en" for text that is "de" by its most frequent words' },
  ]);
});

test('the language of a dataset source is judged by the page where no text is gold', () => {
  const page = checked({ text: RUSSIAN, slices: { language: 'en' } });
  expect(findingsOf(wrongLanguage, page)).toHaveLength(1);
});

test.each([
  ['ru', RUSSIAN],
  ['uk', RUSSIAN],
  ['de-AT', GERMAN],
  ['en', ENGLISH],
  ['ga', ENGLISH],
  ['en', 'Кратко'],
  [
    'ja',
    '三丁目の住民は、毎晩六時に流れる放送の音楽を四十年ぶりに変えることにした。町内会の会長は「反対は一人もいなかった」と話している。',
  ],
])('%s may be the language of its text', (language, text) => {
  expect(findingsOf(wrongLanguage, inLanguage(language, text))).toEqual([]);
});
