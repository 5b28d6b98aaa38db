import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { isNoText } from './elements.ts';

/**
 * All text of a page that is text by `elements.ts`, with that of hidden elements, in the order of the source; every
 * text node on a line of its own, so it is for searching without white space only.
 */
export function unhiddenText(tree: Tree.Document): string {
  const texts: string[] = [];
  const open: Tree.ChildNode[] = tree.childNodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ('value' in node) texts.push(node.value);
    else if ('tagName' in node && isNoText(node)) continue;
    else if ('childNodes' in node) {
      for (let index = node.childNodes.length - 1; index >= 0; index--) open.push(node.childNodes[index]!);
    }
  }
  return texts.join('\n');
}
