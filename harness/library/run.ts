import type { AssayConfig, NamedModule } from '../model/config.ts';
import type { Corpus } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { Shard } from '../store/run-description.ts';
import type { RunResult } from '../run/finish-run.ts';

/** What a program asks of a run; what it leaves out is as the configuration says, else as `assay run` does it. */
export interface RunSettings {
  /**
   * Extractors: names of the configuration, known names, module paths, `cmd:COMMAND`, `jsonl:COMMAND`, URLs of services,
   * `recorded:PATH`, or modules with options.
   * Default: `run.extractor` of the configuration, else all its extractors and the baselines, else all that come with Assay.
   */
  readonly extractors?: readonly (string | NamedModule)[] | undefined;
  /**
   * Corpora: names of the configuration, `builtin`, folders, datasets such as `aeb:PATH`, or corpora of the
   * program's own. Default: `run.corpus` of the configuration, else all its corpora, else the built-in one.
   */
  readonly corpora?: readonly (string | Corpus)[] | undefined;
  /** Name of a policy, or one. Default: `run.policy` of the configuration, else `article`. */
  readonly policy?: string | Policy | undefined;
  /** Names of metrics; the primary one of each corpus is always computed. Default: all but words, rouge-lsum and edit. */
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
  /** Only the first so many pages of each corpus, at least 1. Default: all. */
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
   * Called where no extractor is named, for each that comes with Assay and is left out because a package is not installed,
   * with how to install it.
   */
  readonly onLeftOut?: ((problem: string) => void) | undefined;
  /** Called before the first page with the number of pages to come, over all extractors and corpora; a resumed run's own too. */
  readonly onStart?: ((pages: number) => void) | undefined;
  /** Called after each page of each extractor. */
  readonly onPage?: ((line: JournalLine) => void) | undefined;
}

/**
 * Runs extractors over corpora, as `assay run` does: each extractor in processes of its own. Leaves a run folder with
 * everything behind the figures, and gives its path, the summary and every page's line.
 *
 * ```ts
 * const { summary, folder } = await run({ extractors: ['./src/mine.ts', 'readability'], corpora: ['./test/corpus'] });
 * ```
 *
 * @throws AssayError `usage` or `bad-input`, saying what is wrong with the settings, the configuration or a corpus.
 * Faults of an extractor are results, not errors.
 */
export async function run(settings: RunSettings = {}): Promise<RunResult> {
  // Loaded when it is called: extractors import this library too, and need none of it.
  const { runWith } = await import('./run-with.ts');
  return runWith(settings);
}
