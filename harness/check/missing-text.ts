import { excerpt } from '../gold/yaml/fault.ts';
import type { CheckedPage } from './checked-page.ts';
import { fact } from './fact.ts';
import { goldTexts } from './facts/gold-texts.ts';
import type { GoldText } from './facts/gold-texts.ts';
import { squeezedText, unhiddenSqueezedText } from './facts/page-text.ts';
import { sourceText } from './facts/source-text.ts';
import { hasWordsOf } from './nearest-text.ts';
import type { Finding } from './rule.ts';
import { describeAbsence, whereaboutsOf } from './whereabouts.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Whether the page has a text of gold where gold says that it is: seen by a reader, hidden, or in a script. */
export function isInPage(page: CheckedPage, gold: Pick<GoldText, 'squeezed' | 'from'>): boolean {
  return placeOf(gold.from)(page).includes(gold.squeezed);
}

/** The blocks of body and comments that the page does not have. */
export const missingBlocks = fact((page: CheckedPage): readonly MissingBlock[] => {
  return goldTexts(page)
    .filter((gold) => gold.type === 'block' && !isInPage(page, gold))
    .map((gold) => ({
      gold,
      differs: gold.from === undefined && hasWordsOf(page, gold.text) ? 'signs' : 'words',
    }));
});

/** A block that the page does not have, and whether it has the words of it in a row, with other signs around them. */
export interface MissingBlock {
  readonly gold: GoldText;
  readonly differs: 'signs' | 'words';
}

/** The text of the page, without white space, in which gold of that origin is looked for. */
export function placeOf(from: GoldText['from']): (page: CheckedPage) => string {
  if (from === 'script') return sourceText;
  return from === 'hidden' ? unhiddenSqueezedText : squeezedText;
}

/** The finding about a text that is not in the page; where it can be told, with what to write instead. */
export function missingText(page: CheckedPage, { name, text, squeezed, from, place }: GoldText): Finding {
  const where = whereaboutsOf(page, squeezed);
  return {
    place,
    found: `${name} ${excerpt(text)}, which is ${describeAbsence(page, text, where)}`,
    expected: 'text of the page, white space aside',
    mend: (from === undefined ? MEND_BY_ORIGIN[where] : undefined) ?? MEND,
  };
}

/** What to write or take away. */
export const MEND = 'write it as the page has it, or take the entry away';

const MEND_BY_ORIGIN: Readonly<Partial<Record<Whereabouts, string>>> = {
  hidden: 'add "from: hidden", or take the entry away',
  source: 'add "from: script" if it is text of a script, or take the entry away',
};
