import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf } from '../document/html/attribute.ts';

/** What a page says of itself in attributes that are no text. */
export interface PageMarkup {
  /** `lang` of the root; absent where it has none. */
  readonly language?: string;
  /** `datetime` of the `time` elements, in page order. */
  readonly times: readonly string[];
}

/** Reads it off the tree of a page; a page of plain text has none. */
export function readMarkup(tree: Tree.Document | undefined): PageMarkup {
  const times: string[] = [];
  let language: string | undefined;
  const rest: Tree.ChildNode[] = tree?.childNodes.toReversed() ?? [];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (!('tagName' in node)) continue;
    if (node.tagName === 'html') language = attributeOf(node, 'lang');
    const time = node.tagName === 'time' ? attributeOf(node, 'datetime') : undefined;
    if (time !== undefined) times.push(time);
    for (let index = node.childNodes.length - 1; index >= 0; index--) rest.push(node.childNodes[index]!);
  }
  return { ...(language !== undefined && { language }), times };
}
