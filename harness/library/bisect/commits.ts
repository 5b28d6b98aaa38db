import { exec } from 'node:child_process';
import { mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { entryOf } from '../../config/choice.ts';
import { AssayError } from '../../util/error.ts';
import { pathExists } from '../../util/path-exists.ts';
import { commitOf, git } from '../git.ts';
import type { BisectSettings } from '../settings.ts';
import type { Series } from './bisect.ts';
import type { Measured, Measurement } from './measurement.ts';

/**
 * The commits after the good one up to the bad one. Each runs in a git worktree of its own: the extractor as it was, over the
 * corpus and with the settings of now.
 *
 * @throws AssayError `usage` for revisions that git does not know or that do not follow each other
 */
export async function openCommits(settings: BisectSettings, measurement: Measurement): Promise<Series> {
  const [good, bad] = [await commitOf(settings.good), await commitOf(settings.bad)];
  const later = await commitsBetween(good, bad);
  const checkout = await Checkout.open(settings, measurement);
  return {
    good,
    later,
    subjectOf: async (commit) => (await git(['log', '-1', '--format=%s', commit])).trim(),
    measure: (commit) => checkout.measure(commit),
    close: () => checkout.close(),
  };
}

/** The oldest first; of merges the side that they went into. */
async function commitsBetween(good: string, bad: string): Promise<string[]> {
  const list = await git(['rev-list', '--reverse', '--first-parent', '--ancestry-path', `${good}..${bad}`]);
  const commits = list.split('\n').filter((line) => line !== '');
  if (commits.length > 0) return commits;
  const found = `${bad.slice(0, 12)} does not come after ${good.slice(0, 12)}`;
  throw new AssayError('usage', `${found}; name an older commit with --good and a later one with --bad`);
}

class Checkout {
  readonly #folder: string;
  readonly #tree: string;
  /** The folder in the work tree that stands for that of the configuration. */
  readonly #place: string;
  readonly #settings: BisectSettings;
  readonly #measurement: Measurement;

  private constructor(folder: string, place: string, settings: BisectSettings, measurement: Measurement) {
    this.#folder = folder;
    this.#tree = join(folder, 'tree');
    this.#place = join(this.#tree, place);
    this.#settings = settings;
    this.#measurement = measurement;
  }

  static async open(settings: BisectSettings, measurement: Measurement): Promise<Checkout> {
    const here = measurement.loaded.folder;
    const root = (await git(['rev-parse', '--show-toplevel'], here)).trim();
    const place = relative(await realpath(root), await realpath(here));
    // Those of bisects that were killed.
    await git(['worktree', 'prune']);
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'assay-bisect-'));
    const checkout = new Checkout(folder, place, settings, measurement);
    try {
      await git(['worktree', 'add', '--detach', '--no-checkout', checkout.#tree]);
      return checkout;
    } catch (error) {
      await checkout.close();
      throw error;
    }
  }

  async measure(commit: string): Promise<Measured> {
    await git(['checkout', '--force', '--detach', '--quiet', commit], this.#tree);
    await this.#install();
    const { extractor } = this.#settings;
    const { extractors, policies } = this.#measurement.loaded.config;
    const config = join(this.#place, '.assay-bisect.yaml');
    const entry = entryOf(extractors, extractor);
    const name = entry === undefined ? 'extractor' : extractor;
    const all = { extractors: { [name]: entry ?? extractor }, ...(policies && { policies }) };
    await writeFile(config, JSON.stringify(all));
    const out = await mkdtemp(join(this.#folder, 'run-'));
    return this.#measurement.of({ config, extractor: name, out });
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
      const [here, there] = [this.#measurement.loaded.folder, this.#place].map((folder) =>
        join(folder, 'node_modules'),
      );
      if ((await pathExists(here!)) && !(await pathExists(there!))) await symlink(here!, there!, 'dir');
      return;
    }
    await promisify(exec)(install, { cwd: this.#place }).catch((cause: unknown) => {
      throw new AssayError('bad-input', `"${install}" failed`, { cause });
    });
  }
}
