import { pageToDocument } from '../../document/page-document.ts';
import { explainPage } from '../../explain/explain-page.ts';
import { ExplainedPage } from '../../explain/explained-page.ts';
import type { MissingRun, SurplusRun } from '../../explain/explanation.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { Page } from '../../model/page.ts';
import type { Policy } from '../../model/policy.ts';
import { PreparedGold } from '../../score/prepared-gold.ts';
import { ScoringInput } from '../../score/scoring-input.ts';
import { diffParagraphs } from '../explanation/diff-pieces.ts';
import type { DiffParagraph } from '../explanation/diff-pieces.ts';
import type {
  ExtractedData,
  GoldBlockData,
  MissingReason,
  PageData,
  ParagraphData,
  PieceData,
  RunData,
  SurplusReason,
} from './report-data.ts';

/** A page and what extractors made of it: what a thread gets. */
export interface ExtractedPage {
  readonly page: Pick<Page, 'bytes' | 'media' | 'contentType' | 'url' | 'refused'>;
  readonly gold: Gold;
  readonly policy: Policy;
  readonly rows: readonly Extracted[];
}

/** What an extractor made of a page; nothing where it failed. */
export interface Extracted extends Pick<ExtractedData, 'extractor' | 'metrics'> {
  readonly extraction: Extraction | undefined;
}

/** Surplus longer than this is cut in the report: the whole text of a huge page helps nobody. */
const LONGEST_SURPLUS = 4000;
/** So much of a text that stands elsewhere too. */
const LONGEST_QUOTE = 300;

/** A page with its gold and the marked text of each extractor. */
export function pageData({ page, gold, policy, rows }: ExtractedPage): PageData {
  const prepared = new PreparedGold(gold, policy);
  const packer = new PagePacker(prepared, new ExplainedPage(pageToDocument(page), prepared));
  const packed = rows.map((each) => packer.pack(each));
  return {
    ...(page.url !== undefined && { url: page.url }),
    gold: prepared.document.blocks.map(({ path, kind, role, text }): GoldBlockData => ({
      path,
      kind,
      role,
      text,
    })),
    texts: packer.texts.all,
    surplus: packer.surplus.all,
    missing: packer.missing.all,
    rows: packed,
  };
}

/** Things that are kept once, by their index. */
class Shared<Thing> {
  readonly all: Thing[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(thing: Thing): number {
    const key = typeof thing === 'string' ? thing : JSON.stringify(thing);
    const known = this.#indices.get(key) ?? this.all.push(thing) - 1;
    this.#indices.set(key, known);
    return known;
  }
}

class PagePacker {
  readonly texts = new Shared<string>();
  readonly surplus = new Shared<SurplusReason>();
  readonly missing = new Shared<MissingReason>();
  readonly #gold: PreparedGold;
  readonly #page: ExplainedPage;

  constructor(gold: PreparedGold, page: ExplainedPage) {
    this.#gold = gold;
    this.#page = page;
  }

  pack({ extractor, extraction, metrics }: Extracted): ExtractedData {
    const input = new ScoringInput(this.#gold, extraction);
    const { surplus, missing, segments, blocks, fields } = explainPage(input, this.#page);
    const isFullText = this.#gold.labels.body !== undefined;
    return {
      extractor,
      paragraphs: isFullText
        ? this.#paragraphs(diffParagraphs(input, { surplus, missing }))
        : input.document.blocks.map(({ text }) => ({ p: [this.#optional(text)] })),
      surplus: surplus.map((run): RunData => [run.tokens, this.surplus.indexOf(surplusReason(run))]),
      missing: missing.map((run): RunData => [run.tokens, this.missing.indexOf(missingReason(run))]),
      segments,
      blocks,
      fields,
      metrics,
    };
  }

  #paragraphs(paragraphs: readonly DiffParagraph[]): ParagraphData[] {
    const { blocks } = this.#gold.document;
    /** How far each block of gold has been shown. */
    const shown: number[] = [];
    return paragraphs.map(({ gold, pieces }) => ({
      ...(gold !== undefined && { g: gold }),
      p: pieces.map(({ sort, text, run = -1 }): PieceData => {
        if (sort === 'neutral') return this.#optional(text);
        if (sort === 'surplus') return [this.#textOf(text), run, 1];
        // Pieces of a block follow each other without a gap.
        const from = shown[gold!] ?? 0;
        shown[gold!] = from + text.length;
        if (!blocks[gold!]!.text.startsWith(text, from))
          throw new Error(`gaps in the text of gold ${blocks[gold!]!.path}`);
        return sort === 'same' ? text.length : [text.length, run];
      }),
    }));
  }

  #optional(text: string): PieceData {
    return [this.#textOf(text)];
  }

  #textOf(text: string): number {
    return this.texts.indexOf(cut(text, LONGEST_SURPLUS));
  }
}

function surplusReason({ class: name, place, gold, alteration, unseen }: SurplusRun): SurplusReason {
  const path = unseen === undefined ? place?.path : `${unseen.path} [${unseen.attribute ?? 'not shown'}]`;
  return {
    class: name,
    ...(path !== undefined && { path }),
    ...(gold !== undefined && { gold }),
    ...(alteration !== undefined && {
      altered: `${alteration.kind}: ${cut(alteration.from, LONGEST_QUOTE)}`,
    }),
  };
}

function missingReason({ class: name, position, gold, place, cameOutAs }: MissingRun): MissingReason {
  return {
    class: name,
    gold,
    position,
    ...(place?.path !== undefined && { path: place.path }),
    ...(cameOutAs !== undefined && { cameOutAs: cut(cameOutAs, LONGEST_QUOTE) }),
  };
}

function cut(text: string, longest: number): string {
  return text.length > longest
    ? `${text.slice(0, longest).toWellFormed()}… (${text.length} characters)`
    : text;
}
