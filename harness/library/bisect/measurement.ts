import { figureOver, scoresOf } from '../../analyse/ranking.ts';
import { primaryOfRun } from '../../analyse/labels.ts';
import { loadConfig } from '../../config/load-config.ts';
import type { LoadedConfig } from '../../config/load-config.ts';
import { openCorpora } from '../../config/open-corpora.ts';
import { slicesOfPage } from '../../analyse/slices.ts';
import type { Corpus } from '../../model/page.ts';
import type { FinishedRun } from '../../report/reporter.ts';
import { valueOnPage } from '../../score/metric.ts';
import { AssayError } from '../../util/error.ts';
import { escapeGlob } from '../../util/escape-glob.ts';
import { namedBy } from '../../util/named-by.ts';
import { run } from '../run.ts';
import type { BisectSettings, RunSettings, Tried } from '../settings.ts';

/** What is run: the extractor as a configuration knows it, into a folder that does not exist or is empty. */
export interface MeasuredRun extends Pick<RunSettings, 'config' | 'cache'> {
  readonly extractor: string;
  readonly out: string;
}

/** The figure that is looked at, and why the page that is looked at failed. */
export type Measured = Required<Pick<Tried, 'value'>> & Pick<Tried, 'problem'>;

/** The figure that is looked at, over the corpus as it is now. */
export class Measurement {
  /** What was lost: a page, a slice, or `the whole`. */
  readonly what: string;
  readonly loaded: LoadedConfig;
  readonly #settings: BisectSettings;
  readonly #corpus: Corpus;

  private constructor(settings: BisectSettings, loaded: LoadedConfig, corpus: Corpus) {
    this.what = settings.page ?? settings.slice ?? 'the whole';
    this.loaded = loaded;
    this.#settings = settings;
    this.#corpus = corpus;
  }

  /** @throws AssayError `usage` for a page that the corpus does not have, or a part of a name that fits several */
  static async open(settings: BisectSettings): Promise<Measurement> {
    const loaded = await loadConfig(settings.config);
    const [opened] = await openCorpora(loaded, settings.corpus === undefined ? undefined : [settings.corpus]);
    const { corpus } = opened!;
    const { page } = settings;
    if (page === undefined) return new Measurement(settings, loaded, corpus);
    return new Measurement({ ...settings, page: pageCalled(page, corpus) }, loaded, corpus);
  }

  /**
   * Runs the extractor and gives the figure; with a page that failed 0, and why.
   *
   * @throws AssayError `bad-input` where it does not run or every page fails; `usage` where there is no such figure
   */
  async of({ extractor, ...where }: MeasuredRun): Promise<Measured> {
    const { page, policy = this.loaded.config.run?.policy, signal } = this.#settings;
    const finished = await run({
      ...where,
      extractors: [extractor],
      corpora: [this.#corpus],
      policy,
      metrics: [],
      ...(page !== undefined && { pages: escapeGlob(page) }),
      reporters: [],
      signal,
    }).catch((error: unknown) => {
      // That a module is not there or does not load is a fault of what is tried.
      if (error instanceof AssayError) throw new AssayError('bad-input', error.message, { cause: error });
      throw error;
    });
    const problem = whyAllFailed(finished);
    if (problem === undefined) return { value: this.#figure(finished) };
    if (page === undefined) throw new AssayError('bad-input', `every page failed: ${problem}`);
    return { value: this.#figure(finished), problem };
  }

  #figure({ description, journal }: FinishedRun): number {
    const { page, slice } = this.#settings;
    const metric = primaryOfRun(description, description.corpora[0]!);
    const lines = journal.filter(
      (line) =>
        (page === undefined || line.page === page) &&
        (slice === undefined || slicesOfPage(line.slices ?? {}).includes(slice)),
    );
    const scores = scoresOf(lines, metric);
    const value =
      page === undefined
        ? figureOver(scores, metric, metric.headline)
        : [...scores.values()].map((score) => valueOnPage(score, metric))[0];
    if (value !== undefined) return value;
    const found = `${this.what} has no ${metric.name} ${metric.headline} on ${this.#corpus.name}`;
    throw new AssayError('usage', `${found}; assay corpus list names pages and slices`);
  }
}

/** The identifier of a page, which may be called by a part of it. */
function pageCalled(name: string, { name: corpus, pages }: Corpus): string {
  const [first, second] = namedBy(pages, name, ({ id }) => id);
  if (first !== undefined && second === undefined) return first.id;
  const quoted = JSON.stringify(name);
  const found =
    first === undefined
      ? `${corpus} has no page that is called ${quoted}, or something with it`
      : `${quoted} fits several pages of ${corpus}: ${first.id}, ${second!.id} …`;
  throw new AssayError('usage', `${found}; assay corpus list names them`);
}

function whyAllFailed({ journal }: FinishedRun): string | undefined {
  const first = journal.find(({ status }) => status === 'failed');
  if (first?.status !== 'failed' || journal.some(({ status }) => status === 'extracted')) return undefined;
  return `${first.failure}: ${first.message}`;
}
