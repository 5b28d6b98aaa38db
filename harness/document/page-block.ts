import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block } from '../model/document.ts';

/** From where on the text of a block stands directly in which element. */
export interface TextSource {
  /** UTF-16 offset into the block's text. */
  readonly start: number;
  readonly element: Tree.Element;
}

/** A block of a page, with the elements that its text stands in. */
export interface PageBlock extends Block {
  /** In the order of the text, the first from 0; empty for pages of plain text. */
  readonly sources: readonly TextSource[];
}

/** The element that a character of a block stands in, `offset` in UTF-16 code units; none on pages of plain text. */
export function elementAt({ sources }: PageBlock, offset: number): Tree.Element | undefined {
  return sources.findLast(({ start }) => start <= offset)?.element;
}
