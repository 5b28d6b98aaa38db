import { align } from '../align/lcs.ts';
import { goldToDocument } from '../document/gold.ts';
import type { PageDocument } from '../document/page-document.ts';
import { documentToText } from '../document/plain-text.ts';
import { Vocabulary, tokenize } from '../document/tokens.ts';
import type { Block } from '../model/document.ts';
import { unthreaded } from '../model/gold.ts';
import type { BoilerplateBlock, Gold, GoldBlock } from '../model/gold.ts';
import type { Policy } from '../model/policy.ts';
import { segments } from './metrics/segments.ts';
import { PreparedGold } from './prepared-gold.ts';
import { ScoringInput } from './scoring-input.ts';

/** The best that any selection of a page's own text could score: what lies above it no extractor can reach. */
export interface Ceiling {
  /** The metric whose F1 it bounds. */
  readonly metric: 'tokens' | 'segments';
  /** 0..1: the F1 of an extraction that holds all that is reachable and nothing else, 2r / (r + n). */
  readonly f1: number;
  /** r: required tokens in the order of the page, or must-appear segments, that the page holds. */
  readonly reachable: number;
  /** n: required tokens or must-appear segments in the gold, over 0. */
  readonly needed: number;
}

/**
 * The ceilings of a page, one for each metric whose gold asks for anything. A selection keeps the order of the page
 * and changes no word of it. The text is what a reader sees; gold that says `from: script` or `from: hidden` is
 * looked for in the unseen text.
 */
export function pageCeilings(page: PageDocument, gold: Gold, policy: Policy): Ceiling[] {
  return [tokensCeiling(page, gold, policy), segmentsCeiling(page, gold, policy)].filter(
    (ceiling) => ceiling !== undefined,
  );
}

function tokensCeiling(page: PageDocument, gold: Gold, policy: Policy): Ceiling | undefined {
  const seen = reach(
    page.blocks,
    requiredOf(gold, policy, (entry) => entry.from === undefined),
  );
  const unseen = reach(
    page.unseen,
    requiredOf(gold, policy, (entry) => entry.from !== undefined),
  );
  return toCeiling('tokens', seen.reachable + unseen.reachable, seen.needed + unseen.needed);
}

type Text = Pick<Block, 'text'>;

function requiredOf(
  gold: Gold,
  policy: Policy,
  keeps: (entry: GoldBlock | BoilerplateBlock) => boolean,
): readonly Text[] {
  const { body, comments, ...rest } = gold;
  const kept = {
    ...rest,
    body: unthreaded(body ?? []).filter(keeps),
    comments: unthreaded<GoldBlock>(comments).filter(keeps),
  };
  return goldToDocument(kept, policy).blocks.filter((leaf) => leaf.role === 'required');
}

function reach(page: readonly Text[], wanted: readonly Text[]): Pick<Ceiling, 'reachable' | 'needed'> {
  const vocabulary = new Vocabulary();
  const needed = tokenize(wanted, vocabulary);
  if (needed.length === 0) return { reachable: 0, needed: 0 };
  const matched = align(tokenize(page, vocabulary).ids, needed.ids).filter((index) => index >= 0);
  return { reachable: matched.length, needed: needed.length };
}

function segmentsCeiling(page: PageDocument, gold: Gold, policy: Policy): Ceiling | undefined {
  if (gold.segments === undefined) return undefined;
  const input = new ScoringInput(new PreparedGold(gold, policy), { text: documentToText(page) });
  const { tp = 0 } = segments.scorePage(input).counts;
  return toCeiling('segments', tp, gold.segments.with.length);
}

function toCeiling(metric: Ceiling['metric'], reachable: number, needed: number): Ceiling | undefined {
  if (needed === 0) return undefined;
  return { metric, f1: (2 * reachable) / (reachable + needed), reachable, needed };
}
