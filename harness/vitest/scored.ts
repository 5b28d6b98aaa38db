import { countAlignment } from '../align/alignment.ts';
import { pageToDocument } from '../document/page-document.ts';
import { explainPage } from '../explain/explain-page.ts';
import { ExplainedPage } from '../explain/explained-page.ts';
import type { PageExplanation } from '../explain/explanation.ts';
import type { ExtractorAnswer } from '../extract/define-extractor.ts';
import { readExtraction } from '../extract/read-extraction.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Gold } from '../model/gold.ts';
import type { GoldForm, LabelledPage } from '../model/page.ts';
import { POLICIES } from '../model/policy.ts';
import type { Policy } from '../model/policy.ts';
import { isDefined } from '../model/score.ts';
import type { MetricScores } from '../model/score.ts';
import { formatNumber } from '../report/format.ts';
import { meaningOf } from '../report/explanation/sums-text.ts';
import { unifiedDiff } from '../report/explanation/unified-diff.ts';
import { valueOnPage } from '../score/metric.ts';
import { primaryMetric } from '../score/metrics/register.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { AssayError } from '../util/error.ts';
import { askedFigures } from './least.ts';
import type { AskedFigure, LeastFigures } from './least.ts';

/** What an extraction is held against: gold, or a page with its gold, of which more can be explained. */
export type GoldToMeet = Gold | Pick<LabelledPage, 'page' | 'gold'>;

/** In the place of an answer: the extractor failed, which counts as an empty extraction. */
export const FAILED = Symbol('failed');

/** Lines of an explanation that are shown: a page may lose hundreds of blocks. */
const MOST_LINES = 60;

/** An extraction beside its gold: whether its figures are high enough, and what to say if not. */
export class Scored {
  readonly scores: MetricScores;
  readonly #input: ScoringInput;
  readonly #page: LabelledPage['page'] | undefined;
  readonly #asked: readonly AskedFigure[];

  constructor(
    to: GoldToMeet,
    answer: ExtractorAnswer | null | typeof FAILED,
    least: LeastFigures,
    policy: Policy = POLICIES.article,
  ) {
    const [gold, page] = 'gold' in to ? [to.gold, to.page] : [to, undefined];
    this.#page = page;
    this.#input = new ScoringInput(new PreparedGold(gold, policy), readAnswer(answer));
    const form: GoldForm = gold.body === undefined && gold.segments !== undefined ? 'segments' : 'text';
    this.#asked = askedFigures(least, form);
    const metrics = new Set([primaryMetric(form), ...this.#asked.map(({ metric }) => metric)]);
    this.scores = this.#input.scores([...metrics]);
  }

  /**
   * Figures below what was asked for, each as `f1 0.632, expected at least 0.95`. A page may lack a figure; where there is
   * nothing to extract, the headline asks that nothing comes out.
   */
  get shortfalls(): string[] {
    return this.#asked.flatMap((asked) => {
      const value = this.#valueOf(asked);
      if (value === undefined || value >= asked.least) return [];
      const figure = this.scores[asked.metric.name]?.figures[asked.figure];
      if (figure !== undefined && !isDefined(figure) && figure.undefined === 'nothing-required')
        return ['text came out of a page with nothing to extract, expected none'];
      return [`${asked.key} ${value.toFixed(3)}, expected at least ${asked.least}`];
    });
  }

  /** Scores, the class that costs most, and the diff of gold and extraction, as far as a failure of a test should be long. */
  explain(extractor: string, corpus: string): string {
    const explanation = this.#explanation();
    const page = this.#page?.id ?? 'page';
    const diff = unifiedDiff({ extractor, corpus, page, metrics: this.scores, explanation }, this.#input);
    const lines = [...costliestClass(explanation), ...diff.split('\n')];
    const rest = lines.length - MOST_LINES;
    if (rest <= 0) return lines.join('\n');
    const more = `… and ${formatNumber(rest, 'more line')}; assay explain RUN EXTRACTOR PAGE shows all of a run`;
    return [...lines.slice(0, MOST_LINES), more].join('\n');
  }

  #valueOf({ metric, figure }: AskedFigure): number | undefined {
    const score = this.scores[metric.name];
    if (score === undefined) return undefined;
    if (figure === metric.headline) return valueOnPage(score, metric);
    const value = score.figures[figure];
    if (isDefined(value)) return value;
    return value?.undefined === 'nothing-extracted' ? 0 : undefined;
  }

  #explanation(): PageExplanation {
    const { gold } = this.#input;
    if (this.#page !== undefined) {
      return explainPage(this.#input, new ExplainedPage(pageToDocument(this.#page), gold));
    }
    const nothing = { surplus: [], missing: [], segments: [], blocks: [], fields: [] };
    if (this.scores['tokens'] === undefined) return nothing;
    return { ...nothing, counts: countAlignment(this.#input.alignment, gold.sequence) };
  }
}

function readAnswer(answer: ExtractorAnswer | null | typeof FAILED): Extraction | undefined {
  if (answer === FAILED) return undefined;
  const reading = readExtraction(answer);
  if (reading.status === 'bad') throw new AssayError('bad-input', `the extractor ${reading.message}`);
  return reading.extraction;
}

/** `costliest: related, 40 tokens: …`; nothing where nothing costs points. */
function costliestClass({ surplus, missing, segments }: PageExplanation): string[] {
  const sums = new Map<(typeof surplus)[number]['class'] | (typeof missing)[number]['class'], number>();
  for (const run of [...surplus, ...missing]) sums.set(run.class, (sums.get(run.class) ?? 0) + run.tokens);
  for (const each of segments) sums.set(each.class, (sums.get(each.class) ?? 0) + 1);
  const [most] = [...sums].toSorted(([, a], [, b]) => b - a);
  if (most === undefined) return [];
  const unit = segments.length > 0 ? 'snippets' : 'tokens';
  return [`costliest: ${most[0]}, ${most[1]} ${unit}: ${meaningOf(most[0])}`];
}
