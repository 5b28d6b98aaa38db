import { excerpt } from '../../util/excerpt.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import type { CheckedPage, LabelText } from '../checked-page.ts';
import { labelTexts } from '../checked-page.ts';
import type { Finding } from '../../model/problem.ts';

/**
 * Control characters but for tab and line feed, the byte order mark, halves of surrogate pairs, and what changes the
 * direction of the text around it; marks of direction (U+200E, U+200F), joiners and soft hyphens belong to text.
 */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u0084\u0086-\u009F\uFEFF\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu;

/** Characters that a reader of a label cannot see, or may take for something else. */
export const controlCharacters: PageRule = {
  name: 'control-characters',
  description:
    'A label holds control characters, a byte order mark, half of a surrogate pair or a change of direction: nobody sees them, and programs stumble over them.',
  check(page) {
    return findCharacters(page, INVISIBLE, ({ name, text }, characters) => ({
      found: `${characters} in ${name} ${excerpt(text.replace(INVISIBLE, ''))}`,
      expected: 'text without invisible control characters',
      fix: 'take them out',
    }));
  },
};

/** One finding for each label that holds characters of a pattern; `toFinding` is given their names in one text. */
export function findCharacters(
  page: CheckedPage,
  pattern: RegExp,
  toFinding: (label: LabelText, characters: string) => Finding,
): PageFinding[] {
  return labelTexts(page).flatMap((label) => {
    const found = new Set(Array.from(label.text.matchAll(pattern), ([character]) => nameOf(character)));
    return found.size === 0 ? [] : [{ path: label.path, ...toFinding(label, [...found].join(', ')) }];
  });
}

/** `U+200B`. */
function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
