import { excerpt } from '../../util/excerpt.ts';
import { findCharacters } from './control-characters.ts';
import type { PageRule } from '../rule.ts';

/** Characters that are a line break to one program and none to another. */
export const lineSeparators: PageRule = {
  name: 'line-separators',
  description:
    'A label holds U+0085, U+2028 or U+2029, which some programs take for line breaks: they count other blocks than we do.',
  check(page) {
    return findCharacters(page, /[\u0085\u2028\u2029]/gu, ({ name, text }, characters) => ({
      found: `${characters} in ${name} ${excerpt(text)}`,
      expected: 'line feeds where lines end, spaces elsewhere',
      fix: 'put a space or a line break in its place',
    }));
  },
};
