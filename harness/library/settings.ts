import { availableParallelism } from 'node:os';
import { metricNames } from '../analyse/labels.ts';
import { entryOf } from '../config/choice.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { DEFAULT_MEMORY_MB, LONGEST_TIMEOUT_MS } from '../extract/extractor.ts';
import type { AssayConfig, NamedModule, RunDefaults } from '../model/config.ts';
import type { Corpus } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import type { ReportSettings } from '../report/open-reporters.ts';
import { LATEST } from '../store/find-run.ts';
import { filesOfWorkers, mostOpenFiles, workersWithin } from '../process/open-files.ts';
import { readDescription } from '../store/read-run.ts';
import type { RunOptions, Shard } from '../store/run-description.ts';
import { defined } from '../util/defined.ts';
import { AssayError } from '../util/error.ts';
import { refuseUnknownNames } from './unknown-settings.ts';

/** The settings of a run. What is left out is as the configuration says, else as `assay run` does it. */
export interface RunSettings extends ReportSettings {
  /**
   * Extractors: names of the configuration, known names, module paths, `cmd:COMMAND`, `jsonl:COMMAND`, URLs of services,
   * `recorded:PATH`, or modules with options.
   * Default: `run.extractor` of the configuration, else all its extractors and the baselines, else all that come with Assay.
   */
  readonly extractors?: readonly (string | NamedModule)[] | undefined;
  /**
   * Corpora: names of the configuration, `builtin`, folders, datasets such as `aeb:PATH`, or corpora of the
   * program's own. Default: `run.corpus` of the configuration, else all its corpora, else `./corpus`, else the
   * built-in one.
   */
  readonly corpora?: readonly (string | Corpus)[] | undefined;
  /** Name of a policy, or one. Default: `run.policy` of the configuration, else `article`. */
  readonly policy?: string | Policy | undefined;
  /** Names of metrics; the primary one of each corpus is always computed. Default: see `assay metrics`. */
  readonly metrics?: readonly string[] | undefined;
  /** Only pages whose identifier or site matches this glob. Default: all. */
  readonly pages?: string | undefined;
  /** Only pages of one of these kinds. Default: all. */
  readonly kinds?: readonly string[] | undefined;
  /** Only pages in one of these languages; `en` takes `en-GB` too. Default: all. */
  readonly languages?: readonly string[] | undefined;
  /** Only pages with one of these traits. Default: all. */
  readonly traits?: readonly string[] | undefined;
  /** Only pages of one of these splits. Default: all. */
  readonly splits?: readonly string[] | undefined;
  /**
   * Only the first so many pages of each corpus that every extractor of the run takes, at least 1; of a corpus without
   * such pages the first so many. Default: all.
   */
  readonly limit?: number | undefined;
  /** Pages in work at the same time, at least 1. Default: as configured, else the number of processors. */
  readonly workers?: number | undefined;
  /** Time limit of an extractor for one page, milliseconds. Default: as configured, else 10 000. */
  readonly timeoutMs?: number | undefined;
  /** Memory limit of an extractor's process and all that it starts, megabytes. Default: as configured, else 2048. */
  readonly memoryMb?: number | undefined;
  /** Only one of the parts that a run is divided into. Default: all pages. */
  readonly shard?: Shard | undefined;
  /** How often each page goes through each extractor, to find those whose output differs. Default: once. */
  readonly repeat?: number | undefined;
  /**
   * Whether pages for which nothing has changed are answered from the cache, `.assay/cache` below the working directory.
   * Never where `repeat` is more than 1. Default: as configured, else true.
   */
  readonly cache?: boolean | undefined;
  /** What the run is called beside its folder, so that `compare` and others find it below `reports/runs`. Not `latest`. */
  readonly label?: string | undefined;
  /** Folder for the run, empty or new. Default: a new one under `reports/runs`. */
  readonly out?: string | undefined;
  /**
   * Folder of a run that was stopped, to go on with it. What is left out here is as in that run; what is given must
   * be the same.
   */
  readonly resume?: string | undefined;
  /** Stops the run when it is aborted; what is done is kept, and `RunStopped` is thrown. */
  readonly signal?: AbortSignal | undefined;
  /**
   * A configuration file, or a configuration, whose paths then are relative to the working directory; `false`:
   * none. Default: the `assay.config.*` in the working directory, if there is one.
   */
  readonly config?: string | AssayConfig | false | undefined;
  /**
   * Called for what is left out: if no extractor is named, each that comes with Assay and whose package is not installed, with
   * how to install it; and the pages of a corpus whose labels have todos left.
   */
  readonly onLeftOut?: ((problem: string) => void) | undefined;
}

/** How a run is scored again; what is left out is as in the run. */
export interface ScoreSettings
  extends ReportSettings, Pick<RunSettings, 'policy' | 'metrics' | 'corpora' | 'label' | 'out' | 'config'> {}

