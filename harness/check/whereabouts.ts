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
  if (page.get(squeezedText).includes(squeezed)) return 'shown';
  if (page.get(foldedText).includes(squeezed.toLowerCase())) return 'other-case';
  if (page.get(unhiddenSqueezedText).includes(squeezed)) return 'hidden';
  return page.get(sourceText).includes(squeezed) ? 'source' : 'nowhere';
}

/** What to say of a text that a reader does not see in the page: where it is instead, or what comes nearest. */
export function describeAbsence(page: CheckedPage, text: string, squeezed: string): string {
  switch (whereaboutsOf(page, squeezed)) {
    case 'shown':
      return 'in the page';
    case 'other-case':
      return 'in the page in other case only';
    case 'hidden':
      return 'in a hidden element of the page only';
    case 'source':
      return 'in a script, an attribute or the head of the page only';
    case 'nowhere':
      return `nowhere in the page${nearestText(page, text)}`;
  }
}
