import { expect, test } from 'vitest';
import { commandWords, shellText } from './command-words.ts';

test.each([
  ['trafilatura --no-comments', ['trafilatura', '--no-comments']],
  ['  a\t b\n', ['a', 'b']],
  [`a 'b c' "d e"f`, ['a', 'b c', 'd ef']],
  [`a "" ''`, ['a', '', '']],
  [String.raw`a\ b "c\"d\\e\f" 'g\h'`, ['a b', String.raw`c"d\e\f`, String.raw`g\h`]],
  [`"program --option 'x y'"`, ['program', '--option', 'x y']],
  [`'program'`, ['program']],
  ['a "$HOME" \\$x "|" *.html', ['a', '$HOME', '$x', '|', '*.html']],
])('%j is %j', (command, words) => {
  expect(commandWords(command, 'cmd')).toEqual(words);
});

test('a list is taken as it is, if it has a program', () => {
  expect(commandWords(['a b', '|', ''], 'cmd')).toEqual(['a b', '|', '']);
  expect(() => commandWords([], 'cmd')).toThrow('cmd: found no command');
});

test.each([
  ['', 'cmd: found no command; expected a program and its arguments'],
  [' ""', 'cmd: found no command; expected a program and its arguments'],
  ['a "b', 'cmd: found a " without its end; expected another one'],
  [
    'a | b',
    "cmd: found | outside of quotes; expected a program and its arguments, because no shell is started; quote it, or write sh -c '…'",
  ],
])('%j is refused', (command, message) => {
  expect(() => commandWords(command, 'cmd')).toThrow(message);
});

test.each([
  [['runs/a', '--extractor', './mine.ts'], 'runs/a --extractor ./mine.ts'],
  [['cmd:touch $(x)', "it's", ''], String.raw`'cmd:touch $(x)' 'it'\''s' ''`],
])('the words %j are typed as %s', (words, typed) => {
  expect(shellText(words)).toBe(typed);
});
