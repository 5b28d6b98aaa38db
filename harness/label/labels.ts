import type { PageDocument, PagePlace } from '../document/page-document.ts';
import type { Tokens } from '../document/tokens.ts';
import { keyOf } from '../model/gold-path.ts';
import type { GoldText } from '../model/gold-text.ts';
import type { Policy } from '../model/policy.ts';
import type { BoilerplateCategory } from '../model/vocabulary.ts';

/** What every piece of a page is. Text in no span is unlabelled. */
export interface PageLabels {
  readonly page: PageDocument;
  /** In page order. */
  readonly spans: readonly LabelSpan[];
  /** Every text of the gold: the body in order, comments, then the boilerplate, longest first, and the title by its length among it. */
  readonly placements: readonly Placement[];
}

/**
 * A stretch of a block of the page that has one label, the text of gold that it is; spans do not overlap, and begin and
 * end with text that is no white space.
 */
export interface LabelSpan extends PagePlace {
  readonly label: GoldText;
}

/** A text of the gold, and how it was found in the page. */
export interface Placement {
  readonly label: GoldText;
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
  /** Only where another text of the gold was found, so that it labels nothing; a title also: only behind the first text of the body. */
  | 'taken'
  /** Nowhere. */
  | 'absent';

/** What a piece of a page comes to under a policy: boilerplate by its category. */
export type Part = 'content' | 'optional' | 'comment' | BoilerplateCategory | 'unlabelled';

/** What a piece of a page with this label counts as; without one it is unlabelled. */
export function partOf(label: GoldText | undefined, { required, comments }: Policy): Part {
  if (label === undefined) return 'unlabelled';
  if (label.type === 'boilerplate') return label.category;
  if (keyOf(label.path) === 'comments' && comments === 'forbidden') return 'comment';
  return label.optional || !required.includes(label.kind) ? 'optional' : 'content';
}

/** A part of a token that has one label, or none. */
export interface TokenPiece {
  /** UTF-16 offsets into the block's text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** Absent: unlabelled. */
  readonly label?: GoldText;
}

/**
 * What every token of the page is: one piece for almost all, more where labels meet inside a word.
 *
 * @param tokens the tokens of `labels.page.blocks`
 */
export function labelTokens({ spans }: PageLabels, tokens: Tokens): TokenPiece[][] {
  const pieces: TokenPiece[][] = [];
  let first = 0;
  for (let token = 0; token < tokens.length; token++) {
    const place = { block: tokens.block[token]!, start: tokens.start[token]!, end: tokens.end[token]! };
    while (first < spans.length && isBefore(spans[first]!, place)) first++;
    pieces.push(piecesOf(spans, first, place));
  }
  return pieces;
}

function isBefore(span: LabelSpan, { block, start }: PagePlace): boolean {
  return span.block < block || (span.block === block && span.end <= start);
}

function piecesOf(
  spans: readonly LabelSpan[],
  first: number,
  { block, start, end }: PagePlace,
): TokenPiece[] {
  const pieces: TokenPiece[] = [];
  let at = start;
  for (let next = first; spans[next]?.block === block && spans[next]!.start < end; next++) {
    const span = spans[next]!;
    if (span.start > at) pieces.push({ start: at, end: span.start });
    const from = Math.max(at, span.start);
    at = Math.min(end, span.end);
    pieces.push({ start: from, end: at, label: span.label });
  }
  if (at < end) pieces.push({ start: at, end });
  return pieces;
}
