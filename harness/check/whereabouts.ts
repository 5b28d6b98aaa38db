import type { CheckedPage } from './checked-page.ts';
import { foldedText, squeezedText, unhiddenSqueezedText } from './facts/page-text.ts';
import { sourceText } from './facts/source-text.ts';
import { nearestText } from './nearest-text.ts';

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
  if (squeezedText(page).includes(squeezed)) return 'shown';
  if (foldedText(page).includes(squeezed.toLowerCase())) return 'other-case';
  if (unhiddenSqueezedText(page).includes(squeezed)) return 'hidden';
  return sourceText(page).includes(squeezed) ? 'source' : 'nowhere';
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
