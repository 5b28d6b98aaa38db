import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Page, PageEncoding } from '../model/page.ts';
import { decode, decodeUtf8 } from './decode.ts';
import { parseHtml } from './html/bounded-parser.ts';
import { findUnseenText } from './html/unseen-text.ts';
import type { UnseenText } from './html/unseen-text.ts';
import { Walk } from './html/walk.ts';
import type { WalkedText } from './html/walk.ts';
import type { PageBlock } from './page-block.ts';
import { textToDocument } from './plain-text.ts';

/** A page as a reader sees it, with where every piece of it stands, and the text that a reader does not see. */
export interface PageDocument {
  /** What is shown, in page order: the blocks of `htmlToDocument` or `textToDocument`. */
  readonly blocks: readonly PageBlock[];
  /** What is not: hidden elements, scripts, attributes … Empty for pages of plain text. */
  readonly unseen: readonly UnseenText[];
  /** The bytes as text, with all that stands in them. */
  readonly source: string;
  /** What the parser made of it. Absent for pages of plain text. */
  readonly tree?: Tree.Document;
  /** Absent for pages of plain text, which are UTF-8. */
  readonly encoding?: PageEncoding;
}

/** Reads a page. Never throws. */
export function pageToDocument({
  bytes,
  media,
  contentType,
}: Pick<Page, 'bytes' | 'media' | 'contentType'>): PageDocument {
  if (media === 'text') {
    const source = decodeUtf8(bytes);
    const { blocks } = textToDocument(source);
    return { blocks: blocks.map((block) => ({ ...block, sources: [] })), unseen: [], source };
  }
  const { text, encoding } = decode(bytes, contentType);
  const tree = parseHtml(text);
  return { ...readTree(tree), source: text, tree, encoding };
}

function readTree(tree: Tree.Document): Pick<PageDocument, 'blocks' | 'unseen'> {
  const shown = new Walk('what is shown', 'text and sources').run(tree);
  const walked = shown.blocks.length > 0 ? shown : new Walk('all', 'text and sources').run(tree);
  return { blocks: toPageBlocks(walked), unseen: findUnseenText(tree, walked.passedOver) };
}

function toPageBlocks({ blocks, sources }: WalkedText): PageBlock[] {
  return blocks.map((block, index) => ({ ...block, sources: sources[index]! }));
}
