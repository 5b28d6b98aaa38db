import { excerpt } from '../../util/excerpt.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import type { CheckedPage } from '../checked-page.ts';
import { labelTexts, pageText } from '../checked-page.ts';

/** What the bytes 80 to BF are in windows-1252, or in Latin-1. */
const TRAIL = '[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/**
 * UTF-8 read as windows-1252: Latin letters and signs (Ã or Â and one more), typographic signs (â€ and one more), and
 * other scripts from two letters in a row on, because a single one may be meant.
 */
const MISREAD = new RegExp(`[ÂÃ]${TRAIL}|â€${TRAIL}|(?:[Ã-ß]${TRAIL}){2}|(?:[à-ï]${TRAIL}{2}){2}`, 'u');
const LOST = /\uFFFD/u;

/** Letters that come from a wrong encoding. */
export const mojibake: PageRule = {
  name: 'mojibake',
  description:
    'A label holds UTF-8 that was read as windows-1252 ("cafÃ©") or characters that were lost (U+FFFD): an extraction in the right letters does not match it.',
  check(page: CheckedPage): PageFinding[] {
    return labelTexts(page).flatMap(({ path, name, text }) => {
      const garbled = MISREAD.exec(text)?.[0] ?? LOST.exec(text)?.[0];
      if (garbled === undefined) return [];
      const isOfPage = pageText(page).includes(garbled);
      return [
        {
          path,
          found: `${excerpt(garbled)} in ${name} ${excerpt(text)}, ${isOfPage ? 'as in the page' : 'which the page does not have'}`,
          expected: 'the letters that were meant',
          fix: isOfPage
            ? 'see whether the page was saved or declared in a wrong encoding; if it is its own fault, except it'
            : 'write the text as the page has it',
        },
      ];
    });
  },
};
