import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { ElementPaths } from '../element-path.ts';
import { parseHtml } from './bounded-parser.ts';
import { Walk } from './walk.ts';
import type { PassedOver } from './walk.ts';

/** Text of a page that a reader does not see, and that an extractor may find all the same. */
export interface UnseenText {
  readonly where: Unseen;
  /** Never blank. */
  readonly text: string;
  /** The path of the element that it stands in, or that has the attribute. */
  readonly path: string;
  /** Name of the attribute, where it is one. */
  readonly attribute?: string;
}

export type Unseen =
  /** In an element that attributes keep from being shown. */
  | 'hidden'
  /** In a script: articles are often there a second time, as data. */
  | 'script'
  /** In an element that is never shown as text of the page: its title, `noscript`, `template`, a form field … */
  | 'unrendered'
  /** In an attribute that holds words: `alt`, `title`, `content` of a `meta` … */
  | 'attribute';

/** Attributes that hold words for people. */
const WORDED: ReadonlySet<string> = new Set([
  'alt', 'title', 'aria-label', 'placeholder', 'content', 'summary', 'label',
]); // prettier-ignore

/**
 * The unseen text of a page: first what the walk passed over, in the order of the page, then the attributes.
 *
 * @param passedOver what was left out of the text of the page
 */
export function findUnseenText(
  tree: Tree.Document,
  passedOver: readonly PassedOver[],
  paths: ElementPaths,
): UnseenText[] {
  const found: FoundText[] = [];
  const rest = passedOver.toReversed();
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { texts, inside } = findingOf(next);
    for (const each of texts) if (each.text.trim() !== '') found.push(each);
    for (const each of inside.toReversed()) rest.push(each);
  }
  return [...found, ...attributeTexts(tree)].map(({ element, ...text }) => ({
    ...text,
    path: paths.of(element),
  }));
}

interface FoundText extends Omit<UnseenText, 'path'> {
  readonly element: Tree.Element;
}

interface Finding {
  readonly texts: readonly FoundText[];
  /** Elements inside that have to be looked at too. */
  readonly inside: readonly PassedOver[];
}

function findingOf({ element, because }: PassedOver): Finding {
  if (because === 'hidden') return ofHidden(element);
  if (because === 'not text') return ofUnrendered(element);
  return { texts: [{ where: 'hidden', text: textOf(element), element }], inside: [] };
}

function ofHidden(element: Tree.Element): Finding {
  const { blocks, sources, passedOver } = new Walk('all', 'text and sources').run(element);
  const texts = blocks.map(({ text }, index): FoundText => {
    return { where: 'hidden', text, element: sources[index]![0]?.element ?? element };
  });
  return { texts, inside: passedOver };
}

function ofUnrendered(element: Tree.Element): Finding {
  switch (element.tagName) {
    case 'style':
      return { texts: [], inside: [] };
    case 'script':
      return { texts: [{ where: 'script', text: scriptText(textOf(element)), element }], inside: [] };
    case 'noscript':
      return ofMarkup(element, parseHtml(textOf(element)));
    case 'template':
      return ofMarkup(element, isTemplate(element) ? element.content : element);
    default:
      return ofChildren(element);
  }
}

function isTemplate(element: Tree.Element): element is Tree.Template {
  return 'content' in element;
}

/** Markup that a browser with scripts holds back. */
function ofMarkup(element: Tree.Element, content: Tree.ParentNode): Finding {
  const { blocks } = new Walk('all', 'text').run(content);
  return {
    texts: blocks.map(({ text }): FoundText => ({ where: 'unrendered', text, element })),
    inside: [],
  };
}

function ofChildren(element: Tree.Element): Finding {
  const inside = element.childNodes.filter((node): node is Tree.Element => 'tagName' in node);
  const texts: FoundText[] = [{ where: 'unrendered', text: textOf(element), element }];
  return { texts, inside: inside.map((child) => ({ element: child, because: 'not text' })) };
}

/** The text directly in an element. */
function textOf(element: Tree.Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

const ESCAPE = /\\(?:u([\dA-Fa-f]{4})|(.))/gsu;
const TAG = /<\/?[A-Za-z][^<>]*>/gu;

/** What a script says: its strings with their escapes undone, and without the tags in them. */
function scriptText(source: string): string {
  const said = source.replace(ESCAPE, (_, code: string | undefined, character: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return /[nrt]/u.test(character!) ? ' ' : character!;
  });
  return said.replace(TAG, ' ');
}

function attributeTexts(tree: Tree.Document): FoundText[] {
  const found: FoundText[] = [];
  const rest: Tree.ChildNode[] = tree.childNodes.toReversed();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (!('tagName' in node)) continue;
    for (const { name, value } of node.attrs) {
      if (!WORDED.has(name) || value.trim() === '') continue;
      found.push({ where: 'attribute', text: value, element: node, attribute: name });
    }
    for (const child of node.childNodes.toReversed()) rest.push(child);
  }
  return found;
}
