import type { GoldBlockText } from './gold-text.ts';
import type { Role } from './policy.ts';
import type { BlockKind } from './vocabulary.ts';

/** The harness's normal form of gold, extraction and page alike: leaf blocks of text in reading order. */
export interface Document {
  readonly blocks: readonly Block[];
}

/** A piece of text that nothing divides further: a paragraph, a heading, a list item, a table cell. */
export interface Block {
  /** Its own kind; an item or cell of plain text has the kind of its list or table. */
  readonly kind: BlockKind;
  /** Never blank. Line breaks are kept, other white space is as it came (code) or folded (all else). */
  readonly text: string;
  /** The lists, tables and quotations it stands in, outermost first; empty at the top level. */
  readonly within: readonly Container[];
}

/** One list, table or quotation of a document, and which part of it a block belongs to. */
export type Container =
  | { readonly kind: 'ul' | 'ol' | 'dl'; readonly id: number; readonly item: number }
  | TableCell
  | { readonly kind: 'quote'; readonly id: number };

/** A cell's place in the grid of its table: spans are counted, so that a column is what a reader sees as one. */
export interface TableCell {
  readonly kind: 'table';
  readonly id: number;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  /** It heads a row or a column; only HTML says so, gold does not. */
  readonly header?: true;
}

/** A text of gold under a policy. */
export interface GoldLeaf extends GoldBlockText {
  readonly role: Exclude<Role, 'forbidden'>;
  /** Texts of the same unit are kept or dropped together: a whole optional list is one unit. */
  readonly unit: number;
}

/** Gold under a policy: what must and what may come out. Forbidden blocks are not in it. */
export interface GoldDocument {
  readonly blocks: readonly GoldLeaf[];
}
