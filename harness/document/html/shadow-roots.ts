import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf } from './attribute.ts';

/** Elements that may have a shadow root, beside those with a hyphen in their names. */
const HOSTS: ReadonlySet<string> = new Set([
  'article', 'aside', 'blockquote', 'body', 'div', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'main',
  'nav', 'p', 'section', 'span',
]); // prettier-ignore

/** Whether a template is a declarative shadow root of the element that it stands in. */
export function isShadowRoot(template: Tree.Template, host: Tree.Element): boolean {
  const mode = attributeOf(template, 'shadowrootmode')?.toLowerCase();
  if (mode !== 'open' && mode !== 'closed') return false;
  return HOSTS.has(host.tagName) || /^[a-z].*-/u.test(host.tagName);
}

/**
 * Puts what browsers show of a shadow root in its place: the host holds the content of the template, and its own
 * children are in the slots. A child without a slot is not shown: it stays in the template.
 */
export function showShadowRoot(host: Tree.Element, template: Tree.Template): void {
  const slots = slotsOf(template.content);
  const left: Tree.ChildNode[] = [];
  const slotted = new Map<Tree.Element, Tree.ChildNode[]>();
  for (const child of host.childNodes) {
    if (child === template) continue;
    const name = 'tagName' in child ? (attributeOf(child, 'slot') ?? '') : '';
    const slot = '#comment' === child.nodeName ? undefined : slots.get(name);
    const place = slot === undefined ? left : (slotted.get(slot) ?? []);
    if (slot !== undefined) slotted.set(slot, place);
    place.push(child);
  }
  // What stands in a slot from the start is shown only if nothing is put there.
  for (const [slot, children] of slotted) adopt(slot, children);
  const shown = template.content.childNodes;
  adopt(template.content, left);
  adopt(host, [...shown, template]);
}

function adopt(parent: Tree.ParentNode, children: Tree.ChildNode[]): void {
  for (const child of children) child.parentNode = parent;
  parent.childNodes = children;
}

/** The first slot of each name, in the order of the tree. */
function slotsOf(root: Tree.ParentNode): Map<string, Tree.Element> {
  const slots = new Map<string, Tree.Element>();
  const rest = root.childNodes.toReversed();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (!('tagName' in node)) continue;
    const name = attributeOf(node, 'name') ?? '';
    if (node.tagName === 'slot' && !slots.has(name)) slots.set(name, node);
    for (let index = node.childNodes.length - 1; index >= 0; index--) rest.push(node.childNodes[index]!);
  }
  return slots;
}
