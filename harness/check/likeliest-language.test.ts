import { expect, test } from 'vitest';
import { likeliestLanguage } from './likeliest-language.ts';

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
