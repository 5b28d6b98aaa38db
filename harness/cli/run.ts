import { Command } from 'commander';
import type { RunSettings } from '../library/settings.ts';
import { formatNumber } from '../report/format.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { RunStopped } from '../run/run-stopped.ts';
import {
  CONFIG_OPTION,
  ExitCode,
  LABEL_OPTION,
  collect,
  positiveInteger,
  shard,
  timeLimit,
} from './options.ts';
import {
  REPORTER_OPTION,
  REPORT_PAGES_OPTION,
  SUMMARY_OPTION,
  chosenReporters,
  tellFolder,
} from './reporting.ts';
import type { ReportingOptions } from './reporting.ts';
import { shellText } from '../util/command-words.ts';
import { printable } from '../util/printable.ts';
import { readablePath } from '../util/readable-path.ts';
import { watchedRun } from './watched-run.ts';
import { tell } from '../report/print.ts';

/** Options that have the names of the library's settings. */
type SameOptions = Pick<
  RunSettings,
  'policy' | 'pages' | 'limit' | 'workers' | 'repeat' | 'shard' | 'label' | 'out' | 'resume'
>;

interface RunCommandOptions extends ReportingOptions, SameOptions {
  readonly extractor?: readonly string[];
  readonly corpus?: readonly string[];
  readonly metric?: readonly string[];
  readonly kind?: readonly string[];
  readonly language?: readonly string[];
  readonly trait?: readonly string[];
  readonly split?: readonly string[];
  readonly timeout?: number;
  readonly memory?: number;
  readonly cache: boolean;
  readonly failOnFailures?: true;
  readonly config?: string;
}

/** `assay run`: extractors over corpora, a table, a run folder. */
export function runCommand(setExitCode: (code: number) => void): Command {
  return new Command('run')
    .description('Run extractors over corpora and report precision and recall.')
    .option(
      '-e, --extractor <name>',
      'a configured or known extractor, the path of a module, cmd:COMMAND, jsonl:COMMAND, the URL of a service, or recorded:PATH; may be repeated (default: as configured, else all that come with Assay)',
      collect,
    )
    .option(
      '-c, --corpus <corpus>',
      'a configured name, builtin, a folder, or a public dataset as it lies on disk, e.g. aeb:PATH; may be repeated (default: as configured, else ./corpus, else builtin)',
      collect,
    )
    .option('--policy <policy>', 'which blocks of gold are required (default: as configured, else article)')
    .option(
      '-m, --metric <name>',
      'a metric, e.g. words or shingles:empty=zero; the primary one is always there; may be repeated (default: see assay metrics)',
      collect,
    )
    .option('--pages <glob>', 'only pages whose identifier or site matches')
    .option('--kind <kind>', 'only pages of this kind; may be repeated', collect)
    .option('--language <tag>', 'only pages in this language, e.g. en; may be repeated', collect)
    .option('--trait <trait>', 'only pages with this trait; may be repeated', collect)
    .option('--split <split>', 'only pages of this split; may be repeated', collect)
    .option(
      '--limit <n>',
      'only the first n pages of each corpus that every extractor of the run takes',
      positiveInteger,
    )
    .option(
      '--workers <n>',
      'pages in work at the same time (default: as configured, else one a processor)',
      positiveInteger,
    )
    .option(
      '--timeout <ms>',
      'time limit of an extractor for one page (default: as configured, else 10000)',
      timeLimit,
    )
    .option(
      '--memory <mb>',
      'memory limit of an extractor with all that it starts (default: as configured, else 2048)',
      positiveInteger,
    )
    .option(
      '--repeat <n>',
      'put each page through each extractor n times and name those whose output differs',
      positiveInteger,
    )
    .option('--no-cache', 'extract every page anew, whatever the cache holds (default: as configured)')
    .option('--shard <i/n>', 'only the i-th of n parts of the pages; assay merge joins them', shard)
    .option('--resume <dir>', 'go on with a run that was stopped; what is not given is as in that run')
    .option(
      '--fail-on-failures',
      'exit code 1 where any page failed, not only where every page of an extractor did',
    )
    .option(...LABEL_OPTION)
    .option('--out <dir>', 'folder for the run (default: a new one under reports/runs)')
    .option(...CONFIG_OPTION)
    .option(...REPORTER_OPTION)
    .option(...REPORT_PAGES_OPTION)
    .option(...SUMMARY_OPTION)
    .action(async (options: RunCommandOptions) => {
      setExitCode(await runAction(options));
    });
}

/** The exit code of the run. */
async function runAction(options: RunCommandOptions): Promise<number> {
  const { extractor, corpus, metric, kind, language, trait, split, timeout, memory, cache, ...rest } =
    options;
  const { reporter, json, failOnFailures = false, ...same } = rest;
  try {
    const result = await watchedRun({
      ...same,
      extractors: extractor,
      corpora: corpus,
      metrics: metric,
      kinds: kind,
      languages: language,
      traits: trait,
      splits: split,
      timeoutMs: timeout,
      memoryMb: memory,
      // The option only switches the cache off; without it the configuration decides.
      cache: cache ? undefined : false,
      reporters: chosenReporters({ reporter, json }),
    });
    await tellFolder(result);
    const complaints = failuresOf(result, failOnFailures);
    for (const complaint of complaints) tell(`assay: ${complaint}`);
    return complaints.length === 0 ? ExitCode.DONE : ExitCode.REFUSED;
  } catch (error) {
    if (!(error instanceof RunStopped)) throw error;
    const folder = readablePath(error.folder);
    const given = [
      ...(extractor ?? []).flatMap((name) => ['--extractor', name]),
      ...(same.config === undefined ? [] : ['--config', same.config]),
    ];
    tell(
      `Stopped; ${formatNumber(error.done, 'page')} done and kept. Go on with:\n  assay run --resume ${shellText([folder, ...given])}`,
    );
    return ExitCode.INTERRUPTED;
  }
}

/**
 * A line for each extractor of which every page failed that it did not skip, in any corpus; with `any` for each of which
 * any page failed.
 */
function failuresOf({ description, summary }: FinishedRun, any: boolean): string[] {
  return description.extractors.flatMap(({ name }) => {
    const pages = summary.extractors.filter((entry) => entry.name === name).map((entry) => entry.pages);
    const scored = pages.reduce((sum, each) => sum + each.scored, 0);
    const failed = pages.reduce((sum, each) => sum + each.failed, 0);
    if (failed === 0 || (failed < scored && !any)) return [];
    const which = failed === scored ? 'every page' : `${failed} of ${formatNumber(scored, 'page')}`;
    return [`${which} of ${printable(name)} failed`];
  });
}
