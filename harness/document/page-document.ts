import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Page, PageEncoding } from '../model/page.ts';
import type { Block } from '../model/document.ts';
import { decode, decodeUtf8 } from './decode.ts';
import { excessOfPage } from './excess.ts';
import { ElementPaths } from './element-path.ts';
import { parseHtml } from './html/bounded-parser.ts';
import { findUnseenText } from './html/unseen-text.ts';
import type { UnseenText } from './html/unseen-text.ts';
import { Walk } from './html/walk.ts';
import { textToDocument } from './plain-text.ts';

/** A block of a page, with where its text stands. */
export interface PageBlock extends Block {
  /** In the order of the text, the first from 0; empty for pages of plain text. */
  readonly sources: readonly PageSource[];
}

/** From where on the text of a block stands directly in which element. */
export interface PageSource {
  /** UTF-16 offset into the block's text. */
  readonly start: number;
  readonly element: Tree.Element;
  /** The path of the element, as `ElementPaths` gives it. */
  readonly path: string;
}

/** A stretch of a page: characters of one of its blocks. `pathAt` names the element that it stands in. */
export interface PagePlace {
  /** Index in `PageDocument.blocks`. */
  readonly block: number;
  /** UTF-16 offsets into the block's text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The path of the element that a place begins in; none on pages of plain text. */
export function pathAt(
  { blocks }: PageDocument,
  { block, start }: Omit<PagePlace, 'end'>,
): string | undefined {
  return blocks[block]?.sources.findLast((source) => source.start <= start)?.path;
}

/** A page as a reader sees it, with where every piece of it stands, and the text that a reader does not see. */
export interface PageDocument {
  /** What is shown, in page order: the blocks of `htmlToDocument` or `textToDocument`. */
  readonly blocks: readonly PageBlock[];
  /** What is not: hidden elements, scripts, attributes … Empty for pages of plain text. */
  readonly unseen: readonly UnseenText[];
  /** The bytes as text, with all that stands in them. */
  readonly source: string;
  /** What the parser made of it, and the paths of its elements. Absent for pages of plain text. */
  readonly tree?: Tree.Document;
  readonly paths?: ElementPaths;
  /** Absent for pages of plain text, which are UTF-8. */
  readonly encoding?: PageEncoding;
}

/** Reads a page; one over the limits (`excessOfPage`) as if it were empty. Never throws. */
export function pageToDocument(
  page: Pick<Page, 'bytes' | 'media' | 'contentType' | 'refused'>,
): PageDocument {
  const { media, contentType } = page;
  const bytes = excessOfPage(page) === undefined ? page.bytes : new Uint8Array();
  if (media === 'text') {
    const source = decodeUtf8(bytes);
    const { blocks } = textToDocument(source);
    return { blocks: blocks.map((block) => ({ ...block, sources: [] })), unseen: [], source };
  }
  const { text, encoding } = decode(bytes, contentType);
  const tree = parseHtml(text, contentType);
  return { ...readTree(tree), source: text, tree, encoding };
}

function readTree(tree: Tree.Document): Pick<PageDocument, 'blocks' | 'unseen' | 'paths'> {
  const shown = new Walk('what is shown', 'text and sources').run(tree);
  const walked = shown.blocks.length > 0 ? shown : new Walk('all', 'text and sources').run(tree);
  const paths = new ElementPaths();
  const blocks = walked.blocks.map((block, index): PageBlock => ({
    ...block,
    sources: walked.sources[index]!.map(({ start, element }) => ({
      start,
      element,
      path: paths.of(element),
    })),
  }));
  return { blocks, unseen: findUnseenText(tree, walked.passedOver, paths), paths };
}
