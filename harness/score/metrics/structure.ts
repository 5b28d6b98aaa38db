import { toNormalForm } from '../../document/normal-form.ts';
import type { Block, Container } from '../../model/document.ts';
import type { Figure } from '../../model/score.ts';
import type { BlockKind } from '../../model/vocabulary.ts';
import { pairBlocks } from '../block-pairs.ts';
import type { BlockPair } from '../block-pairs.ts';
import { meansOf } from '../metric.ts';
import type { Metric } from '../metric.ts';

/** What is looked at on pairs, by name of the figure. */
const BLOCK_TRAITS = { kind, level, items, cells, lines } as const;

const FIGURES = ['precision', 'recall', 'f1', ...Object.keys(BLOCK_TRAITS)];

/**
 * Blocks for blocks: two are a pair when more than half of each is aligned with the other. With p pairs, q required
 * blocks of gold and e extracted ones (those that are mostly optional gold left out): precision = p / e, 0 if nothing
 * came out; recall = p / q; F1 = 2p / (e + q). On pairs, as shares of those that have it in gold: `kind` (headings of
 * all levels are one), `level` of headings, `items` of lists and `cells` of tables (neighbours as far apart as in gold),
 * `lines` (of code, with their leading white space, and of blocks with line breaks; in normal form, as tokens are). A page
 * that requires nothing has no figures, and a share without a pair to look at is undefined. Corpus: plain means over pages.
 */
export const structure: Metric = {
  name: 'structure',
  version: 3,
  definition: 'blocks that came out as one block, and on those kind, level, items, cells and lines',
  source: 'Assay',
  needs: 'text',
  figures: FIGURES,
  headline: 'f1',
  companion: true,
  reads: 'blocks',
  keys: { norm: 'nfkc', pair: 'more-than-half' },
  aggregation: 'mean-of-pages',

  scorePage(input) {
    const { pairs, counts } = pairBlocks(input);
    const { required, extracted } = counts;
    const nothing: Figure = { undefined: 'nothing-required' };
    const looks = Object.entries(BLOCK_TRAITS).map(([name, look]) => [name, look(pairs)] as const);
    const traits = looks.map(([name, { right, all }]): [string, Figure] => [
      name,
      all === 0 ? nothing : right / all,
    ]);
    const traitCounts = looks.flatMap(([name, { right, all }]) => [
      [name, right],
      [`${name}-all`, all],
    ]);
    return {
      counts: { pairs: pairs.length, ...counts, ...Object.fromEntries(traitCounts) },
      figures: {
        precision: required === 0 ? nothing : ratio(pairs.length, extracted),
        recall: required === 0 ? nothing : pairs.length / required,
        f1: required === 0 ? nothing : (2 * pairs.length) / (extracted + required),
        ...Object.fromEntries(traits),
      },
    };
  },

  describe({ required = 0, missing = 0, merged = 0, split = 0, surplus = 0 }) {
    return `of ${required} blocks ${missing} missing, ${merged} merged, ${split} split; ${surplus} surplus`;
  },

  aggregate(scores) {
    return meansOf(scores, FIGURES);
  },
};

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Of the pairs that have a trait in gold, how many have it in the extraction as well. */
interface TraitCounts {
  readonly right: number;
  readonly all: number;
}

/** Kinds that markup can say; the edges of an article (byline, standfirst …) have none of their own. */
const MARKED: ReadonlySet<BlockKind> = new Set([
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'dl', 'quote', 'code', 'table', 'math',
]); // prettier-ignore

/** Pairs of the same kind; headings of any level are one kind. */
function kind(pairs: readonly BlockPair[]): TraitCounts {
  const marked = pairs.filter(({ gold }) => MARKED.has(gold.kind));
  return count(marked, isSameKind);
}

/** Whether both blocks of a pair are of one kind, headings of any level being one; true for kinds that no markup says. */
export function isSameKind({ gold, extracted }: BlockPair): boolean {
  return !MARKED.has(gold.kind) || kindClass(gold.kind) === kindClass(extracted.kind);
}

function kindClass(of: BlockKind): string {
  return isHeading(of) ? 'heading' : of;
}

function isHeading(of: BlockKind): boolean {
  return /^h[1-6]$/.test(of);
}

/** Pairs of headings of the same level. */
function level(pairs: readonly BlockPair[]): TraitCounts {
  const headings = pairs.filter(({ gold, extracted }) => isHeading(gold.kind) && isHeading(extracted.kind));
  return count(headings, ({ gold, extracted }) => gold.kind === extracted.kind);
}

/** Neighbours in a list of gold that are as far from each other in one list of the extraction. */
function items(pairs: readonly BlockPair[]): TraitCounts {
  return count(neighbours(pairs, 'list'), ([first, second]) => areAsFarApart(first, second));
}

/** Neighbouring cells of a table of gold that are as far from each other in one table of the extraction. */
function cells(pairs: readonly BlockPair[]): TraitCounts {
  return count(neighbours(pairs, 'table'), ([first, second]) => areAsFarApart(first, second));
}

/** Blocks of code, and blocks with line breaks, that have the same lines; in code leading white space counts. */
function lines(pairs: readonly BlockPair[]): TraitCounts {
  const broken = pairs.filter(({ gold }) => gold.kind === 'code' || gold.text.includes('\n'));
  return count(broken, ({ gold, extracted }) => {
    const isCode = gold.kind === 'code';
    return linesOf(gold.text, isCode) === linesOf(extracted.text, isCode);
  });
}

function linesOf(text: string, isCode: boolean): string {
  const { text: normal } = toNormalForm(text);
  const all = normal.split('\n').map((line) => (isCode ? line.trimEnd() : line.replace(/\s+/gu, ' ').trim()));
  return all.join('\n').replace(/^\n+|\n+$/g, '');
}

type Neighbours = readonly [BlockPair, BlockPair];

/** Pairs that follow each other in gold in one list, or table. */
function neighbours(pairs: readonly BlockPair[], place: 'list' | 'table'): Neighbours[] {
  return pairs.slice(1).flatMap((pair, before): Neighbours[] => {
    const last = pairs[before]!;
    const [a, b] = [innermost(last.gold), innermost(pair.gold)];
    const isNext = pair.index === last.index + 1 && a !== undefined && b !== undefined && a.id === b.id;
    return isNext && placeOf(a) === place && placeOf(b) === place ? [[last, pair]] : [];
  });
}

function innermost({ within }: Block): Container | undefined {
  return within.at(-1);
}

function placeOf({ kind: of }: Container): 'list' | 'table' | 'quote' {
  return of === 'table' || of === 'quote' ? of : 'list';
}

function areAsFarApart(first: BlockPair, second: BlockPair): boolean {
  const apart = distance(innermost(first.extracted), innermost(second.extracted));
  return apart !== undefined && apart === distance(innermost(first.gold), innermost(second.gold));
}

/** Items, or rows and columns, between two places of one list or table; nothing where they are in no one place. */
function distance(first: Container | undefined, second: Container | undefined): string | undefined {
  if (first === undefined || second === undefined || first.id !== second.id) return undefined;
  if (first.kind === 'quote' || second.kind === 'quote') return undefined;
  if (first.kind === 'table' && second.kind === 'table') {
    return `${second.row - first.row} rows, ${second.column - first.column} columns`;
  }
  if (first.kind === 'table' || second.kind === 'table') return undefined;
  return `${second.item - first.item} items`;
}

function count<Each>(all: readonly Each[], isRight: (each: Each) => boolean): TraitCounts {
  return { right: all.filter(isRight).length, all: all.length };
}
