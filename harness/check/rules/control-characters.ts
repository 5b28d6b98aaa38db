import { squeeze } from '../../document/squeeze.ts';
import { UNSEEN } from '../../gold/text-style.ts';
import { excerpt } from '../../util/excerpt.ts';
import { whereaboutsOf } from '../missing-text.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import type { CheckedPage, LabelText } from '../checked-page.ts';
import { labelTexts } from '../checked-page.ts';
import type { Finding } from '../../model/problem.ts';

/** What the writer of gold escapes, and halves of surrogate pairs, which no file can hold. */
const INVISIBLE = new RegExp(`[${UNSEEN}]|\\p{Surrogate}`, 'gu');

/** Characters that a reader of a label cannot see, or may take for something else. */
export const controlCharacters: PageRule = {
  name: 'control-characters',
  description:
    'A label holds control characters, a byte order mark, half of a surrogate pair or a change of direction: nobody sees them, and programs stumble over them.',
  check(page) {
    return findCharacters(page, INVISIBLE, ({ name, text }, characters) => {
      const visible = text.replace(INVISIBLE, '');
      const isOfPage = isNeeded(page, text, visible);
      return {
        found: `${characters} in ${name} ${excerpt(visible)}${isOfPage ? ', as in the page' : ''}`,
        expected: 'text without invisible control characters',
        fix: isOfPage ? FIX_OF_PAGE : 'take them out',
      };
    });
  },
};

/** Whether the page has a text with these characters, and would not be found to have it without them. */
function isNeeded(page: CheckedPage, text: string, visible: string): boolean {
  const squeezed = squeeze(text);
  return squeezed !== squeeze(visible) && whereaboutsOf(page, squeezed) !== 'nowhere';
}

/** How to fix letters that gold has because the page has them. */
export const FIX_OF_PAGE =
  'see whether the page was saved or declared in a wrong encoding; if it is its own fault, except it';

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
