import { pageToDocument } from '../../document/page-document.ts';
import { explainPage } from '../../explain/explain-page.ts';
import { ExplainedPage } from '../../explain/explained-page.ts';
import type { MissingRun, SurplusRun } from '../../explain/explanation.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { LabelledPage } from '../../model/page.ts';
import type { Policy } from '../../model/policy.ts';
import { isDefined } from '../../model/score.ts';
import { figureTitle } from '../../score/metric.ts';
import type { Metric } from '../../score/metric.ts';
import { PreparedGold } from '../../score/prepared-gold.ts';
import { ScoringInput } from '../../score/scoring-input.ts';
import type { JournalLine } from '../../store/journal-line.ts';
import { diffParagraphs } from '../explanation/diff-pieces.ts';
import type { DiffParagraph } from '../explanation/diff-pieces.ts';
import type {
  ExtractedData,
  GoldBlockData,
  MissingData,
  PageData,
  ParagraphData,
  PieceData,
  SurplusData,
} from './report-data.ts';

/** What an extractor made of a page. */
export interface Extracted {
  readonly line: JournalLine;
  readonly extraction: Extraction | undefined;
}

/** Surplus longer than this is cut in the report: the whole text of a huge page helps nobody. */
const LONGEST_SURPLUS = 4000;
/** So much of a text that stands elsewhere too. */
const LONGEST_QUOTE = 300;

/** A page with its gold and the marked text of each extractor. */
export function pageData(
  { page, gold }: LabelledPage,
  extracted: readonly Extracted[],
  policy: Policy,
  metrics: readonly Metric[],
): PageData {
  const prepared = new PreparedGold(gold, policy);
  const explained = new ExplainedPage(pageToDocument(page), prepared);
  return {
    ...(page.url !== undefined && { url: page.url }),
    gold: prepared.document.blocks.map(({ path, kind, role, text }): GoldBlockData => ({ path, kind, role, text })),
    rows: extracted
      .filter(({ line }) => line.status !== 'skipped')
      .map((each) => extractedData(each, prepared, explained, metrics)),
  };
}

function extractedData(
  { line, extraction }: Extracted,
  gold: PreparedGold,
  page: ExplainedPage,
  metrics: readonly Metric[],
): ExtractedData {
  const input = new ScoringInput(gold, extraction);
  const { surplus, missing, segments, blocks, fields } = explainPage(input, page);
  return {
    extractor: line.extractor,
    paragraphs:
      gold.labels.body === undefined
        ? input.document.blocks.map(({ text }) => ({ p: [text] }))
        : new Packer(gold.document.blocks).pack(diffParagraphs(input, { surplus, missing })),
    surplus: surplus.map(surplusData),
    missing: missing.map(missingData),
    segments,
    blocks,
    fields,
    metrics: figuresOf(line, metrics),
  };
}

/** Writes text of gold as numbers of characters, for that is in the page's data once already. */
class Packer {
  readonly #blocks: readonly { readonly text: string }[];
  /** How far each block of gold has been shown. */
  readonly #shown: number[] = [];

  constructor(blocks: readonly { readonly text: string }[]) {
    this.#blocks = blocks;
  }

  pack(paragraphs: readonly DiffParagraph[]): ParagraphData[] {
    return paragraphs.map(({ gold, pieces }) => ({
      ...(gold !== undefined && { g: gold }),
      p: pieces.map(({ sort, text, run = -1 }): PieceData => {
        if (sort === 'neutral') return cut(text, LONGEST_SURPLUS);
        if (sort === 'surplus') return [cut(text, LONGEST_SURPLUS), run];
        // Pieces of a block follow each other without a gap, optional blocks aside, which are neutral.
        const from = this.#shown[gold!] ?? 0;
        this.#shown[gold!] = from + text.length;
        if (this.#blocks[gold!]!.text.startsWith(text, from)) {
          return sort === 'same' ? text.length : [text.length, run];
        }
        return text;
      }),
    }));
  }
}

function surplusData({ class: name, tokens, place, gold, alteration, unseen }: SurplusRun): SurplusData {
  const path = unseen === undefined ? place?.path : `${unseen.path} [${unseen.attribute ?? 'not shown'}]`;
  return {
    class: name,
    tokens,
    ...(path !== undefined && { path }),
    ...(gold !== undefined && { gold }),
    ...(alteration !== undefined && { altered: `${alteration.kind}: ${cut(alteration.from, LONGEST_QUOTE)}` }),
  };
}

function missingData({ class: name, tokens, position, gold, place, cameOutAs }: MissingRun): MissingData {
  return {
    class: name,
    tokens,
    gold,
    position,
    ...(place?.path !== undefined && { path: place.path }),
    ...(cameOutAs !== undefined && { cameOutAs: cut(cameOutAs, LONGEST_QUOTE) }),
  };
}

/** As the journal has them. */
function figuresOf(line: JournalLine, metrics: readonly Metric[]): ExtractedData['metrics'] {
  if (line.status === 'skipped') return [];
  return metrics.flatMap((metric) => {
    const score = line.metrics[metric.name];
    if (score === undefined) return [];
    const figures = metric.figures.flatMap((figure) => {
      const value = score.figures[figure];
      return isDefined(value) ? [`${figureTitle(figure)} ${value.toFixed(3)}`] : [];
    });
    return figures.length === 0 ? [] : [[metric.name, figures.join(' '), metric.describe(score.counts)] as const];
  });
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}… (${text.length} characters)` : text;
}
