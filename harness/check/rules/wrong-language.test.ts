import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { likeliestLanguage, wrongLanguage } from './wrong-language.ts';

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
    { path: 'language', found: 'the language "de" for text that is in Cyrillic script' },
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

const SENTENCES: Readonly<Record<string, string>> = {
  en: 'The ladder belongs to the town and not to the mayor, who may have it for a day.',
  de: 'Die Leiter gehört der Stadt und nicht dem Mann, der sie für einen Tag haben darf.',
  fr: 'L’échelle est dans la ville et les gens qui sont pour le maire ne sont pas avec une autre.',
  es: 'La escalera es de los vecinos y no del alcalde, que está con una por el día.',
  it: 'La scala è di tutti e non della città, che per il sindaco sono una con gli altri.',
  pt: 'A escada não é do prefeito, que para os moradores é uma com as outras das ruas, mais em uma.',
  nl: 'De ladder is van het dorp en niet van de man die voor een dag ook met het volk is.',
  pl: 'Drabina nie jest w domu i do tego się z tym, że na to przez dzień jak dla ludzi.',
  sv: 'Stegen är inte till för en man och det är av den som har ett hus på landet med folk.',
  tr: 'Merdiven bir gün için çok iyi ve bu kadar gibi olan ile daha sonra da var ne de.',
};

test.each(Object.entries(SENTENCES))('%s is told from all others', (language, sentence) => {
  const text = `${sentence} `.repeat(5);
  expect(likeliestLanguage(text, language)).toBeUndefined();
  const other = Object.keys(SENTENCES).find((each) => each !== language);
  expect(likeliestLanguage(text, other!)).toBe(language);
});

test('short texts, lists of names and languages that are not known say nothing', () => {
  expect(likeliestLanguage(SENTENCES['de']!, 'en')).toBeUndefined();
  expect(likeliestLanguage('Anna Boris Carla Dmitri Elena '.repeat(20), 'en')).toBeUndefined();
  expect(likeliestLanguage(SENTENCES['de']!.repeat(5), 'fi')).toBeUndefined();
  expect(likeliestLanguage('', 'en')).toBeUndefined();
});
