import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { inlineStyleOf } from '../elements.ts';

/** All below a node that holds an element with `visibility: visible`: it is seen, wherever it stands. */
export function holdersOfVisible(root: Tree.ParentNode): Set<Tree.Node> {
  const holders = new Set<Tree.Node>();
  const rest: Tree.ChildNode[] = [...root.childNodes];
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (!('tagName' in node)) continue;
    if (inlineStyleOf(node)?.visibility === 'visible') {
      let holder: Tree.Node | null = node.parentNode;
      for (
        ;
        holder !== null && !holders.has(holder);
        holder = 'parentNode' in holder ? holder.parentNode : null
      ) {
        holders.add(holder);
      }
    }
    for (const child of node.childNodes) rest.push(child);
  }
  return holders;
}
