import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { ElementPaths, pathOfChild } from '../../document/element-path.ts';
import { attributeOf } from '../../document/html/attribute.ts';
import type { UnseenText } from '../../document/html/unseen-text.ts';
import type { PageBlock, PageDocument, PageSource } from '../../document/page-document.ts';
import { readMarkup } from '../../explain/markup.ts';
import type { PageMarkup } from '../../explain/markup.ts';
import type { Block } from '../../model/document.ts';
import type { SharedTexts } from './shared-texts.ts';

/**
 * A page as explanations read it: its blocks, the elements that they stand in, and what the page says of itself. It is a
 * fifth of the page, and says the same: a test holds that what is explained with it is what is explained with the page.
 */
export interface SlimPage {
  /** Name of the encoding; absent for pages of plain text. */
  readonly encoding?: string;
  readonly markup: PageMarkup;
  /** Parents before their children. */
  readonly elements: readonly SlimElement[];
  readonly blocks: readonly SlimBlock[];
  readonly unseen: readonly UnseenText[];
}

/** An element: index of its parent or -1, its name, what its step of a path has behind the name, attributes and values. */
export type SlimElement = readonly [parent: number, tag: string, step: string, ...attributes: string[]];

/** A block: kind, index of its text, the offsets and elements of its sources by turns, containers if there are any. */
export type SlimBlock = readonly [
  kind: Block['kind'],
  text: number,
  sources: readonly number[],
  within?: Block['within'],
];

/** What hints are read off; a hidden element, an address or a picture say nothing of the text in an element. */
const HINTING = ['id', 'class', 'role', 'rel', 'itemprop'] as const;

/** @param unseen what is kept of the text that a reader does not see */
export function toSlimPage(
  { blocks, encoding, tree, paths = new ElementPaths() }: PageDocument,
  unseen: readonly UnseenText[],
  texts: SharedTexts,
): SlimPage {
  const elements: SlimElement[] = [];
  const known = new Map<Tree.Element, number>();
  const indexOf = (element: Tree.Element): number => {
    const index = known.get(element);
    if (index !== undefined) return index;
    const { parentNode, tagName } = element;
    const parent = parentNode !== null && 'tagName' in parentNode ? indexOf(parentNode) : -1;
    const step = paths.stepOf(element).slice(tagName.length);
    const attributes = HINTING.flatMap((name) => {
      const value = attributeOf(element, name);
      return value === undefined ? [] : [name, value];
    });
    const own = elements.push([parent, tagName, step, ...attributes]) - 1;
    known.set(element, own);
    return own;
  };
  return {
    ...(encoding !== undefined && { encoding: encoding.name }),
    markup: readMarkup(tree),
    blocks: blocks.map(({ kind, text, sources, within }): SlimBlock => {
      const places = sources.flatMap(({ start, element }) => [start, indexOf(element)]);
      const slim = [kind, texts.indexOf(text), places] as const;
      return within.length === 0 ? slim : [...slim, within];
    }),
    elements,
    unseen,
  };
}

/** What explanations read of a page, from what was kept of it. */
export function fromSlimPage(
  { blocks, elements, encoding, markup, unseen }: SlimPage,
  texts: readonly string[],
): PageDocument {
  const sources = sourcesOf(elements);
  const tree = treeOf(markup);
  return {
    blocks: blocks.map(([kind, text, places, within = []]): PageBlock => ({
      kind,
      text: texts[text]!,
      within,
      sources: pairsOf(places).map(([start, element]) => ({ start, ...sources[element]! })),
    })),
    unseen,
    source: '',
    tree,
    ...(encoding !== undefined && { encoding: { name: encoding, decidedBy: 'default' } }),
  };
}

function sourcesOf(elements: readonly SlimElement[]): Omit<PageSource, 'start'>[] {
  const sources: Omit<PageSource, 'start'>[] = [];
  for (const [parent, tag, step, ...attributes] of elements) {
    const around = sources[parent];
    const path = pathOfChild(around?.path, `${tag}${step}`);
    const attrs = pairsOf(attributes).map(([name, value]) => ({ name, value }));
    sources.push({ element: elementOf(tag, attrs, around?.element ?? null), path });
  }
  return sources;
}

/** A tree of nothing but what the page says of itself. */
function treeOf({ language, times }: PageMarkup): Tree.Document {
  const root = language === undefined ? [] : [elementOf('html', [{ name: 'lang', value: language }], null)];
  const dated = times.map((value) => elementOf('time', [{ name: 'datetime', value }], null));
  // oxlint-disable-next-line no-unsafe-type-assertion -- all that is read of a tree
  return { childNodes: [...root, ...dated] } as unknown as Tree.Document;
}

function elementOf(
  tagName: string,
  attrs: Tree.Element['attrs'],
  parentNode: Tree.ParentNode | null,
): Tree.Element {
  // oxlint-disable-next-line no-unsafe-type-assertion -- all that is read of an element
  return { tagName, attrs, parentNode, childNodes: [] } as unknown as Tree.Element;
}

function pairsOf<Thing>(things: readonly Thing[]): [Thing, Thing][] {
  return Array.from({ length: things.length / 2 }, (_, pair) => [things[2 * pair]!, things[2 * pair + 1]!]);
}
