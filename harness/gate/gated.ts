import { figureOver, comparisonTable } from '../analyse/ranking.ts';
import type { ExplanationCounts } from '../explain/explanation.ts';
import type { FailureKind } from '../model/extraction.ts';
import { isDefined } from '../model/score.ts';
import type { PageScore } from '../model/score.ts';
import { valueOnPage } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import type { ComparisonTable } from '../stats/comparison-table.ts';
import type { SignFlips } from '../stats/sign-flips.ts';
import type { JournalLine, JournalPage } from '../store/journal-line.ts';
import { defined } from '../util/defined.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { Acknowledgement } from './acknowledgements.ts';
import type { Baseline, BaselinePage } from './baseline.ts';
import { newTrouble } from './rules/new-failure.ts';

/** What an extractor did on a page, at one of two times. */
export interface PageState {
  readonly status: JournalLine['status'];
  readonly failure?: FailureKind;
  /** Nothing readable came out. */
  readonly isEmpty: boolean;
  readonly score?: PageScore;
  /** The headline figure of the primary metric; on a page with nothing to extract whether it was left alone, 0 or 1. */
  readonly value?: number;
  /** What is surplus and missing, by class; absent where nothing is, and where nothing says so. */
  readonly explained?: ExplanationCounts;
}

/** A page that is in the baseline and in the run, with the same bytes and gold. */
export interface GatedPage {
  readonly page: string;
  readonly site: string;
  readonly digest?: string;
  readonly slices: NonNullable<JournalPage['slices']>;
  readonly before: PageState;
  readonly after: PageState;
  /** `after.value` less `before.value`, 0 where one of them is missing. */
  readonly change: number;
  /** Its output differs between repetitions, or did when the baseline was written. */
  readonly isUnstable: boolean;
  /** The acknowledgement that covers what became of it. */
  readonly acknowledged?: Acknowledgement;
}

/** A page of the run whose gold the metric can score, or that was skipped; whether the baseline has it or not. */
export interface RunPage {
  readonly page: string;
  readonly slices: NonNullable<JournalPage['slices']>;
  /** Absent where the page was skipped. */
  readonly score?: PageScore;
}

/** An extractor on a corpus, before and after. */
export interface GatedExtractor {
  readonly extractor: string;
  readonly corpus: string;
  readonly flips: SignFlips;
  readonly versions: { readonly before: string; readonly after: string };
  readonly metric: Metric;
  /** Pages by identifier. */
  readonly pages: readonly GatedPage[];
  /** Identifiers of pages whose bytes or gold changed, that are new, that the run lacks. */
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** All that the run itself has, for what is asked of it alone. */
  readonly run: readonly RunPage[];
  /** Whether the run took every page of the corpus. */
  readonly isWhole: boolean;
}

/** What is compared: a baseline, and the lines of the same extractor and corpus in a run. */
export interface GateInput {
  readonly baseline: Baseline;
  readonly lines: readonly JournalLine[];
  readonly metric: Metric;
  /** The lots of every test, drawn from the digest of the corpus of the run. */
  readonly flips: SignFlips;
  readonly version: string;
  /** Whether the run took every page of the corpus. If not, the others are no concern of it. */
  readonly isWhole: boolean;
  readonly acknowledgements: readonly Acknowledgement[];
}

/** Puts the pages of a run beside those of its baseline. */
export function gated(input: GateInput): GatedExtractor {
  const { baseline, lines, metric, flips, version, isWhole } = input;
  const { extractor, corpus } = baseline.head;
  const before = new Map(baseline.pages.map((page) => [page.page, page]));
  const after = new Map(lines.map((line) => [line.page, line]));
  const ids = [...new Set([...before.keys(), ...after.keys()])].toSorted(compareCodeUnits);
  const [both, changed, added, removed]: [GatedPage[], string[], string[], string[]] = [[], [], [], []];
  for (const id of ids) {
    const [old, now] = [before.get(id), after.get(id)];
    if (now === undefined) removed.push(id);
    else if (old === undefined) added.push(id);
    else if (old.digest !== now.digest) changed.push(id);
    else both.push(gatedPage(old, now, input));
  }
  return {
    extractor: extractor.name,
    corpus: corpus.name,
    flips,
    versions: { before: extractor.version, after: version },
    metric,
    pages: both,
    changed,
    added,
    removed: isWhole ? removed : [],
    run: runPages(lines, metric),
    isWhole,
  };
}

