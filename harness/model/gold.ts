import type { BlockKind, BoilerplateCategory, PageKind, Trait } from './vocabulary.ts';

/** The hand-labelled truth of one page, as read from `gold.yaml` or mapped from a public dataset. */
export interface Gold {
  readonly about: GoldAbout;
  readonly metadata: GoldMetadata;
  /**
   * Body blocks and the boilerplate between them, in page order. Empty: the page has nothing to extract. Absent:
   * nobody has labelled the body, and no metric that needs it looks at the page.
   */
  readonly body?: readonly BodyEntry[];
  /** Snippets that tell a good extraction from a bad one, where that is all that is labelled. */
  readonly segments?: Segments;
  /** What readers wrote under the body, in page order. */
  readonly comments: readonly CommentEntry[];
  /** Boilerplate around the body, in any order; each entry labels every occurrence not claimed otherwise. */
  readonly boilerplate: readonly BoilerplateBlock[];
}

/** What the page is, apart from its text; the slices of a report come from here. */
export interface GoldAbout {
  readonly url?: string;
  /** Calendar date, `2025-07-09`. */
  readonly captured?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly kind?: PageKind;
  readonly traits: readonly Trait[];
  readonly response?: { readonly status?: number; readonly type?: string };
  readonly labelled?: { readonly by: string; readonly on: string };
}

/** An absent key is unlabelled and not scored; `none` and an empty list say that the page has none. */
export interface GoldMetadata {
  readonly title?: string;
  readonly publisher?: string;
  readonly authors?: readonly string[];
  /** Calendar date or instant as written, ISO 8601; `none`: the page gives no date. */
  readonly published?: string;
}

/** Snippets of the page; none is blank. */
export interface Segments {
  /** Must appear in an extraction. */
  readonly with: readonly string[];
  /** Must not. */
  readonly without: readonly string[];
}

export type BodyEntry = GoldBlock | BoilerplateBlock | Post;

export type CommentEntry = GoldBlock | Comment;

/** A post of a forum, or a question or answer, from its beginning to its end; the posts in it answer it. */
export interface Post {
  readonly type: 'post';
  /** In page order, the boilerplate between them too; never empty. */
  readonly blocks: readonly BodyEntry[];
}

/** A comment of a reader, from its beginning to its end; the comments in it answer it. */
export interface Comment {
  readonly type: 'comment';
  /** In page order; never empty. */
  readonly blocks: readonly CommentEntry[];
}

/** What the list holds without the posts and comments around it, in page order. */
export function unthreaded<Entry extends GoldBlock | BoilerplateBlock>(
  entries: readonly (Entry | Thread<Entry>)[],
): Entry[] {
  return entries.flatMap((entry) => ('blocks' in entry ? unthreaded(entry.blocks) : [entry]));
}

/** A post or comment around entries. */
interface Thread<Entry> {
  readonly type: 'post' | 'comment';
  readonly blocks: readonly (Entry | Thread<Entry>)[];
}

/** One paragraph-level piece of the body. Text is plain: links and emphasis are dropped. */
export type GoldBlock = TextBlock | ListBlock | DefinitionListBlock | TableBlock;

interface GoldBlockBase {
  readonly type: 'block';
  /** Written with `?`: dropped or kept without gain or loss under every policy. */
  readonly optional: boolean;
  /** Where the text stands if a reader does not see it in the page's text. */
  readonly from?: 'script' | 'hidden';
}

export interface TextBlock extends GoldBlockBase {
  readonly kind: Exclude<BlockKind, 'ul' | 'ol' | 'dl' | 'table'>;
  /** Never blank; line breaks are kept. */
  readonly text: string;
}

export interface ListBlock extends GoldBlockBase {
  readonly kind: 'ul' | 'ol';
  readonly items: readonly Cell[];
}

export interface DefinitionListBlock extends GoldBlockBase {
  readonly kind: 'dl';
  /** Each entry is a term and its texts. */
  readonly entries: readonly { readonly term: string; readonly texts: readonly Cell[] }[];
}

export interface TableBlock extends GoldBlockBase {
  readonly kind: 'table';
  /** Rows of cells; a cell may be an empty text. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A list item or table cell: a text, or blocks of its own. */
export type Cell = string | readonly GoldBlock[];

export interface BoilerplateBlock {
  readonly type: 'boilerplate';
  readonly category: BoilerplateCategory;
  readonly text: string;
  readonly from?: 'script' | 'hidden';
}
