import { z } from 'zod';
import { classChanges } from '../explain/class-changes.ts';
import { count, difference, share, text } from '../store/format-parts.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { ReadonlyDeep } from '../util/shape.ts';
import type { Acknowledgement } from './acknowledgements.ts';
import { intervalOf } from '../stats/compare-systems.ts';
import { figuresOver, isCompared, lossToAccept, ROUNDING, tableOf } from './gated.ts';
import type { GatedExtractor, GatedPage } from './gated.ts';
import type { RuleContext } from './rule.ts';
import { RULES } from './rules/register.ts';

const names = z.array(text);

const finding = z.object({
  rule: text.describe('the rule that found it'),
  fails: z.boolean().describe('whether it fails the gate; if not, it is only told'),
  page: text.exactOptional(),
  site: text.describe('of the page').exactOptional(),
  slice: text.exactOptional(),
  before: share.exactOptional(),
  after: share.exactOptional(),
  text: text.describe('what happened'),
});

const classes = z
  .array(z.object({ class: text, tokens: z.int(), pages: count }))
  .describe(
    'tokens lost or leaked more (or fewer, below 0) than before, by class, the greatest change first',
  );

const changedPage = z.object({ page: text, site: text, before: share, after: share, classes });

const extractorVerdict = z.object({
  extractor: text,
  corpus: text,
  version: z.object({ before: text, after: text }),
  metric: text,
  figure: text,
  pages: count.describe('pages compared: scored in baseline and run, with the same bytes and gold'),
  before: share.describe('the figure of the corpus over these pages').exactOptional(),
  after: share.exactOptional(),
  interval: z
    .object({ low: difference, high: difference })
    .describe('95 % interval of the difference; absent under 20 sites')
    .exactOptional(),
  better: count.describe('pages whose figure rose'),
  worse: count.describe('pages whose figure fell'),
  same: count,
  findings: z.array(finding).describe('the worst first, by rule'),
  classes,
  changes: z.array(changedPage).describe('every page whose figure changed, the greatest loss first'),
  acknowledged: z
    .array(changedPage.extend({ reason: text, until: text }))
    .describe('losses that somebody accepted'),
  unstable: names.describe(
    'pages whose output differs between repetitions, or that failed once and not alone',
  ),
  added: names.describe('pages that the baseline does not have, or has as skipped'),
  changed: names.describe('pages whose bytes or gold are others than in the baseline; not compared'),
});

/** `verdict.json` */
export const verdict = z.object({
  schema: z.literal('assay/verdict@1'),
  assay: text,
  verdict: z.enum(['pass', 'fail']),
  extractors: z.array(extractorVerdict),
  problems: names.describe('acknowledgements that are unused, expired or larger than needed'),
  touched: z
    .object({ acknowledgements: z.int(), settings: names })
    .describe(
      'what the change itself does to the gate: acknowledgements more than before, settings that differ',
    )
    .exactOptional(),
});

export interface Verdict extends ReadonlyDeep<z.infer<typeof verdict>> {}
export interface ExtractorVerdict extends ReadonlyDeep<z.infer<typeof extractorVerdict>> {}

/** What of a verdict does not belong together, in words, with its place; undefined where it is sound. */
export function verdictIncoherence({ verdict: word, extractors, problems }: Verdict): string | undefined {
  const fails = extractors.some(({ findings }) => findings.some((each) => each.fails));
  if (word === 'pass' && fails) return 'the verdict pass beside a finding that fails';
  if (word === 'fail' && !fails && problems.length === 0) return 'the verdict fail without a reason';
  const seen = new Set<string>();
  for (const [index, each] of extractors.entries()) {
    const key = JSON.stringify([each.extractor, each.corpus]);
    const found = seen.has(key) ? `${key} a second time` : incoherenceOfOne(each);
    if (found !== undefined) return `extractors[${index}]: ${found}`;
    seen.add(key);
  }
  return undefined;
}

function incoherenceOfOne(each: ExtractorVerdict): string | undefined {
  const { pages, better, worse, same, changes, interval } = each;
  if (better + worse + same !== pages) return 'better, worse and same that do not add up to pages';
  if (changes.length !== better + worse)
    return `${changes.length} changes of ${better + worse} changed pages`;
  if (interval !== undefined && interval.low > interval.high)
    return 'an interval whose low is above its high';
  return undefined;
}

/** What a verdict is made from. */
export interface Judgement extends RuleContext {
  readonly assay: string;
  readonly gated: readonly GatedExtractor[];
  /** All of the file, those of other extractors among them. */
  readonly acknowledgements: readonly Acknowledgement[];
  /** The day, `2026-11-29`. */
  readonly today: string;
  /** Pages by extractor and corpus that failed in the run and not when they were tried again. */
  readonly unstable: (gated: GatedExtractor) => readonly string[];
  /** Whether problems of acknowledgements fail the gate. They do not where only some pages ran. */
  readonly isStrict: boolean;
}

