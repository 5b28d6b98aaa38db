import type { UnseenText } from '../document/html/unseen-text.ts';
import type { MissingClass } from './classes.ts';
import { hasElement } from './paths.ts';

const DETAILS: ReadonlySet<string> = new Set(['details']);
const FIGURE: ReadonlySet<string> = new Set(['figure', 'figcaption']);

/**
 * The part of its own that text stands in and may be left out with; undefined for plain text of the body.
 *
 * @param kind the kind of its block
 * @param kinds that and those of what the block stands in, as gold and the page say
 * @param path the path of its element; empty where the page has none
 */
export function ownPart(kind: string, kinds: readonly string[], path: string): MissingClass | undefined {
  if (hasElement(path, DETAILS)) return 'in-details';
  if (kinds.includes('caption') || hasElement(path, FIGURE)) return 'in-figure';
  if (kinds.includes('table')) return 'in-table';
  if (kinds.some((each) => each === 'ul' || each === 'ol' || each === 'dl')) return 'in-list';
  if (kinds.includes('quote')) return 'in-quote';
  if (kinds.includes('code')) return 'in-code';
  return /^h[1-6]$/u.test(kind) ? 'heading' : undefined;
}

/** Why text is missing that the page does not show: by where it has the text, if anywhere. */
export function unseenClass(where: UnseenText['where'] | undefined): MissingClass {
  if (where === undefined) return 'not-in-page';
  return where === 'script' ? 'from-script' : 'from-hidden';
}
