import { excerpt } from '../../util/excerpt.ts';
import type { PageRule } from '../rule.ts';
import { labelTexts, pageText } from '../checked-page.ts';
import { FIX_OF_PAGE } from './control-characters.ts';

/** What the bytes 80 to BF are in windows-1252, or in Latin-1. */
const TRAIL = '[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/**
 * UTF-8 read as windows-1252: Latin letters and signs (Ã or Â and one more), typographic signs (â€ and one more), and
 * other scripts from two letters in a row on, because a single one may be meant.
 */
const MISREAD = new RegExp(`[ÂÃ]${TRAIL}|â€${TRAIL}|(?:[Ã-ß]${TRAIL}){2}|(?:[à-ï]${TRAIL}{2}){2}`, 'gu');
/** What true text has behind a word in capitals: quotation marks, an ellipsis, a no-break space; or stammering, É…É…. */
const END_OF_WORD = /^(?:[ÂÃ][”’“‘»«›‹…\u00A0]|(?:[ÂÃÈÉÊËÌÍÒÓÔ][…\u00A0]){2})$/u;
const LOST = /\uFFFD/u;

/** Letters that come from a wrong encoding. */
export const mojibake: PageRule = {
  name: 'mojibake',
  description:
    'A label holds UTF-8 that was read as windows-1252 ("cafÃ©") or characters that were lost (U+FFFD): an extraction in the right letters does not match it.',
  check(page) {
    return labelTexts(page).flatMap(({ path, name, text }) => {
      const garbled = misreadIn(text) ?? LOST.exec(text)?.[0];
      if (garbled === undefined) return [];
      const isOfPage = pageText(page).includes(garbled);
      return [
        {
          path,
          found: `${excerpt(garbled)} in ${name} ${excerpt(text)}, ${isOfPage ? 'as in the page' : 'which the page does not have'}`,
          expected: 'the letters that were meant',
          fix: isOfPage ? FIX_OF_PAGE : 'write the text as the page has it',
        },
      ];
    });
  },
};

/** The first letters of a text that are UTF-8 read as windows-1252; undefined where there are none. */
function misreadIn(text: string): string | undefined {
  for (const { 0: found, index } of text.matchAll(MISREAD)) {
    if (!isEndOfWord(found, text.slice(0, index), text.slice(index + found.length))) return found;
  }
  return undefined;
}

/**
 * Whether letters that look misread end a word in capitals (“AMANHÔ, HÂLÂ…) or are a letter in quotation marks (“Ô).
 * Misread letters mostly stand behind small ones or inside of a word: the É of CAFÉ has no such mark as its second byte,
 * and that of CÔTE, `Ã”`, has a letter behind it. A misread no-break space (`Â` with one) stands behind any word, mostly
 * before a sign or a number: only before a letter is it taken for text.
 */
function isEndOfWord(found: string, before: string, after: string): boolean {
  if (!END_OF_WORD.test(found)) return false;
  const isBehindCapital = /\p{Lu}\p{M}*$/u.test(before);
  const isBeforeLetter = /^\p{L}/u.test(after);
  if (/[«‹]\u00A0$/u.test(before) && /^[»›]/u.test(after)) return true;
  if (found === 'Â\u00A0') return isBehindCapital && isBeforeLetter;
  if (found.endsWith('\u00A0')) return isBehindCapital || found.length === 4;
  const isQuotedLetter = /[“„«‘‚"']$/u.test(before) && /[”’“‘»«]$/u.test(found);
  return !isBeforeLetter && (isBehindCapital || isQuotedLetter || found.length === 4);
}
