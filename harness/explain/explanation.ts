import type { AlignmentCounts, TokenRange } from '../align/alignment.ts';
import type { UnseenText } from '../document/html/unseen-text.ts';
import type { GoldPath } from '../model/gold-path.ts';
import type { BlockKind } from '../model/vocabulary.ts';
import type { Alteration, MissingClass, Position, SurplusClass, Verdict } from './classes.ts';

/** Why a page has the score that it has. Every token that cost points is in exactly one run. */
export interface PageExplanation {
  /** What the score of `tokens` was made of; absent where gold is no full text. */
  readonly counts?: AlignmentCounts;
  /** What is wrong with the extraction as a whole; absent: nothing that has a name. */
  readonly verdict?: Verdict;
  /** In the order of the extraction. */
  readonly surplus: readonly SurplusRun[];
  /** In the order of gold. */
  readonly missing: readonly MissingRun[];
  /** Snippets that are missing or leaked; none where gold has no snippets. */
  readonly segments: readonly SegmentExplanation[];
  /** Blocks that did not come out as the blocks that they are. */
  readonly blocks: readonly BlockExplanation[];
  /** The labelled fields of the metadata that an extraction may have. */
  readonly fields: readonly FieldExplanation[];
}

/** Tokens that follow each other and cost points for one reason. */
interface Run {
  /**
   * The stretch of tokens, from the first that is lost to the last. It may hold islands of fewer than three tokens that
   * are matched.
   */
  readonly range: TokenRange;
  /** How many of them are lost: the range without its islands. */
  readonly tokens: number;
  /** Where it stands in the page; absent where it does not. */
  readonly place?: RunPlace;
}

/** A stretch of the text of a page. */
export interface RunPlace {
  /** The element that holds all of it, as a CSS selector that begins at the last identifier; absent for pages of plain text. */
  readonly path?: string;
  /** Index of a block of the page, and an offset into its text in UTF-16 units, where it begins. */
  readonly start: { readonly block: number; readonly offset: number };
  /** Where it ends; the offset is exclusive. */
  readonly end: { readonly block: number; readonly offset: number };
}

/** Tokens that came out and should not have. */
export interface SurplusRun extends Run {
  readonly class: SurplusClass;
  /** Its text as it came out. */
  readonly text: string;
  /** The gold that labels it, or that it is a copy or an altered form of; absent where there is none. */
  readonly gold?: GoldPath;
  /** There for `altered`, and for boilerplate that was altered. */
  readonly alteration?: AlteredText;
  /** There for text that a reader does not see. */
  readonly unseen?: Pick<UnseenText, 'path' | 'attribute'>;
}

/** What a text was before. */
export interface AlteredText {
  readonly kind: Alteration;
  /** The words of the page, or of gold. */
  readonly from: string;
}

/** Tokens that should have come out and did not. */
export interface MissingRun extends Run {
  readonly class: MissingClass;
  /** The address of the text of gold that it begins in. A run is in one entry of gold. */
  readonly gold: GoldPath;
  readonly kind: BlockKind;
  readonly position: Position;
  /** Its text as gold has it. */
  readonly text: string;
  /** What came out in its place; there for `altered`. */
  readonly cameOutAs?: string;
}

/** A snippet that tells a good extraction from a bad one, and how it went wrong. */
export type SegmentExplanation =
  | {
      readonly fault: 'missing';
      readonly class: MissingClass;
      readonly gold: GoldPath;
      readonly text: string;
      readonly place?: RunPlace;
      /** What the extraction has where the page has the snippet; absent where nothing tells. */
      readonly cameOutAs?: string;
    }
  | {
      readonly fault: 'leaked';
      readonly class: SurplusClass;
      readonly gold: GoldPath;
      readonly text: string;
      readonly place?: RunPlace;
      /** The text of the extraction around it. */
      readonly cameOutAs: string;
    };

/** How a required block came out that is no pair with a block of the extraction, or a pair that differs. */
export interface BlockExplanation {
  readonly gold: GoldPath;
  readonly kind: BlockKind;
  /**
   * Less than half of it came out; most of it stands in a block that is mostly something else, or in several blocks; or it
   * is a block of another kind, or a heading of another level. A cell of a table and an item of a list are blocks.
   */
  readonly fault: 'missing' | 'merged' | 'split' | 'kind' | 'level';
  /** Its kind in the extraction, for `kind` and `level`. */
  readonly cameOutAs?: BlockKind;
}

/** A field of the metadata beside its gold. */
export interface FieldExplanation {
  readonly field: 'title' | 'authors' | 'published' | 'publisher' | 'language';
  readonly isRight: boolean;
  readonly gold: string;
  /** What was returned; absent: nothing. */
  readonly returned?: string;
  /** Where the page has what gold says, in the order of the page; not looked for where the field is right. */
  readonly standsIn: readonly FieldPlace[];
}

/** Where a page says something about itself. */
export interface FieldPlace {
  readonly kind: 'json-ld' | 'meta' | 'document-title' | 'lang' | 'time' | 'heading' | 'byline' | 'text';
  /** The element, as in `RunPlace`; absent for pages of plain text. */
  readonly path?: string;
}

/** What an explanation comes to, in tokens, or in snippets where gold is snippets. This much is kept in journals. */
export interface ExplanationCounts {
  readonly verdict?: Verdict;
  readonly surplus: Readonly<Partial<Record<SurplusClass, number>>>;
  readonly missing: Readonly<Partial<Record<MissingClass, number>>>;
}
