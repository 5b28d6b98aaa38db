import { pathAt } from '../document/page-document.ts';
import type { PagePlace } from '../document/page-document.ts';
import { Vocabulary, tokenize } from '../document/tokens.ts';
import { keyOf } from '../model/gold-path.ts';
import type { GoldText } from '../model/gold-text.ts';
import type { LabelSpan, PageLabels } from './labels.ts';
import { labelTokens } from './labels.ts';

/** A stretch of one block of a page that has no label. */
export interface UnlabelledText extends PagePlace {
  readonly text: string;
  readonly tokens: number;
  /** The path of the element that it begins in; none on pages of plain text. */
  readonly element?: string;
  /** The labels that stand next to it in the page, in whatever block. */
  readonly before?: GoldText;
  readonly behind?: GoldText;
  /** Whether blocks of the body stand before it and behind it: no menu or footer, but a hole. */
  readonly isInBody: boolean;
}

/** What of a page has no label. */
export interface UnlabelledTexts {
  /** In page order. */
  readonly texts: readonly UnlabelledText[];
  /** Tokens of the page, and how many of them are unlabelled, a part of one being enough. */
  readonly tokens: number;
  readonly unlabelled: number;
}

/** Finds the text without a label. Signs by themselves (a bar between two links) are no text. */
export function unlabelledTexts(labels: PageLabels): UnlabelledTexts {
  const { blocks } = labels.page;
  const tokens = tokenize(blocks, new Vocabulary());
  const pieces = labelTokens(labels, tokens);
  const stretches: Stretch[] = [];
  let isOpen = false;
  let unlabelled = 0;
  pieces.forEach((ofToken, index) => {
    const bare = ofToken.filter(({ label }) => label === undefined);
    const [first, last] = [bare[0], bare.at(-1)];
    if (first === undefined || last === undefined) isOpen = false;
    else {
      unlabelled++;
      const block = tokens.block[index]!;
      const open = isOpen ? stretches.at(-1) : undefined;
      if (open?.block === block && first.start === tokens.start[index]) {
        open.end = last.end;
        open.tokens++;
      } else stretches.push({ block, start: first.start, end: last.end, tokens: 1 });
      isOpen = last.end === tokens.end[index];
    }
  });
  const { spans } = labels;
  const [firstOfBody, lastOfBody] = [spans.findIndex(isOfBody), spans.findLastIndex(isOfBody)];
  // How many spans stand before a stretch; both are in page order.
  let at = 0;
  const texts = stretches.map((stretch) => {
    while (at < spans.length && !isBehind(spans[at]!, stretch)) at++;
    const isInBody = firstOfBody >= 0 && firstOfBody < at && lastOfBody >= at;
    return { ...describe(labels, stretch, at), isInBody };
  });
  return { texts, tokens: tokens.length, unlabelled };
}

interface Stretch {
  readonly block: number;
  readonly start: number;
  end: number;
  tokens: number;
}

function describe(
  { page, spans }: PageLabels,
  stretch: Stretch,
  at: number,
): Omit<UnlabelledText, 'isInBody'> {
  const [before, behind] = [spans[at - 1]?.label, spans[at]?.label];
  const element = pathAt(page, stretch);
  return {
    ...stretch,
    text: page.blocks[stretch.block]!.text.slice(stretch.start, stretch.end),
    ...(element !== undefined && { element }),
    ...(before && { before }),
    ...(behind && { behind }),
  };
}

function isBehind(span: LabelSpan, { block, start }: Stretch): boolean {
  return span.block > block || (span.block === block && span.start > start);
}

function isOfBody({ label }: LabelSpan): boolean {
  return label.type === 'block' && keyOf(label.path) === 'body';
}
