import { pageToDocument } from '../document/page-document.ts';
import type { PageDocument } from '../document/page-document.ts';
import { documentToText } from '../document/plain-text.ts';
import { squeeze } from '../document/squeeze.ts';
import { Vocabulary, tokenize } from '../document/tokens.ts';
import type { Tokens } from '../document/tokens.ts';
import { unhiddenText } from '../document/unhidden-text.ts';
import { labelPage } from '../label/label-page.ts';
import type { PageLabels } from '../label/labels.ts';
import { unlabelledTexts } from '../label/unlabelled.ts';
import type { UnlabelledTexts } from '../label/unlabelled.ts';
import { toNeedles } from '../label/needle.ts';
import type { Needle } from '../label/needle.ts';
import { keyOf } from '../model/gold-path.ts';
import type { GoldPath } from '../model/gold-path.ts';
import { goldTexts } from '../model/gold-text.ts';
import type { LabelledPage, PageReference } from '../model/page.ts';

/** A page under check. What rules ask of it beyond that are facts. */
export interface CheckedPage extends LabelledPage {
  readonly reference: PageReference;
  /** The day of the check, `2025-07-09`. */
  readonly today: string;
}

/** Something that can be found out about a page. */
export type Fact<T> = (page: CheckedPage) => T;

/** A fact that is found out once for each page, when the first rule asks for it, and forgotten with the page. */
export function fact<T>(find: Fact<T>): Fact<T> {
  const known = new WeakMap<CheckedPage, { readonly value: T }>();
  return (page) => {
    const found = known.get(page) ?? { value: find(page) };
    known.set(page, found);
    return found.value;
  };
}

/** The page, decoded and parsed once for all that is asked of it. */
export const pageDocument = fact(({ page }): PageDocument => pageToDocument(page));

/** What every piece of it is by the gold. */
export const pageLabels = fact((page): PageLabels => labelPage(pageDocument(page), page.gold));

/** What of it has no label. */
export const unlabelled = fact((page): UnlabelledTexts => unlabelledTexts(pageLabels(page)));

/** What a reader sees of the page, one block a line. */
export const pageText = fact((page) => documentToText(pageDocument(page)));

/** The same without white space. */
export const squeezedText = fact((page) => squeeze(pageText(page)));

/** The same in lower case. */
export const foldedText = fact((page) => squeezedText(page).toLowerCase());

/** Without white space, what a reader sees and what hidden elements hold. */
export const unhiddenSqueezedText = fact((page) => {
  const { tree } = pageDocument(page);
  return tree === undefined ? squeezedText(page) : squeeze(unhiddenText(tree));
});

/** Without white space, what hidden elements hold. */
export const hiddenSqueezedText = fact((page) => {
  const hidden = pageDocument(page).unseen.filter(({ where }) => where === 'hidden');
  return squeeze(hidden.map(({ text }) => text).join('\n'));
});

/** The tokens of what a reader sees, as one block. */
export const pageTokens = fact((page): { readonly tokens: Tokens; readonly vocabulary: Vocabulary } => {
  const vocabulary = new Vocabulary();
  return { tokens: tokenize([{ text: pageText(page) }], vocabulary), vocabulary };
});

/** All texts of body, comments and boilerplate, each list in its order. */
export const goldNeedles = fact(({ gold }): readonly Needle[] => toNeedles(goldTexts(gold)));

/** The texts of the body that are content. */
export const contentNeedles = fact((page): readonly Needle[] =>
  goldNeedles(page).filter(({ type, path }) => type === 'block' && keyOf(path) === 'body'),
);

/** All content of the body in one, without white space; empty where there is none, or no body is labelled. */
export const squeezedGold = fact((page) =>
  contentNeedles(page)
    .map(({ squeezed }) => squeezed)
    .join(''),
);

/** The content of the body, one text a line; the text of the page where gold has none. */
export const goldOrPageText = fact((page) => {
  const content = contentNeedles(page).map(({ text }) => text);
  return content.length === 0 ? pageText(page) : content.join('\n');
});

/** A snippet, and the same without white space. */
export interface Snippet {
  readonly path: GoldPath;
  readonly text: string;
  readonly squeezed: string;
}

/** The snippets of a page that must appear. */
export const wantedSegments = fact(({ gold }) => toSnippets(gold.segments?.with, 'segments.with'));

/** The snippets of a page that must not. */
export const unwantedSegments = fact(({ gold }) => toSnippets(gold.segments?.without, 'segments.without'));

function toSnippets(texts: readonly string[] = [], list: GoldPath): readonly Snippet[] {
  return texts.map((text, index) => ({ path: `${list}[${index}]`, text, squeezed: squeeze(text) }));
}

/** A text that somebody wrote as a label: of the body, around it, a segment, a title, a name. */
export interface LabelText {
  readonly path: GoldPath;
  /** What messages call it: `p`, `nav`, `the segment`, `the title`. */
  readonly name: string;
  readonly text: string;
}

/** All texts of a page's labels, in no order that matters. */
export const labelTexts = fact((page): readonly LabelText[] => {
  const { title, publisher, authors = [] } = page.gold.metadata;
  return [
    ...(title === undefined ? [] : [{ path: 'title', name: 'the title', text: title } as const]),
    ...(publisher === undefined
      ? []
      : [{ path: 'publisher', name: 'the publisher', text: publisher } as const]),
    ...authors.map((text, index) => ({ path: `authors[${index}]`, name: 'the author', text }) as const),
    ...goldNeedles(page),
    ...[...wantedSegments(page), ...unwantedSegments(page)].map(({ path, text }) => ({
      path,
      name: 'the segment',
      text,
    })),
  ];
});