/** Judges every extractor by every rule. */
export function judge(judgement: Judgement): Verdict {
  const extractors = judgement.gated.map((gated) => judgeOne(gated, judgement));
  const problems = judgement.gated.length === 0 ? [] : acknowledgementProblems(judgement);
  const fails =
    extractors.some(({ findings }) => findings.some((each) => each.fails)) ||
    (judgement.isStrict && problems.length > 0);
  return {
    schema: 'assay/verdict@1',
    assay: judgement.assay,
    verdict: fails ? 'fail' : 'pass',
    extractors,
    problems,
  };
}

function judgeOne(gated: GatedExtractor, judgement: Judgement): ExtractorVerdict {
  const { extractor, corpus, versions, metric, pages, added, changed } = gated;
  const interval = intervalOf(tableOf(pages, metric), { first: 0, second: 1 }, gated.flips);
  const changes = pages
    .filter(({ change }) => Math.abs(change) > ROUNDING)
    .toSorted((a, b) => a.change - b.change || compareCodeUnits(a.page, b.page));
  const compared = pages.filter(isCompared);
  const sites = new Map(pages.map(({ page, site }) => [page, site]));
  const unstable = pages.filter(({ isUnstable }) => isUnstable).map(({ page }) => page);
  return {
    extractor,
    corpus,
    version: versions,
    metric: metric.name,
    figure: metric.headline,
    pages: compared.length,
    ...figuresOver(pages, metric),
    ...(interval && { interval }),
    better: changes.filter(({ change }) => change > 0).length,
    worse: changes.filter(({ change }) => change < 0).length,
    same: compared.length - changes.length,
    findings: RULES.flatMap((rule) => rule.judge(gated, judgement)).map((each) => {
      const site = each.page === undefined ? undefined : sites.get(each.page);
      return site === undefined ? each : { ...each, site };
    }),
    classes: classesOf(compared),
    changes: changes.map(valuesOf),
    acknowledged: pages.flatMap((page) => {
      if (page.acknowledged === undefined) return [];
      const { reason, until } = page.acknowledged;
      return [{ ...valuesOf(page), reason, until }];
    }),
    unstable: [...new Set([...unstable, ...judgement.unstable(gated)])].toSorted(compareCodeUnits),
    added: [...added, ...newlyTaken(pages)].toSorted(compareCodeUnits),
    changed,
  };
}

/** Pages that the baseline has as skipped: what the run did on them compares with nothing. */
function newlyTaken(pages: readonly GatedPage[]): string[] {
  return pages
    .filter(({ before, after }) => before.status === 'skipped' && after.status !== 'skipped')
    .map(({ page }) => page);
}

function classesOf(pages: readonly GatedPage[]): ExtractorVerdict['classes'] {
  return classChanges(
    pages.map(({ before, after }) => ({ before: before.explained, after: after.explained })),
  );
}

function valuesOf(gatedPage: GatedPage): ExtractorVerdict['changes'][number] {
  const { page, site, before, after } = gatedPage;
  return {
    page,
    site,
    before: before.value ?? 0,
    after: after.value ?? 0,
    classes: classesOf([gatedPage]),
  };
}

/** A loss may be so much smaller than what was accepted before the acknowledgement has to follow. */
const SLACK = 0.01;

function acknowledgementProblems({ gated, acknowledgements, today }: Judgement): string[] {
  return acknowledgements.flatMap((each) => {
    const own = gated.find(({ extractor, corpus }) => extractor === each.extractor && corpus === each.corpus);
    if (own === undefined) return [];
    const problem = problemOf(each, own, today);
    const place = `${each.file}:${each.line}: ${each.page} by ${each.extractor}`;
    return problem === undefined ? [] : [`${place}: ${problem}`];
  });
}

/** What is wrong with an acknowledgement for a page of the extractor. */
export function problemOf(
  { page: id, digest, metric, upTo, until }: Acknowledgement,
  gated: GatedExtractor,
  today: string,
): string | undefined {
  if (metric !== gated.metric.name)
    return `it is for the metric ${metric}; the gate judges by ${gated.metric.name}`;
  if (until < today) return `it expired on ${until}; mend the page, or accept its loss anew with a reason`;
  const page = gated.pages.find((each) => each.page === id);
  if (page === undefined || page.digest !== digest)
    return 'the page is not what it was made for; remove it: assay gate --prune';
  const loss = lossToAccept(page);
  if (loss === undefined) return 'the page loses nothing; remove it: assay gate --prune';
  if (loss >= upTo - SLACK - ROUNDING) return undefined;
  const enough = (Math.ceil((loss - ROUNDING) * 1000) / 1000).toFixed(3);
  return `the page loses ${loss.toFixed(3)}, it accepts ${upTo}; write upTo: ${enough}`;
}

/** The acknowledgements that may cover a loss: not expired, and for the page as it is. */
export function validAcknowledgements(
  all: readonly Acknowledgement[],
  of: { readonly extractor: string; readonly corpus: string; readonly metric: string },
  digests: ReadonlyMap<string, string | undefined>,
  today: string,
): Acknowledgement[] {
  return all.filter(
    (each) =>
      each.extractor === of.extractor &&
      each.corpus === of.corpus &&
      each.metric === of.metric &&
      each.until >= today &&
      digests.get(each.page) === each.digest,
  );
}
