import type { PageDocument } from '../document/page-document.ts';
import type { Policy } from '../model/policy.ts';
import type { BlockKind, BoilerplateCategory } from '../model/vocabulary.ts';

/** What a piece of the page is, by the gold. */
export type Label = BlockLabel | BoilerplateLabel;

export interface BlockLabel {
  readonly type: 'block';
  /** The list of the gold that it stands in; `title` for the title in the metadata. */
  readonly part: 'title' | 'body' | 'comments';
  /** Index in that list. */
  readonly entry: number;
  readonly kind: BlockKind;
  /** Optional under every policy. */
  readonly optional: boolean;
}

export interface BoilerplateLabel {
  readonly type: 'boilerplate';
  readonly part: 'body' | 'boilerplate';
  /** Index in that list. */
  readonly entry: number;
  readonly category: BoilerplateCategory;
}

/** A stretch of a block of the page that has one label; spans do not overlap. */
export interface LabelSpan {
  /** Index in `page.blocks`. */
  readonly block: number;
  /** UTF-16 offsets into the block's text, `end` exclusive; a span begins and ends with text that is no white space. */
  readonly start: number;
  readonly end: number;
  readonly label: Label;
}

/** A text of the gold, and how it was found in the page. */
export interface Placement {
  readonly label: Label;
  /** A block without parts of its own, or an item, cell or definition of one. */
  readonly text: string;
  readonly found: Found;
}

export type Found =
  /** Where the order of the gold has it; boilerplate around the body and comments: anywhere. */
  | 'in place'
  /** A body text in another place than the order of the gold has it. */
  | 'out of order'
  /** More than half of its tokens, close together, where the order of the gold has it. */
  | 'altered'
  /** Only in text that a reader does not see, as its `from` says. */
  | 'unseen'
  /** Only where another text of the gold was found, so that it labels nothing. */
  | 'taken'
  /** Nowhere. */
  | 'absent';

/** What every piece of a page is. Text in no span is unlabelled. */
export interface PageLabels {
  readonly page: PageDocument;
  /** In page order. */
  readonly spans: readonly LabelSpan[];
  /** Every text of the gold: the body in order, comments, the title, then the boilerplate, longest first. */
  readonly placements: readonly Placement[];
}

/** What a piece of a page comes to under a policy: boilerplate by its category. */
export type Part = 'content' | 'optional' | 'comment' | BoilerplateCategory | 'unlabelled';

/** What a piece of a page with this label counts as; without one it is unlabelled. */
export function partOf(label: Label | undefined, { required, comments }: Policy): Part {
  if (label === undefined) return 'unlabelled';
  if (label.type === 'boilerplate') return label.category;
  if (label.part === 'comments' && comments === 'forbidden') return 'comment';
  return label.optional || !required.includes(label.kind) ? 'optional' : 'content';
}