/** What is gated, and how; what is left out is as for a run. */
export interface GateSettings extends Omit<
  RunSettings,
  keyof ReportSettings | 'cache' | 'resume' | 'shard' | 'metrics'
> {
  /** A finished run to judge: its folder, its label, or `latest`. Default: the extractors are run. */
  readonly run?: string | undefined;
  /** Folder of the baselines. Default: `reports/baseline`. */
  readonly baseline?: string | undefined;
  /** A git revision whose baselines are compared with. Default: as the files are now. */
  readonly base?: string | undefined;
  /** Writes the baselines anew, unless the gate fails. Default: only those that are missing are written. */
  readonly update?: boolean | undefined;
  /** Lets an update lower them. */
  readonly allowRegression?: boolean | undefined;
  /** Removes acknowledgements that are unused or expired. */
  readonly prune?: boolean | undefined;
  /** A missing baseline is an error, nothing is updated, acknowledgements must be needed. Default: false. */
  readonly ci?: boolean | undefined;
}

/** How a finished run is reported. */
export interface ReportRunSettings extends Pick<RunSettings, 'config' | 'reporters' | 'reportPages'> {
  /** An earlier run (folder, label or `latest`) that `report.html` puts beside this one. Default: none. */
  readonly against?: string | undefined;
}

/** A commit or a version of a package, and the figure that was looked at; absent where it does not run. */
export interface Tried {
  /** The hash of the commit, or the version. */
  readonly state: string;
  /** The first line of the commit's message. */
  readonly subject?: string;
  readonly value?: number;
  /** Why it does not run, or why the page that is looked at failed. */
  readonly problem?: string;
}

/** What lost a figure is looked for between two revisions, or two versions of a package. */
export interface BisectSettings extends Pick<RunSettings, 'policy' | 'signal' | 'config'> {
  /** A git revision that still has what was lost, and a later one that does not; with `package` versions. */
  readonly good: string;
  readonly bad: string;
  /**
   * The package whose versions are tried, with the extractor as it is now: `npm:NAME` for modules, `pip:NAME` for commands in
   * Python. Default: commits are tried.
   */
  readonly package?: string | undefined;
  /** A name of the configuration as it is now, or what `--extractor` takes. */
  readonly extractor: string;
  /** As it is now. Default: as for a run, the first. */
  readonly corpus?: string | undefined;
  /** Identifier of the page that lost, or a part of it. */
  readonly page?: string | undefined;
  /** The slice that lost, `language=ja`. Default of both: the whole corpus. */
  readonly slice?: string | undefined;
  /** A command of the shell that makes a commit ready to run. Default: the packages that are installed now serve all. */
  readonly install?: string | undefined;
  /** Called after each that was tried. */
  readonly onTried?: ((tried: Tried) => void) | undefined;
}

/** How shards are joined. */
export interface MergeSettings extends Pick<RunSettings, 'config' | 'reporters'> {}

/** Every setting that a function of the library takes. */
// prettier-ignore
const SETTINGS: {
  readonly run: Readonly<Record<keyof RunSettings, true>>;
  readonly scoreRun: Readonly<Record<keyof ScoreSettings, true>>;
  readonly gate: Readonly<Record<keyof GateSettings, true>>;
  readonly reportRun: Readonly<Record<keyof ReportRunSettings, true>>;
  readonly mergeShards: Readonly<Record<keyof MergeSettings, true>>;
  readonly bisect: Readonly<Record<keyof BisectSettings, true>>;
} = {
  run: {
    extractors: true, corpora: true, policy: true, metrics: true, pages: true, kinds: true, languages: true, traits: true,
    splits: true, limit: true, workers: true, timeoutMs: true, memoryMb: true, shard: true, repeat: true, cache: true,
    label: true, out: true, resume: true, signal: true, config: true, reporters: true, reportPages: true, onStart: true, onPage: true, onLeftOut: true,
  },
  scoreRun: { policy: true, metrics: true, corpora: true, label: true, out: true, config: true, reporters: true, reportPages: true, onStart: true, onPage: true },
  gate: {
    extractors: true, corpora: true, policy: true, pages: true, kinds: true, languages: true, traits: true, splits: true,
    limit: true, workers: true, timeoutMs: true, memoryMb: true, repeat: true, label: true, out: true, signal: true, config: true,
    onLeftOut: true, run: true, baseline: true, base: true, update: true, allowRegression: true, prune: true, ci: true,
  },
  reportRun: { config: true, reporters: true, reportPages: true, against: true },
  mergeShards: { config: true, reporters: true },
  bisect: {
    good: true, bad: true, package: true, extractor: true, corpus: true, page: true, slice: true, install: true, policy: true,
    signal: true, config: true, onTried: true,
  },
};

