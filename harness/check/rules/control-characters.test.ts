import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { controlCharacters } from './control-characters.ts';

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
