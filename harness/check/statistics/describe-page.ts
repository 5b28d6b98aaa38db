import { goldToDocument } from '../../document/gold.ts';
import { pageToDocument } from '../../document/page-document.ts';
import { documentToText } from '../../document/plain-text.ts';
import { dominantScript } from '../../document/script.ts';
import { Vocabulary, tokenize } from '../../document/tokens.ts';
import { labelPage } from '../../label/label-page.ts';
import { labelTokens, partOf } from '../../label/labels.ts';
import type { Part } from '../../label/labels.ts';
import type { LabelledPage } from '../../model/page.ts';
import type { Policy } from '../../model/policy.ts';
import { pageCeilings } from '../../score/ceiling.ts';
import type { Ceiling } from '../../score/ceiling.ts';

/** What the statistics hold of a page. */
export interface PageDescription {
  /** What a reader sees, one block a line. */
  readonly text: string;
  /** Script of most letters of the page's text. */
  readonly script: string | undefined;
  /** Encoding and the rule that decided it, e.g. `UTF-8 by meta`; none for pages of plain text. */
  readonly encoding: string | undefined;
  readonly bytes: number;
  /** Tokens of all the page's text, and of its required and optional gold. */
  readonly tokens: { readonly page: number; readonly required: number; readonly optional: number };
  /**
   * 0..1: the share of the page's tokens that is not required, 1 - required / page (Bevendorff et al., SIGIR 2023). None
   * where the body is not labelled or the page has no text.
   */
  readonly complexity: number | undefined;
  /** Tokens of the page by what they are; a token with two labels counts in parts. None where the body is not labelled. */
  readonly parts: ReadonlyMap<Part, number> | undefined;
  readonly ceilings: readonly Ceiling[];
}

export function describePage({ page, gold }: LabelledPage, policy: Policy): PageDescription {
  const document = pageToDocument(page);
  const vocabulary = new Vocabulary();
  const tokens = tokenize(document.blocks, vocabulary);
  const leaves = goldToDocument(gold, policy).blocks;
  const count = (role: 'required' | 'optional'): number =>
    tokenize(
      leaves.filter((leaf) => leaf.role === role),
      vocabulary,
    ).length;
  const required = count('required');
  const isLabelled = gold.body !== undefined;
  const { encoding } = document;
  const text = documentToText(document);
  return {
    text,
    script: dominantScript(text),
    encoding: encoding && `${encoding.name} by ${encoding.decidedBy}`,
    bytes: page.bytes.length,
    tokens: { page: tokens.length, required, optional: count('optional') },
    complexity: isLabelled && tokens.length > 0 ? Math.max(0, 1 - required / tokens.length) : undefined,
    parts: isLabelled ? countParts(labelTokens(labelPage(document, gold), tokens), policy) : undefined,
    ceilings: pageCeilings(document, gold, policy),
  };
}

function countParts(tokens: ReturnType<typeof labelTokens>, policy: Policy): Map<Part, number> {
  const counts = new Map<Part, number>();
  for (const pieces of tokens) {
    const length = pieces.at(-1)!.end - pieces[0]!.start;
    for (const { start, end, label } of pieces) {
      const part = partOf(label, policy);
      counts.set(part, (counts.get(part) ?? 0) + (end - start) / length);
    }
  }
  return counts;
}
