import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/**
 * What an element has from those around it: worked out from the outermost inwards, for each element once, and kept in
 * `known`. Time for all elements is linear in their number, however deep they are nested.
 */
export function inherited<T extends {}>(
  known: Map<Tree.Element, T>,
  element: Tree.Element,
  workOut: (element: Tree.Element, around: T | undefined) => T,
): T {
  const pending: Tree.Element[] = [];
  let value: T | undefined;
  for (let at: Tree.ParentNode | null = element; at !== null && 'tagName' in at; at = at.parentNode) {
    value = known.get(at);
    if (value !== undefined) break;
    pending.push(at);
  }
  for (const next of pending.toReversed()) {
    value = workOut(next, value);
    known.set(next, value);
  }
  return value!;
}
