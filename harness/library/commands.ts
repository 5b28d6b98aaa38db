import type { Complementarity } from '../analyse/complementarity.ts';
import type { AssayConfig } from '../model/config.ts';
import type { Corpus } from '../model/page.ts';
import type { FinishedRun } from '../report/reporter.ts';
import type { Bisected } from './bisect/bisect.ts';
import type { Comparisons } from './compare.ts';
import type { GateResult } from './gate/gate.ts';
import type { ReadRunSettings } from './run-pages.ts';
import type {
  BisectSettings,
  GateSettings,
  MergeSettings,
  ReportRunSettings,
  RunSettings,
  ScoreSettings,
} from './settings.ts';
import type { SuspectGold } from './suspects.ts';

/**
 * The commands as functions. Each is loaded on demand, because modules of extractors import this library too and need
 * none of them.
 */

/**
 * Runs extractors over corpora, as `assay run` does: each extractor in processes of its own. Leaves a run folder with
 * everything behind the figures, and gives its path, the summary and every page's line.
 *
 * ```ts
 * const { summary, folder } = await run({ extractors: ['./src/mine.ts', 'readability'], corpora: ['./test/corpus'] });
 * ```
 *
 * @throws AssayError `usage` or `bad-input`, saying what is wrong with the settings, the configuration or a corpus;
 * `RunStopped` if the signal was aborted. Faults of an extractor are results, not errors.
 */
export async function run(settings: RunSettings = {}): Promise<FinishedRun> {
  return (await import('./run.ts')).run(settings);
}

/**
 * Scores a finished run again under other metrics or another policy, as `assay score` does, and leaves a run folder. No
 * extractor runs.
 *
 * @param folder the run: its folder, its label, or `latest`
 * @throws AssayError `bad-input` if there is no run, something in it was lost, or a corpus has changed since; `usage`
 * if it is not finished.
 */
export async function scoreRun(folder: string, settings: ScoreSettings = {}): Promise<FinishedRun> {
  return (await import('./score-run.ts')).scoreRun(folder, settings);
}

/**
 * Holds extractors against their baselines, as `assay gate` does, and gives the verdict. Baselines that are missing are
 * written, unless `ci` is set.
 *
 * ```ts
 * const { verdict } = await gate({ extractors: ['./src/mine.ts'], corpora: ['./test/corpus'], ci: true });
 * if (verdict?.verdict === 'fail') throw new Error('the extractor got worse');
 * ```
 *
 * @throws AssayError `usage` for a baseline that is missing where `ci` or `base` is set; `bad-input` for one of other
 * figures or another corpus.
 */
export async function gate(settings: GateSettings = {}): Promise<GateResult> {
  return (await import('./gate/gate.ts')).gate(settings);
}

/**
 * Writes the reports of a finished run, as `assay report` does. Nothing is run or scored.
 *
 * @param named the run: its folder, its label, or `latest`
 * @throws AssayError `bad-input` if there is no run; `usage` if it is not finished.
 */
export async function reportRun(named: string, settings: ReportRunSettings = {}): Promise<FinishedRun> {
  return (await import('./report-run.ts')).reportRun(named, settings);
}

/**
 * Finds the commit that lost a page, a slice or points of the whole corpus, as `assay bisect` does: the extractor as it was,
 * in a work tree of its own, over the corpus as it is. With `package` the version of a package that lost it: the extractor as
 * it is, with that version in a temporary folder; meanwhile `NODE_OPTIONS` or `PYTHONPATH` of this process is another.
 *
 * ```ts
 * const { lost } = await bisect({ good: 'v1.2.0', bad: 'HEAD', extractor: 'mine', page: 'news.example/menu' });
 * ```
 *
 * @throws AssayError `usage` for revisions or versions that do not follow each other or between which nothing was lost
 */
export async function bisect(settings: BisectSettings): Promise<Bisected> {
  return (await import('./bisect/bisect.ts')).bisect(settings);
}

/**
 * Joins the shards of a run, as `assay merge` does, to what the whole run would have left.
 *
 * @param folders the folders of all shards, in any order
 * @param out folder for the run, empty or new
 * @throws AssayError `usage` unless these are all shards of one run, finished, each once; it says what is missing.
 */
export async function mergeShards(
  folders: readonly string[],
  out: string,
  settings: MergeSettings = {},
): Promise<FinishedRun> {
  return (await import('./merge.ts')).mergeShards(folders, out, settings);
}

/**
 * Compares what `assay compare` is given: every two extractors of a run (`compare(RUN)`), two extractors of a run
 * (`compare(RUN, [A, B])`), the extractors that two runs have in common (`compare(OLD, [NEW])`), one that both have
 * (`compare(OLD, [NEW, A])`), or one of each (`compare(OLD, [NEW, A, B])`), on every corpus that both ran over.
 *
 * @throws AssayError `usage` for other arguments, an extractor or a run that is not there; `bad-input` for runs whose
 * figures do not belong together.
 */
export async function compare(named: string, others: readonly string[] = []): Promise<Comparisons> {
  return (await import('./compare.ts')).compare(named, others);
}

/**
 * Says what every two extractors of a run have in common and what only one has, as `assay compare --complementarity` does.
 *
 * @throws AssayError as `suspectGold`
 */
export async function complementarity(
  named: string,
  settings: ReadRunSettings = {},
): Promise<Complementarity[]> {
  return (await import('./complementarity.ts')).complementarity(named, settings);
}

/**
 * Lists the text on which independent extractors of a run agree with each other against the gold, as `assay corpus suspects`
 * does.
 *
 * @throws AssayError `usage` for a run with too few extractors; `bad-input` for one that is not whole, or a corpus that has
 * changed since.
 */
export async function suspectGold(named: string, settings: ReadRunSettings = {}): Promise<SuspectGold> {
  return (await import('./suspects.ts')).suspectGold(named, settings);
}

/**
 * Opens a corpus to read its pages and gold: a name of the configuration, `builtin`, a folder, or a dataset such as
 * `aeb:PATH`. All gold is checked first; pages are read one at a time.
 *
 * ```ts
 * const corpus = await openCorpus('./test/corpus');
 * for (const reference of corpus.pages) {
 *   const { page, gold } = await corpus.read(reference);
 * }
 * ```
 *
 * @param config as in `RunSettings`
 * @throws AssayError `bad-input` with what is wrong with the corpus, `usage` for one that nobody knows.
 */
export async function openCorpus(corpus: string, config?: string | AssayConfig | false): Promise<Corpus> {
  const [{ loadConfig }, { openCorpora }] = await Promise.all([
    import('../config/load-config.ts'),
    import('../config/open-corpora.ts'),
  ]);
  const [opened] = await openCorpora(await loadConfig(config), [corpus]);
  return opened!.corpus;
}
