/** A text to be placed: how long it is, and where it may begin, ascending. */
export interface Link {
  readonly length: number;
  readonly places: readonly number[];
}

/**
 * Places texts in order, without overlap: so that the most text is placed; of those ways the one in which the most texts
 * follow each other directly; then one whose first text begins latest, and whose end is earliest: a lead that stands
 * a second time far above as a teaser is found next to the rest.
 *
 * @param textLength length of what the places are in
 * @returns for each link its place, or undefined where it has none
 *
 * Time: places × log of the text's length (a Fenwick tree over the ends of the places).
 */
export function placeInOrder(links: readonly Link[], textLength: number): (number | undefined)[] {
  const ends = new BestEnds(textLength);
  let best: Node | undefined;
  links.forEach((link, index) => {
    const nodes = link.places.map((place) => toNode(link, index, place, ends));
    for (const node of nodes) {
      ends.add(node);
      if (best === undefined || isBetter(node, best)) best = node;
    }
  });
  const placed = links.map((): number | undefined => undefined);
  for (let node = best; node !== undefined; node = node.before)
    placed[node.link] = node.end - links[node.link]!.length;
  return placed;
}

/** A link at one of its places, with the best way to place those before it. */
interface Node {
  readonly link: number;
  readonly end: number;
  readonly covered: number;
  /** How many texts follow the one before them directly. */
  readonly adjacent: number;
  readonly first: number;
  readonly before: Node | undefined;
}

function toNode({ length }: Link, link: number, place: number, ends: BestEnds): Node {
  const touching = ends.endingAt(place);
  const before = ends.endingBy(place);
  const base = { link, end: place + length };
  const after = (node: Node | undefined): Node => ({
    ...base,
    covered: (node?.covered ?? 0) + length,
    adjacent: (node?.adjacent ?? 0) + (node !== undefined && node.end === place ? 1 : 0),
    first: node?.first ?? place,
    before: node,
  });
  const [near, far] = [after(touching), after(before)];
  return touching !== undefined && isBetter(near, far) ? near : far;
}

function isBetter(a: Node, b: Node): boolean {
  return (a.covered - b.covered || a.adjacent - b.adjacent || a.first - b.first || b.end - a.end) > 0;
}

/** The best node that ends at or before a position, and the best that ends right there. */
class BestEnds {
  readonly #tree: (Node | undefined)[];
  readonly #at = new Map<number, Node>();

  constructor(textLength: number) {
    this.#tree = Array.from({ length: textLength + 2 });
  }

  add(node: Node): void {
    const there = this.#at.get(node.end);
    if (there === undefined || isBetter(node, there)) this.#at.set(node.end, node);
    for (let at = node.end + 1; at < this.#tree.length; at += at & -at) {
      const held = this.#tree[at];
      if (held === undefined || isBetter(node, held)) this.#tree[at] = node;
    }
  }

  endingAt(position: number): Node | undefined {
    return this.#at.get(position);
  }

  endingBy(position: number): Node | undefined {
    let best: Node | undefined;
    for (let at = position + 1; at > 0; at -= at & -at) {
      const held = this.#tree[at];
      if (held !== undefined && (best === undefined || isBetter(held, best))) best = held;
    }
    return best;
  }
}
