import { expect, test } from 'vitest';
import { languageOf } from './languages.ts';

test.each([
  ['readability', 'JavaScript'],
  ['c4-lines', 'JavaScript'],
  ['unfluff', 'JavaScript'],
  ['trafilatura-fast', 'Python'],
  ['go-trafilatura', 'Go'],
  ['dom-smoothie', 'Rust'],
  ['readability4j', 'JVM'],
  ['./mine.ts', undefined],
  ['recorded:trafilatura.json', undefined],
])('%s: %s', (source, language) => {
  expect(languageOf(source)).toBe(language);
});
