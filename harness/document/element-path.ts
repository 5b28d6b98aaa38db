import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attributeOf } from './html/attribute.ts';
import { inherited } from './html/inherited.ts';

/** Classes beyond these say little more and make paths unreadable: frameworks give an element dozens. */
const MOST_CLASSES = 2;
/** Of a path, in UTF-16 units: twice as many as the longest of 1,000 real pages has. A page may nest 200,000 elements. */
const LONGEST = 4096;

/**
 * The paths of the elements of one tree from its root, as CSS selectors that people can read and developer tools take:
 * `html > body > div#story.article > p:nth-of-type(3)`. An identifier stands for itself; otherwise up to two
 * classes and, among siblings of its name, its place. Identifiers and classes that CSS would need escapes for are
 * left out. An element whose path would have more than 4,096 characters is called by the last ancestor whose path has
 * not. Paths and places are kept, so that those of all elements take time and memory linear in their number.
 */
export class ElementPaths {
  readonly #known = new Map<Tree.Element, Known>();
  readonly #places = new Map<Tree.ParentNode, ReadonlyMap<Tree.Element, number>>();

  of(element: Tree.Element): string {
    return this.#knownOf(element).path;
  }

  /** The last step of the path of an element, were it as long as it may be. */
  stepOf(element: Tree.Element): string {
    return this.#knownOf(element).step;
  }

  #knownOf(element: Tree.Element): Known {
    return inherited(this.#known, element, (each, around) => {
      const step = this.#findStep(each);
      return { step, path: pathOfChild(around?.path, step) };
    });
  }

  #findStep(element: Tree.Element): string {
    const { tagName } = element;
    const id = attributeOf(element, 'id')?.trim();
    const named = id !== undefined && PLAIN_NAME.test(id);
    const classes = (attributeOf(element, 'class') ?? '')
      .split(/\s+/u)
      .filter((name) => PLAIN_NAME.test(name));
    const shown = classes.slice(0, MOST_CLASSES).map((name) => `.${name}`);
    return [tagName, named ? `#${id}` : '', ...shown, named ? '' : this.#placeOf(element)].join('');
  }

  #placeOf(element: Tree.Element): string {
    const parent = element.parentNode;
    if (parent === null) return '';
    const places = this.#places.get(parent) ?? placesAmongSiblings(parent);
    this.#places.set(parent, places);
    const place = places.get(element);
    return place === undefined ? '' : `:nth-of-type(${place})`;
  }
}

interface Known {
  readonly step: string;
  readonly path: string;
}

const SEPARATOR = ' > ';

/** The path of an element from that of the one around it, if there is one, and its own step. */
export function pathOfChild(around: string | undefined, step: string): string {
  if (around === undefined) return step;
  return around.length + step.length < LONGEST - SEPARATOR.length ? around + SEPARATOR + step : around;
}

const PLAIN_NAME = /^[A-Za-z_][\w-]*$/u;

/** The places, from 1, of the children among those of their name; none for one that is the only one. */
function placesAmongSiblings({ childNodes }: Tree.ParentNode): Map<Tree.Element, number> {
  const sameName = new Map<string, Tree.Element[]>();
  for (const node of childNodes) {
    if (!('tagName' in node)) continue;
    const known = sameName.get(node.tagName);
    if (known === undefined) sameName.set(node.tagName, [node]);
    else known.push(node);
  }
  const places = new Map<Tree.Element, number>();
  for (const elements of sameName.values()) {
    if (elements.length > 1) elements.forEach((element, index) => places.set(element, index + 1));
  }
  return places;
}