/** What of lines of the journal is asked of the run alone. */
export function runPages(lines: readonly JournalLine[], { name }: Metric): RunPage[] {
  return lines.flatMap((line) => {
    const { page, slices = {} } = line;
    if (line.status === 'skipped') return [{ page, slices }];
    const score = line.metrics[name];
    return score === undefined ? [] : [{ page, slices, score }];
  });
}

function gatedPage(old: BaselinePage, line: JournalLine, { metric, acknowledgements }: GateInput): GatedPage {
  const { page, site, digest, slices = {} } = line;
  const [before, after] = [stateBefore(old, metric), stateAfter(line, metric)];
  const change = before.value === undefined || after.value === undefined ? 0 : after.value - before.value;
  const loss = lossToAccept({ before, after });
  const acknowledged = acknowledgements.find(
    (each) => each.page === page && loss !== undefined && loss <= each.upTo + ROUNDING,
  );
  const isUnstable =
    old.unstable === true || (line.status !== 'skipped' && (line.repeats?.outcomes ?? 1) > 1);
  return {
    page,
    site,
    ...(digest !== undefined && { digest }),
    slices,
    before,
    after,
    change,
    isUnstable,
    ...(acknowledged && { acknowledged }),
  };
}

/** Differences of two figures are off by as much. */
export const ROUNDING = 1e-9;

/**
 * What an acknowledgement of a page has to cover, 0..1: what the page lost; all that it had, if it is skipped now; 0, if it had
 * nothing and is in new trouble. Undefined where there is nothing to accept.
 */
export function lossToAccept({ before, after }: Pick<GatedPage, 'before' | 'after'>): number | undefined {
  const loss = before.value === undefined ? 0 : before.value - (after.value ?? 0);
  return loss > ROUNDING || newTrouble({ before, after }) !== undefined ? Math.max(0, loss) : undefined;
}

function stateBefore(
  { status, failure, empty, explained, counts, figures }: BaselinePage,
  metric: Metric,
): PageState {
  const score = counts && figures && { counts, figures };
  const state = { status, isEmpty: empty === true, ...defined({ failure, explained }) };
  return stateOf(state, score, metric);
}

function stateAfter(line: JournalLine, metric: Metric): PageState {
  const { status } = line;
  if (line.status === 'skipped') return { status, isEmpty: false };
  const failure = line.status === 'failed' ? line.failure : undefined;
  const isEmpty = line.status === 'extracted' && line.empty === true;
  const state = { status, isEmpty, ...defined({ failure, explained: line.explained }) };
  return stateOf(state, line.metrics[metric.name], metric);
}

function stateOf(state: PageState, score: PageScore | undefined, metric: Metric): PageState {
  if (score === undefined) return state;
  const value = valueOnPage(score, metric);
  return { ...state, score, ...(value !== undefined && { value }) };
}

/** Whether a page was scored before and after. One that was skipped at either time compares with nothing. */
export function isCompared({ before, after }: GatedPage): boolean {
  return before.score !== undefined && after.score !== undefined;
}

/**
 * The pages that the headline figure of a corpus follows from at both times. Those with nothing to extract have a change of
 * their own, and no part in it.
 */
export function pagesOfHeadline(pages: readonly GatedPage[], { headline }: Metric): GatedPage[] {
  return pages.filter(
    ({ before, after }) =>
      isDefined(before.score?.figures[headline]) && isDefined(after.score?.figures[headline]),
  );
}

/**
 * The headline figure of a corpus over some pages, before and after, both over those that were scored at both times;
 * undefined where no page has it.
 */
export function figuresOver(
  pages: readonly GatedPage[],
  metric: Metric,
): { readonly before?: number; readonly after?: number } {
  const compared = pages.filter(isCompared);
  const over = (side: 'before' | 'after'): number | undefined =>
    figureOver(new Map(scoredOn(compared, side)), metric, metric.headline);
  const [before, after] = [over('before'), over('after')];
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

/** The run, and what was before, as two systems over some pages: the difference is after less before. */
export function tableOf(pages: readonly GatedPage[], metric: Metric): ComparisonTable {
  const sites = new Map(pages.map(({ page, site }) => [page, site]));
  const sides = (['after', 'before'] as const).map((side) => new Map(scoredOn(pages, side)));
  return comparisonTable(sites, sides, metric, metric.headline);
}

function scoredOn(pages: readonly GatedPage[], side: 'before' | 'after'): [string, PageScore][] {
  return pages.flatMap(({ page, [side]: { score } }) => (score === undefined ? [] : [[page, score]]));
}
