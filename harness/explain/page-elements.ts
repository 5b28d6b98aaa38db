import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { inherited } from '../document/html/inherited.ts';
import type { PageBlock, PageSource } from '../document/page-document.ts';
import type { Tokens } from '../document/tokens.ts';
import type { SurplusClass } from './classes.ts';
import type { RunPlace } from './explanation.ts';
import { Hints } from './hints.ts';

/** An element that holds more of the content than this is no boilerplate, whatever it is called. */
const SHARE_OF_CONTENT = 0.1;

/** What is known of the element that text stands in. */
interface ElementFacts {
  readonly path: string;
  /** Where its text begins in the block. */
  readonly start: number;
  /** What the elements around it say of it. */
  readonly hint: SurplusClass | undefined;
  /** The paths of itself and of those around it, the innermost first, once somebody has asked. */
  around?: readonly string[];
}

/** The elements that text of a page stands in, numbered block by block, without the tree of the page. */
export class PageElements {
  /** For each token the number of the element that it begins in, or -1 on pages of plain text. */
  readonly ofToken: Int32Array;
  /** What is known of each element; one with text in several blocks is there once a block. */
  readonly facts: readonly ElementFacts[];
  /** For each block the number of its first element, and behind them the number of all. */
  readonly #first: Int32Array;

  constructor(blocks: readonly PageBlock[], tokens: Tokens, goldOf: Int32Array) {
    this.#first = firstElements(blocks);
    const sources = blocks.flatMap((block) => block.sources);
    this.ofToken = elementsOfTokens(sources, this.#first, tokens);
    const hints = new Hints(contentHolders(sources, this.ofToken, goldOf));
    this.facts = blocks.flatMap((block, index) => {
      const own = block.sources.map(({ element }) => hints.of(element));
      const ofBlock = own.includes(undefined) && isListOfLinks(blocks, index) ? 'related' : undefined;
      return block.sources.map(({ path, start }, at): ElementFacts => ({
        path,
        start,
        hint: own[at] ?? ofBlock,
      }));
    });
  }

  /** The number of the element of a place, or -1 on pages of plain text. */
  at({ block, offset }: RunPlace['start']): number {
    const [first, end] = [this.#first[block]!, this.#first[block + 1]!];
    return first === end ? -1 : lastStarted(this.facts, first, end, offset);
  }
}

/** For each block the number of its first element, and behind them the number of all. */
function firstElements(blocks: readonly PageBlock[]): Int32Array {
  const first = new Int32Array(blocks.length + 1);
  blocks.forEach(({ sources }, block) => {
    first[block + 1] = first[block]! + sources.length;
  });
  return first;
}

function elementsOfTokens(sources: readonly PageSource[], first: Int32Array, tokens: Tokens): Int32Array {
  const elementOf = new Int32Array(tokens.length).fill(-1);
  for (let token = 0, at = 0; token < tokens.length; token++) {
    const block = tokens.block[token]!;
    if (block !== tokens.block[token - 1]) at = first[block]!;
    if (first[block] === first[block + 1]) continue;
    at = lastStarted(sources, at, first[block + 1]!, tokens.start[token]!);
    elementOf[token] = at;
  }
  return elementOf;
}

/** The last of some elements of a block that begins before an offset or there; the first, if none does. */
function lastStarted(
  elements: readonly Pick<PageSource, 'start'>[],
  first: number,
  end: number,
  offset: number,
): number {
  let at = first;
  while (at + 1 < end && elements[at + 1]!.start <= offset) at++;
  return at;
}

/** A block that is nothing but links leads elsewhere, if there are several: one that stands alone may belong to the text. */
function isListOfLinks(blocks: readonly PageBlock[], index: number): boolean {
  const links = linksOf(blocks[index]!);
  if (links === undefined) return false;
  return links.size > 1 || [index - 1, index + 1].some((at) => blocks[at] && linksOf(blocks[at]));
}

/** The paths of the links of a block that is nothing else. */
function linksOf({ sources }: PageBlock): ReadonlySet<string> | undefined {
  const links = new Set<string>();
  for (const { path } of sources) {
    const link = LINK.exec(path)?.[0];
    if (link === undefined) return undefined;
    links.add(link);
  }
  return links;
}

/** A path as far as its last link. */
const LINK = /^.* a(?:[.#:][^ ]*)?(?= |$)/u;

/** The elements that hold more than a tenth of the content. */
function contentHolders(
  sources: readonly PageSource[],
  elementOf: Int32Array,
  goldOf: Int32Array,
): ReadonlySet<Tree.Element> {
  const counts = new Map<Tree.Element, number>();
  let all = 0;
  goldOf.forEach((index, token) => {
    const source = sources[elementOf[token]!];
    if (index < 0 || source === undefined) return;
    all++;
    counts.set(source.element, (counts.get(source.element) ?? 0) + 1);
  });
  const holders = [...countsWithin(counts)].filter(([, count]) => count > SHARE_OF_CONTENT * all);
  return new Set(holders.map(([element]) => element));
}

/** Counts of elements, each with those of the elements in it. */
function countsWithin(own: ReadonlyMap<Tree.Element, number>): Map<Tree.Element, number> {
  const within = new Map<Tree.Element, number>();
  for (const element of innermostFirst(own.keys())) {
    const count = (within.get(element) ?? 0) + (own.get(element) ?? 0);
    within.set(element, count);
    const around = element.parentNode;
    if (around !== null && 'tagName' in around) within.set(around, (within.get(around) ?? 0) + count);
  }
  return within;
}

/** Elements and all around them, each after those in it. */
function innermostFirst(elements: Iterable<Tree.Element>): Tree.Element[] {
  // What is around an element is worked out, and so stands in the map, before it.
  const outermostFirst = new Map<Tree.Element, true>();
  for (const element of elements) inherited(outermostFirst, element, () => true);
  return [...outermostFirst.keys()].toReversed();
}
