import { countAlignment } from '../align/alignment.ts';
import type { AlignmentCounts } from '../align/alignment.ts';
import type { Gold } from '../model/gold.ts';
import type { GoldForm } from '../model/page.ts';
import { segments as segmentsMetric } from '../score/metrics/segments.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import { explainBlocks } from './blocks.ts';
import type { ExplainedPage } from './explained-page.ts';
import type { ExplanationCounts, PageExplanation } from './explanation.ts';
import { explainFields } from './fields.ts';
import { explainMissing, missingTokens, toMissingRun } from './missing.ts';
import type { FoundMissing } from './missing.ts';
import { explainSegments } from './segments.ts';
import { explainSurplus, toSurplusRun } from './surplus.ts';
import type { ExplainedSurplus } from './surplus.ts';
import type { Verdict } from './classes.ts';
import { verdictOf } from './verdict.ts';

/**
 * Why an extraction has the score that it has. The alignment that gave the score decides what is surplus and missing; the
 * page only says where it comes from.
 *
 * @param input the extraction and its gold as metrics see them
 * @param page the page of that gold
 */
export function explainPage(input: ScoringInput, page: ExplainedPage): PageExplanation {
  const segments = explainSegments(input, page);
  const fields = explainFields(input, page);
  const found = explainText(input, page);
  if (found === undefined) return { surplus: [], missing: [], segments, blocks: [], fields };
  const { counts, verdict, surplus, missing } = found;
  return {
    counts,
    ...(verdict !== undefined && { verdict }),
    surplus: surplus.runs.map((run) => toSurplusRun(run, surplus, input, page)),
    missing: missing.map((run) => toMissingRun(run, input, page, surplus)),
    segments,
    blocks: explainBlocks(input),
    fields,
  };
}

/**
 * What an explanation comes to, without structure and metadata: for journals.
 *
 * @param form what most gold of the corpus is
 */
export function explanationCounts(
  input: ScoringInput,
  page: ExplainedPage,
  form: GoldForm,
): ExplanationCounts {
  const found = countedForm(input.gold.labels, form) === 'text' ? explainText(input, page) : undefined;
  if (found !== undefined) {
    const { verdict, surplus, missing } = found;
    return {
      ...(verdict !== undefined && { verdict }),
      surplus: sumByClass(surplus.runs),
      missing: sumByClass(missing),
    };
  }
  const snippets = explainSegments(input, page).map((each) => ({ ...each, tokens: 1 }));
  return {
    surplus: sumByClass(snippets.filter((each) => each.fault === 'leaked')),
    missing: sumByClass(snippets.filter((each) => each.fault === 'missing')),
  };
}

/** Whether there is anything to explain: surplus or missing tokens, or snippets. */
export function hasLoss(input: ScoringInput, form: GoldForm): boolean {
  const counted = countedForm(input.gold.labels, form);
  if (counted === 'text') {
    const { surplus, missing } = countAlignment(input.alignment, input.gold.sequence);
    return surplus + missing > 0;
  }
  if (counted === undefined) return false;
  const { fp = 0, fn = 0 } = segmentsMetric.scorePage(input).counts;
  return fp + fn > 0;
}

/** By which of its gold a page is counted: where it has both, by what most of its corpus has. Undefined where it has neither. */
export function countedForm({ body, segments: snippets }: Gold, form: GoldForm): GoldForm | undefined {
  if (body !== undefined && snippets !== undefined) return form;
  if (body !== undefined) return 'text';
  return snippets === undefined ? undefined : 'segments';
}

/** Undefined where gold is no full text. */
function explainText(
  input: ScoringInput,
  page: ExplainedPage,
):
  | {
      readonly counts: AlignmentCounts;
      readonly verdict: Verdict | undefined;
      readonly surplus: ExplainedSurplus;
      readonly missing: readonly FoundMissing[];
    }
  | undefined {
  if (input.gold.labels.body === undefined) return undefined;
  const counts = countAlignment(input.alignment, input.gold.sequence);
  const isMissing = missingTokens(input);
  const surplus = explainSurplus(input, page, isMissing);
  const missing = explainMissing(input, page, isMissing, surplus);
  const verdict = verdictOf({ counts, surplus: surplus.runs, missing, places: surplus.places, page });
  return { counts, verdict, surplus, missing };
}

/** Tokens by class, most first; equal ones in the order in which they came. */
function sumByClass<Class extends string>(
  runs: readonly { readonly class: Class; readonly tokens: number }[],
): Partial<Record<Class, number>> {
  const sums = new Map<Class, number>();
  for (const { class: name, tokens } of runs) sums.set(name, (sums.get(name) ?? 0) + tokens);
  // oxlint-disable-next-line no-unsafe-type-assertion -- the types of single values are lost on the way
  return Object.fromEntries([...sums].toSorted(([, a], [, b]) => b - a)) as Partial<Record<Class, number>>;
}
