import { squeeze } from '../document/squeeze.ts';
import type { GoldText } from '../model/gold-text.ts';

/** A text of gold to be looked for in a page. */
export type Needle = GoldText & {
  /** Its text in normal form and without white space, never empty. */
  readonly squeezed: string;
};

/** The texts of gold that have a character to look for. */
export function toNeedles(texts: readonly GoldText[]): Needle[] {
  return texts
    .map((text) => ({ ...text, squeezed: squeeze(text.text) }))
    .filter(({ squeezed }) => squeezed !== '');
}
