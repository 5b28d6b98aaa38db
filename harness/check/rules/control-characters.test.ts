import { describe, expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { linesOfText } from '../../gold/text-style.ts';
import { controlCharacters } from './control-characters.ts';
import { punctuationMismatch } from './punctuation-mismatch.ts';

const titled = (title: string) => ({ body: [], metadata: { title } });

test.each([
  ['a bell', 'a\u0007b', 'U+0007'],
  ['delete', 'a\u007Fb', 'U+007F'],
  ['a byte order mark', '\uFEFFab', 'U+FEFF'],
  ['half of a surrogate pair', 'a\uD83Db', 'U+D83D'],
  ['a change of direction', 'a\u202Eb', 'U+202E'],
])('%s is found', (_, title, character) => {
  expect(findingsOf(controlCharacters, checked({ gold: titled(title) }))).toMatchObject([
    { path: 'title', found: `${character} in the title "ab"` },
  ]);
});

test('what belongs to text gives nothing: emoji, joiners, marks of direction, soft hyphens', () => {
  expect(findingsOf(controlCharacters, checked({ gold: titled('👩‍🚀 a\tb\nc\u200F d\u00ADe') }))).toEqual([]);
});

describe('characters that the page has', () => {
  const html = '<title>A\u009d B</title><p>one\u009d two</p><p hidden>x\u009d y</p><p>so \u202eit is</p>';
  const fixes = (gold: string) =>
    findingsOf(controlCharacters, checked({ html, gold })).map(({ path, fix }) => [path, fix]);

  test('are not taken out of gold, which would not be the page any more', () => {
    const gold = (text: string) => checked({ html, gold: `body:\n  - p: ${text}\n` });
    expect(findingsOf(controlCharacters, gold('"one\\u009d two"'))).toEqual([
      {
        path: 'body[0]',
        found: 'U+009D in p "one two", as in the page',
        expected: 'text without invisible control characters',
        fix: 'see whether the page was saved or declared in a wrong encoding; if it is its own fault, except it',
      },
    ]);
    expect(findingsOf(punctuationMismatch, gold('"one\\u009d two"'))).toEqual([]);
    expect(findingsOf(punctuationMismatch, gold('one two'))).toHaveLength(1);
  });

  test('may stand in what a reader does not see', () => {
    const asInPage =
      'see whether the page was saved or declared in a wrong encoding; if it is its own fault, except it';
    expect(fixes('title: "A\\u009d B"\nbody:\n  - p: "x\\u009d y"\n    from: hidden\n')).toEqual([
      ['title', asInPage],
      ['body[0]', asInPage],
    ]);
  });

  test('are taken out where they make no difference, or the page has them elsewhere', () => {
    expect(fixes('body:\n  - p: "so \\u202eit is"\n  - p: "o\\u009dne two"\n')).toEqual([
      ['body[0]', 'take them out'],
      ['body[1]', 'take them out'],
    ]);
  });
});

test('what is found is what the writer of gold escapes, but for tabs and what breaks lines', () => {
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const isEscaped = (character: string): boolean =>
    !linesOfText(`a${character}b`).join('').includes(character);
  const page = checked({ gold: { metadata: { authors: characters } } });
  const found = findingsOf(controlCharacters, page).map(({ path }) => path);
  expect(found).toEqual(
    characters.flatMap((character, code) => {
      const isHalf = !character.isWellFormed();
      const isWanted = isHalf || (isEscaped(character) && !'\t\n\u0085'.includes(character));
      return isWanted ? [`authors[${code}]`] : [];
    }),
  );
});
