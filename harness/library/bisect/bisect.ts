import { exec } from 'node:child_process';
import { mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { figureOver, scoresOf } from '../../analyse/ranking.ts';
import { primaryOfRun } from '../../analyse/labels.ts';
import { entryOf } from '../../config/choice.ts';
import { loadConfig } from '../../config/load-config.ts';
import type { LoadedConfig } from '../../config/load-config.ts';
import { openCorpora } from '../../config/open-corpora.ts';
import { slicesOfPage } from '../../gate/slices.ts';
import { valueOnPage } from '../../score/metric.ts';
import type { Corpus } from '../../model/page.ts';
import type { FinishedRun } from '../../report/reporter.ts';
import { AssayError } from '../../util/error.ts';
import { escapeGlob } from '../../util/escape-glob.ts';
import { pathExists } from '../../util/path-exists.ts';
import { commitOf, git } from '../git.ts';
import { narrow } from './narrow.ts';
import { run } from '../run.ts';
import { refuseUnknownSettings } from '../settings.ts';
import type { BisectSettings, TriedCommit } from '../settings.ts';

/** Which commit lost what was looked at. */
export interface Bisected {
  /** What was looked at: a page, a slice, or `the whole`. */
  readonly what: string;
  readonly good: TriedCommit;
  readonly bad: TriedCommit;
  /** The commit that lost it, or several in order if those before the last do not run. Not empty. */
  readonly lost: readonly TriedCommit[];
  /** The figure on the commit before. */
  readonly before: number;
  /** How many commits were run, the two ends among them. */
  readonly runs: number;
}

/** A loss of less is not looked for. */
const LEAST_LOSS = 0.001;

/** Does what `bisect` of the library and `assay bisect` do. */
export async function bisect(settings: BisectSettings): Promise<Bisected> {
  refuseUnknownSettings(settings, 'bisect');
  if (settings.page !== undefined && settings.slice !== undefined) {
    throw new AssayError('usage', 'found both a page and a slice; look for the loss of one of them');
  }
  const [good, bad] = [await commitOf(settings.good), await commitOf(settings.bad)];
  const commits = await commitsBetween(good, bad);
  const checkout = await Checkout.open(settings);
  try {
    const tried = new Map<string, TriedCommit>();
    const attempt = async (commit: string): Promise<TriedCommit> => {
      const result = await checkout.attempt(commit);
      tried.set(commit, result);
      settings.onTried?.(result);
      return result;
    };
    const [first, last] = [await attempt(good), await attempt(bad)];
    const [high, low] = [valueOf(first), valueOf(last)];
    if (high - low < LEAST_LOSS) {
      const found = `${checkout.what} has ${high.toFixed(3)} on ${settings.good} and ${low.toFixed(3)} on ${settings.bad}`;
      throw new AssayError('usage', `${found}: nothing was lost; name a good commit that has more`);
    }
    const middle = (high + low) / 2;
    const { before, after } = await narrow(commits.length, async (step) => {
      const { value } = await attempt(commits[step]!);
      return value === undefined ? 'unknown' : value < middle ? 'after' : 'before';
    });
    const lost = commits.slice(before + 1, after + 1).map((commit) => tried.get(commit)!);
    return {
      what: checkout.what,
      good: first,
      bad: last,
      lost,
      before: before === -1 ? high : tried.get(commits[before]!)!.value!,
      runs: tried.size,
    };
  } finally {
    await checkout.close();
  }
}

function valueOf({ value, commit, problem }: TriedCommit): number {
  if (value !== undefined) return value;
  throw new AssayError('usage', `${commit.slice(0, 12)} does not run: ${problem}; name another commit`);
}

/** The commits after the good one up to the bad one, the oldest first; of merges the side that they went into. */
async function commitsBetween(good: string, bad: string): Promise<string[]> {
  const list = await git(['rev-list', '--reverse', '--first-parent', '--ancestry-path', `${good}..${bad}`]);
  const commits = list.split('\n').filter((line) => line !== '');
  if (commits.length > 0) return commits;
  const found = `${bad.slice(0, 12)} does not come after ${good.slice(0, 12)}`;
  throw new AssayError('usage', `${found}; name an older commit with --good and a later one with --bad`);
}

/** A work tree of its own, in which the extractor runs as it was, over the corpus and with the settings of now. */
class Checkout {
  readonly what: string;
  readonly #folder: string;
  readonly #tree: string;
  /** The folder in the work tree that stands for that of the configuration. */
  readonly #place: string;
  readonly #loaded: LoadedConfig;
  readonly #settings: BisectSettings;
  readonly #corpus: Corpus;

  private constructor(
    folder: string,
    place: string,
    loaded: LoadedConfig,
    settings: BisectSettings,
    corpus: Corpus,
  ) {
    this.what = settings.page ?? settings.slice ?? 'the whole';
    this.#folder = folder;
    this.#tree = join(folder, 'tree');
    this.#place = join(this.#tree, place);
    this.#loaded = loaded;
    this.#settings = settings;
    this.#corpus = corpus;
  }

  static async open(settings: BisectSettings): Promise<Checkout> {
    const loaded = await loadConfig(settings.config);
    const [opened] = await openCorpora(loaded, settings.corpus === undefined ? undefined : [settings.corpus]);
    const root = (await git(['rev-parse', '--show-toplevel'], loaded.folder)).trim();
    const place = relative(await realpath(root), await realpath(loaded.folder));
    // Those of bisects that were killed.
    await git(['worktree', 'prune']);
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'assay-bisect-'));
    const checkout = new Checkout(folder, place, loaded, settings, opened!.corpus);
    try {
      await git(['worktree', 'add', '--detach', '--no-checkout', checkout.#tree]);
      return checkout;
    } catch (error) {
      await checkout.close();
      throw error;
    }
  }

  /** Runs a commit. What keeps it from running is a result. */
  async attempt(commit: string): Promise<TriedCommit> {
    const subject = (await git(['log', '-1', '--format=%s', commit])).trim();
    this.#settings.signal?.throwIfAborted();
    try {
      await git(['checkout', '--force', '--detach', '--quiet', commit], this.#tree);
      await this.#install();
      return { commit, subject, value: this.#figure(await this.#run()) };
    } catch (error) {
      if (!(error instanceof AssayError) || error.code === 'usage') throw error;
      return { commit, subject, problem: error.message };
    }
  }

  async close(): Promise<void> {
    await git(['worktree', 'remove', '--force', this.#tree]).catch(() => undefined);
    await rm(this.#folder, { recursive: true, force: true });
    await git(['worktree', 'prune']);
  }

  /** What the commit needs: by a command, else the packages that are installed here now. */
  async #install(): Promise<void> {
    const { install } = this.#settings;
    if (install === undefined) {
      const [here, there] = [join(this.#loaded.folder, 'node_modules'), join(this.#place, 'node_modules')];
      if ((await pathExists(here)) && !(await pathExists(there))) await symlink(here, there, 'dir');
      return;
    }
    await promisify(exec)(install, { cwd: this.#place }).catch((cause: unknown) => {
      throw new AssayError('bad-input', `"${install}" failed`, { cause });
    });
  }

  async #run(): Promise<FinishedRun> {
    const { extractor, page, policy = this.#loaded.config.run?.policy, signal } = this.#settings;
    const { extractors, policies } = this.#loaded.config;
    const config = join(this.#place, '.assay-bisect.yaml');
    const entry = entryOf(extractors, extractor) ?? extractor;
    const name = entryOf(extractors, extractor) === undefined ? 'extractor' : extractor;
    await writeFile(config, JSON.stringify({ extractors: { [name]: entry }, ...(policies && { policies }) }));
    const finished = await run({
      config,
      extractors: [name],
      corpora: [this.#corpus],
      policy,
      metrics: [],
      ...(page !== undefined && { pages: escapeGlob(page) }),
      reporters: [],
      out: await mkdtemp(join(this.#folder, 'run-')),
      signal,
    }).catch((error: unknown) => {
      // That a module is not there or does not load is a fault of the commit.
      if (error instanceof AssayError) throw new AssayError('bad-input', error.message, { cause: error });
      throw error;
    });
    const { journal } = finished;
    const first = journal.find(({ status }) => status === 'failed');
    if (page !== undefined || first?.status !== 'failed') return finished;
    if (journal.some(({ status }) => status === 'extracted')) return finished;
    throw new AssayError('bad-input', `every page failed: ${first.failure}: ${first.message}`);
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
    const fix = 'assay corpus list names pages and slices';
    throw new AssayError(
      'usage',
      `${this.what} has no ${metric.name} ${metric.headline} on ${this.#corpus.name}; ${fix}`,
    );
  }
}
