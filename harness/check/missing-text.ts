import { holdsText } from '../util/find-text.ts';
import type { Needle } from '../label/needle.ts';
import { excerpt } from '../util/excerpt.ts';
import type { CheckedPage } from './checked-page.ts';
import { fact, foldedText, goldNeedles, squeezedText, unhiddenSqueezedText } from './checked-page.ts';
import { hasWordsOf, nearestText } from './nearest-text.ts';
import type { PageFinding } from './rule.ts';
import { sourceText } from './source-text.ts';

/** Where a page has a text, the nearest to a reader's eyes first. */
export type Whereabouts =
  /** In what a reader sees. */
  | 'shown'
  /** The same, in other case: style sheets may change it. */
  | 'other-case'
  /** In a hidden element. */
  | 'hidden'
  /** In a script, an attribute, the head, or an element that is never shown. */
  | 'source'
  | 'nowhere';

/** @param squeezed the text without white space */
export function whereaboutsOf(page: CheckedPage, squeezed: string): Whereabouts {
  if (holdsText(squeezedText(page), squeezed)) return 'shown';
  if (holdsText(foldedText(page), squeezed.toLowerCase())) return 'other-case';
  if (holdsText(unhiddenSqueezedText(page), squeezed)) return 'hidden';
  return holdsText(sourceText(page), squeezed) ? 'source' : 'nowhere';
}

const IN_WORDS: Readonly<Record<Whereabouts, string>> = {
  shown: 'in the page',
  'other-case': 'in the page in other case only',
  hidden: 'in a hidden element of the page only',
  source: 'in a script, an attribute or the head of the page only',
  nowhere: 'nowhere in the page',
};

/** What to say of a text that a reader does not see in the page: where it is instead, or what comes nearest. */
export function describeAbsence(page: CheckedPage, text: string, where: Whereabouts): string {
  return IN_WORDS[where] + (where === 'nowhere' ? nearestText(page, text) : '');
}

/** Whether the page has a text of gold where gold says that it is: seen by a reader, hidden, or in a script. */
export function isInPage(page: CheckedPage, gold: Pick<Needle, 'squeezed' | 'from'>): boolean {
  return holdsText(placeOf(gold.from)(page), gold.squeezed);
}

/** The blocks of body and comments that the page does not have. */
export const missingBlocks = fact((page: CheckedPage): readonly MissingBlock[] => {
  return goldNeedles(page)
    .filter((gold) => gold.type === 'block' && !isInPage(page, gold))
    .map((gold) => ({
      gold,
      differs: gold.from === undefined && hasWordsOf(page, gold.text) ? 'signs' : 'words',
    }));
});

/** A block that the page does not have, and whether it has the words of it in a row, with other signs around them. */
export interface MissingBlock {
  readonly gold: Needle;
  readonly differs: 'signs' | 'words';
}

/** The text of the page, without white space, in which gold of that origin is looked for. */
export function placeOf(from: Needle['from']): (page: CheckedPage) => string {
  if (from === 'script') return sourceText;
  return from === 'hidden' ? unhiddenSqueezedText : squeezedText;
}

/** The finding about a text that is not in the page, with what to write instead where that is known. */
export function missingText(page: CheckedPage, { path, name, text, squeezed, from }: Needle): PageFinding {
  const where = whereaboutsOf(page, squeezed);
  return {
    path,
    found: `${name} ${excerpt(text)}, which is ${describeAbsence(page, text, where)}`,
    expected: 'text of the page, white space aside',
    fix: (from === undefined ? FIX_BY_ORIGIN[where] : undefined) ?? HOW_TO_FIX,
  };
}

/** What to write or take away. */
export const HOW_TO_FIX = 'write it as the page has it, or take the entry away';

const FIX_BY_ORIGIN: Readonly<Partial<Record<Whereabouts, string>>> = {
  hidden: 'add "from: hidden", or take the entry away',
  source: 'add "from: script" if it is text of a script, or take the entry away',
};
