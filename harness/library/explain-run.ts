import { loadConfig } from '../config/load-config.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { contrast } from '../explain/contrast.ts';
import type { Contrast } from '../explain/contrast.ts';
import type { AssayConfig } from '../model/config.ts';
import type { Corpus } from '../model/page.ts';
import type { ScoringInput } from '../score/scoring-input.ts';
import { findRun, isRun } from '../store/find-run.ts';
import { AssayError } from '../util/error.ts';
import { ExplainedRun } from './explained-run.ts';
import type { DetailedExplanation, ExplainedRunPage, ExtractorExplanation } from './explained-run.ts';

/** What of a run is explained. */
export interface ExplainSettings {
  /** Name of an extractor of the run. Default: all, side by side. */
  readonly extractor?: string | undefined;
  /** Identifier of a page, or the beginning of one. Default: all. */
  readonly page?: string | undefined;
  /** Another extractor of the run, or another run, whose extractor of the same name it is. */
  readonly against?: string | undefined;
  /** Names of corpora of the run, or where they lie now. Default: all of the run, where they lay. */
  readonly corpora?: readonly (string | Corpus)[] | undefined;
  /** As in `RunSettings`. */
  readonly config?: string | AssayConfig | false | undefined;
}

/** What `assay explain` says. */
export type RunExplanation =
  | { readonly kind: 'run'; readonly extractors: readonly ExtractorExplanation[] }
  | {
      readonly kind: 'extractor';
      readonly corpora: readonly DetailedExplanation[];
      readonly against?: readonly ExtractorExplanation[];
    }
  | ({
      readonly kind: 'page';
      readonly against?: ExplainedRunPage & { readonly contrast: Contrast };
    } & ExplainedRunPage);

/** The same with what a diff is drawn from. */
export type ShownExplanation =
  | Exclude<RunExplanation, { kind: 'page' }>
  | (Extract<RunExplanation, { kind: 'page' }> & { readonly input: ScoringInput });

/**
 * Explains what `assay explain` is given: a run, an extractor of it, or one of its pages.
 *
 * @throws AssayError `usage` for a run, extractor or page that is not there; `bad-input` for a corpus that has changed
 * since.
 */
export async function explainRun(run: string, settings: ExplainSettings = {}): Promise<ShownExplanation> {
  const folder = await findRun(run);
  const loaded = await loadConfig(settings.config);
  const opened = await ExplainedRun.open(folder, loaded, settings.corpora);
  const { extractor, page, against } = settings;
  if (extractor === undefined) {
    if (against !== undefined)
      throw new AssayError(
        'usage',
        'found --against without an extractor; name one: assay explain RUN EXTRACTOR --against OTHER',
      );
    return { kind: 'run', extractors: await opened.explainAll() };
  }
  opened.refuseStranger(extractor);
  const other =
    against === undefined ? undefined : await otherOf(opened, extractor, against, settings, loaded);
  if (page === undefined) {
    const corpora = await opened.explainExtractor(extractor);
    if (other === undefined) return { kind: 'extractor', corpora };
    const all = await other.run.explainAll();
    return { kind: 'extractor', corpora, against: all.filter((each) => each.extractor === other.extractor) };
  }
  const { input, ...shown } = await opened.explainPage(extractor, page);
  if (other === undefined) return { kind: 'page', ...shown, input };
  const { input: _input, ...theirs } = await other.run.explainPage(other.extractor, shown.page);
  return {
    kind: 'page',
    ...shown,
    input,
    against: { ...theirs, contrast: contrast(shown.explanation, theirs.explanation) },
  };
}

/** An extractor of the run comes before a run of the same name. */
async function otherOf(
  run: ExplainedRun,
  extractor: string,
  against: string,
  { corpora }: ExplainSettings,
  loaded: LoadedConfig,
): Promise<{ readonly run: ExplainedRun; readonly extractor: string }> {
  if (run.has(against)) return { run, extractor: against };
  if (!(await isRun(against))) run.refuseStranger(against);
  const other = await ExplainedRun.open(await findRun(against), loaded, corpora);
  other.refuseStranger(extractor);
  return { run: other, extractor };
}