/**
 * Refuses settings with unknown names: they would be ignored, and something else would run than was meant.
 *
 * @throws AssayError `usage` for the first such name, with the one that is right.
 */
export function refuseUnknownSettings(settings: object, of: keyof typeof SETTINGS): void {
  refuseUnknownNames(settings, Object.keys(SETTINGS[of]), of);
}

/**
 * Refuses settings that contradict each other. An empty list does not mean the default.
 *
 * @throws AssayError `usage` for empty lists, and for both `out` and `resume`.
 */
export function refuseContradictions({ extractors, corpora, out, resume }: RunSettings): void {
  if (out !== undefined && resume !== undefined) {
    throw new AssayError(
      'usage',
      'found both out and resume; a run that goes on does so in its own folder, so give one of the two',
    );
  }
  if (extractors?.length === 0) {
    const fix = 'leave extractors out to run those of the configuration';
    throw new AssayError('usage', `no extractor to run; ${fix}`);
  }
  if (corpora?.length === 0) {
    const fix = 'leave corpora out to take those of the configuration';
    throw new AssayError('usage', `no corpus to run over; ${fix}`);
  }
}

/**
 * Refuses labels that could not be told from something else.
 *
 * @throws AssayError `usage` for an empty one, `latest`, and one with a slash, which is a path.
 */
export function refuseLabel(label: string | undefined): void {
  if (label === undefined || (label.trim() !== '' && label !== LATEST && !label.includes('/'))) return;
  const expected = `expected a name without a slash other than ${LATEST}`;
  throw new AssayError('usage', `label: found ${JSON.stringify(label)}; ${expected}`);
}

const DEFAULT_TIMEOUT_MS = 10_000;

/** The largest numbers allowed; more would be a slip, and too much for the machine. */
const MOST: ReadonlyMap<string, number> = new Map([
  ['workers', 1000],
  ['repeat', 1000],
  ['timeoutMs', LONGEST_TIMEOUT_MS],
]);

/**
 * The options of a run: the settings, else those of the configuration, else the usual ones.
 *
 * @throws AssayError `usage` for a number out of its range.
 */
export function runOptions(settings: RunSettings, defaults: RunDefaults = {}): RunOptions {
  const { pages, kinds, languages, traits, splits, limit, shard, repeat } = settings;
  const asked = settings.workers ?? defaults.workers;
  const files = mostOpenFiles() ?? Infinity;
  const workers = asked ?? Math.min(availableParallelism(), workersWithin(files));
  const timeoutMs = settings.timeoutMs ?? defaults.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const memoryMb = settings.memoryMb ?? defaults.memoryMb ?? DEFAULT_MEMORY_MB;
  for (const [name, value] of Object.entries({ limit, repeat, workers, timeoutMs, memoryMb })) {
    const most = MOST.get(name) ?? Infinity;
    if (value === undefined || (Number.isSafeInteger(value) && value >= 1 && value <= most)) continue;
    const range = value > most ? ` and at most ${most}` : '';
    throw new AssayError('usage', `${name}: found ${value}; expected a whole number of at least 1${range}`);
  }
  if (asked !== undefined && asked > 1 && filesOfWorkers(asked) > files) {
    throw new AssayError(
      'usage',
      `workers: found ${asked}, which may have ${filesOfWorkers(asked)} files open at once, and this process may have ${files}; take at most ${workersWithin(files)}, or allow more (ulimit -n ${filesOfWorkers(asked)})`,
    );
  }
  if (shard !== undefined && !(shard.index >= 1 && shard.index <= shard.count)) {
    throw new AssayError(
      'usage',
      `shard: found ${shard.index}/${shard.count}; expected 1/${shard.count} to ${shard.count}/${shard.count}`,
    );
  }
  const rest = { pages, kinds, languages, traits, splits, limit, shard, ...(repeat !== 1 && { repeat }) };
  return { ...defined(rest), workers, timeoutMs, memoryMb };
}

/**
 * The settings of an earlier run, overridden by those that are given now.
 *
 * @throws AssayError `bad-input` if there is no run in the folder.
 */
export async function settingsOfRun(
  folder: string,
  { policy, metrics, extractors, corpora, ...asked }: RunSettings,
  { config }: LoadedConfig,
): Promise<RunSettings> {
  const description = await readDescription(folder);
  const { options, ownPolicy } = description;
  // A name that the configuration still has is taken before the source that it stood for.
  const named =
    (entries: Readonly<Record<string, unknown>> | undefined) =>
    ({ name, source }: { readonly name: string; readonly source: string }): string =>
      entryOf(entries, name) === undefined ? source : name;
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return {
    ...options,
    ...given,
    extractors: extractors ?? description.extractors.map(named(config.extractors)),
    corpora: corpora ?? description.corpora.map(named(config.corpora)),
    policy: policy ?? ownPolicy ?? description.policy,
    metrics: metrics ?? metricNames(description),
  };
}
