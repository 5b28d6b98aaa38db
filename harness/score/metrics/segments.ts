import { foldPythonSpace } from '../../document/tokens.ts';
import type { Segments } from '../../model/gold.ts';
import type { Figure, PageScore } from '../../model/score.ts';
import type { Metric } from '../metric.ts';
import type { PreparedGold } from '../prepared-gold.ts';

/** All snippets of a page, by what became of them. */
const SNIPPETS = ['tp', 'fp', 'fn', 'tn'];

/**
 * Snippets that must appear in the extraction (`with`) and that must not (`without`), looked for as substrings
 * after runs of white space have become one space, case kept. tp: wanted and there; fn: wanted and not there; fp:
 * unwanted and there; tn: unwanted and not there.
 *
 * Page and corpus alike: precision = tp / (tp + fp), recall = tp / (tp + fn), accuracy = (tp + tn) / all, F1 = 2tp /
 * (2tp + fp + fn). A page has no figure where the divisor is 0; the corpus, whose counts are the sums of those
 * of the pages (micro average), has 0 there, as in the source. A failed extraction misses everything. Where pages are
 * compared, one that wants nothing has an F1 of 1 if nothing unwanted came out (`figureOnPage`), and 0 if something did.
 *
 * The metric sees neither the order of text nor how often it stands there, nor how much else came out.
 */
export const segments: Metric = {
  name: 'segments',
  version: 1,
  definition: 'must-appear and must-not-appear snippets found in the text, counts summed over the corpus',
  source: 'adbar/trafilatura @ e90b0ef, tests/eval_common.py',
  needs: 'segments',
  figures: ['precision', 'recall', 'accuracy', 'f1'],
  headline: 'f1',
  reads: 'text',
  keys: { space: 'folded', case: 'kept' },
  aggregation: 'micro',
  estimates: {
    precision: { kind: 'ratio-of-sums', part: ['tp'], whole: ['tp', 'fp'], gold: SNIPPETS },
    recall: { kind: 'ratio-of-sums', part: ['tp'], whole: ['tp', 'fn'], gold: ['tp', 'fn'] },
    accuracy: { kind: 'ratio-of-sums', part: ['tp', 'tn'], whole: SNIPPETS, gold: SNIPPETS },
    f1: { kind: 'ratio-of-sums', part: ['tp', 'tp'], whole: ['tp', 'tp', 'fp', 'fn'], gold: SNIPPETS },
  },

  scorePage(input) {
    const text = foldPythonSpace(input.text);
    const found = (snippets: readonly string[]): number =>
      snippets.filter((snippet) => text.includes(snippet)).length;
    const { with: wanted, without: unwanted } = input.gold.derived(foldedSegments);
    const tp = found(wanted);
    const fp = found(unwanted);
    const counts = { tp, fp, fn: wanted.length - tp, tn: unwanted.length - fp };
    return { counts, figures: pageFigures(counts) };
  },

  describe({ tp = 0, fp = 0, fn = 0, tn = 0 }) {
    return `${fn} of ${tp + fn} wanted segments missing, ${fp} of ${fp + tn} unwanted ones there`;
  },

  aggregate(scores) {
    const n = scores.length;
    if (n === 0) {
      const none = { undefined: 'no-pages', n: 0 } as const;
      return { precision: none, recall: none, accuracy: none, f1: none };
    }
    const ratios = ratiosOf(sumOf(scores));
    return Object.fromEntries(
      Object.entries(ratios).map(([name, [part, whole]]) => [
        name,
        { value: whole === 0 ? 0 : part / whole, n },
      ]),
    );
  },
};

function foldedSegments({ labels }: PreparedGold): Segments {
  const { with: wanted = [], without: unwanted = [] } = labels.segments ?? {};
  return { with: wanted.map(foldPythonSpace), without: unwanted.map(foldPythonSpace) };
}

interface SegmentCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

type Ratio = readonly [part: number, whole: number];

function ratiosOf({ tp, fp, fn, tn }: SegmentCounts): Readonly<Record<string, Ratio>> {
  return {
    precision: [tp, tp + fp],
    recall: [tp, tp + fn],
    accuracy: [tp + tn, tp + fp + fn + tn],
    f1: [2 * tp, 2 * tp + fp + fn],
  };
}

function pageFigures(counts: SegmentCounts): Record<string, Figure> {
  const figures = Object.entries(ratiosOf(counts)).map(([name, [part, whole]]): [string, Figure] => {
    if (whole > 0) return [name, part / whole];
    return [name, { undefined: name === 'precision' ? 'nothing-extracted' : 'nothing-required' }];
  });
  return Object.fromEntries(figures);
}

function sumOf(scores: readonly PageScore[]): SegmentCounts {
  const sum = (name: string): number => scores.reduce((total, score) => total + (score.counts[name] ?? 0), 0);
  return { tp: sum('tp'), fp: sum('fp'), fn: sum('fn'), tn: sum('tn') };
}
