import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { GoldAbout } from '../../model/gold.ts';
import { LANGUAGE, WEB_ADDRESS } from '../../gold/forms.ts';

/**
 * What a page says of itself in its markup and nobody has to judge: the address of its `canonical` link, else of its `og:url`,
 * and the language of its `html` element. What is not in the form of `gold.yaml` is left out.
 */
export function pageHead(tree: Tree.Document): Pick<GoldAbout, 'url' | 'language'> {
  const root = tree.childNodes.find(isElement);
  const head = root?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'head');
  const inHead = head?.childNodes.filter(isElement) ?? [];
  const canonical = inHead.filter((each) => wordsOf(each, 'rel').includes('canonical'));
  const openGraph = inHead.filter((each) => attribute(each, 'property') === 'og:url');
  const addresses = [
    ...canonical.map((each) => attribute(each, 'href')),
    ...openGraph.map((each) => attribute(each, 'content')),
  ];
  const url = addresses.find((address) => address !== undefined && WEB_ADDRESS.isRight(address));
  const language = root && (attribute(root, 'lang') ?? attribute(root, 'xml:lang'));
  return {
    ...(url !== undefined && { url }),
    ...(language !== undefined && LANGUAGE.isRight(language) && { language }),
  };
}

function isElement(node: Tree.ChildNode): node is Tree.Element {
  return 'tagName' in node;
}

function attribute({ attrs }: Tree.Element, name: string): string | undefined {
  const value = attrs.find((each) => each.name === name)?.value.trim();
  return value === '' ? undefined : value;
}

function wordsOf(element: Tree.Element, name: string): string[] {
  return (attribute(element, name) ?? '').toLowerCase().split(/\s+/u);
}
