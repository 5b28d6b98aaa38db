import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { readablePath } from '../corpus/readable-path.ts';
import type { Extractor } from '../extract/extractor.ts';
import { catalogExtractors, resolveExtractor } from '../extract/resolve.ts';
import { POLICIES } from '../model/policy.ts';
import type { PolicyName } from '../model/policy.ts';
import type { RunOptions } from '../model/run.ts';
import { markdownReport } from '../report/markdown.ts';
import { terminalReport } from '../report/terminal.ts';
import { planPages } from '../run/plan.ts';
import { run } from '../run/run.ts';
import type { RunResult } from '../run/run.ts';
import { toJson, writeWhole } from '../run/run-folder.ts';
import { METRICS, selectMetrics } from '../score/metrics/register.ts';
import { openCorpora } from './open-corpora.ts';
import { collect, positiveInteger } from './options.ts';
import { assayVersion, builtInCorpus } from './paths.ts';
import { ProgressBar } from './progress.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

interface RunCommandOptions {
  readonly extractor?: readonly string[];
  readonly corpus?: readonly string[];
  readonly policy: PolicyName;
  readonly metric?: readonly string[];
  readonly pages?: string;
  readonly kind?: readonly string[];
  readonly language?: readonly string[];
  readonly trait?: readonly string[];
  readonly split?: readonly string[];
  readonly limit?: number;
  readonly workers: number;
  readonly timeout: number;
  readonly out?: string;
  readonly json?: true;
}

/** `assay run`: extractors over corpora, a table, a run folder. */
export function runCommand(): Command {
  return new Command('run')
    .description('Run extractors over corpora and report precision and recall.')
    .option(
      '-e, --extractor <name>',
      'a known extractor, the path of a module, or recorded:PATH; may be repeated (default: all known ones)',
      collect,
    )
    .option(
      '-c, --corpus <corpus>',
      'a folder, or a public dataset as it lies on disk, e.g. aeb:PATH; may be repeated (default: the built-in corpus)',
      collect,
    )
    .addOption(
      new Option('--policy <policy>', 'which blocks of gold are required')
        .choices(Object.keys(POLICIES))
        .default('article'),
    )
    .option(
      '-m, --metric <name>',
      `one of ${METRICS.map((metric) => metric.name).join(', ')}; may be repeated (default: tokens, shingles, exact)`,
      collect,
    )
    .option('--pages <glob>', 'only pages whose identifier or site matches')
    .option('--kind <kind>', 'only pages of this kind; may be repeated', collect)
    .option('--language <tag>', 'only pages in this language, e.g. en; may be repeated', collect)
    .option('--trait <trait>', 'only pages with this trait; may be repeated', collect)
    .option('--split <split>', 'only pages of this split; may be repeated', collect)
    .option('--limit <n>', 'only the first n pages of each corpus', positiveInteger)
    .option('--workers <n>', 'pages in work at the same time', positiveInteger, availableParallelism())
    .option('--timeout <ms>', 'time limit of an extractor for one page', positiveInteger, DEFAULT_TIMEOUT_MS)
    .option('--out <dir>', 'folder for the run (default: a new one under reports/runs)')
    .option('--json', 'print summary.json instead of the table')
    .action(runAction);
}

async function runAction(options: RunCommandOptions): Promise<void> {
  const metrics = selectMetrics(options.metric);
  const extractors = await resolveExtractors(options.extractor);
  const corpora = await openCorpora(options.corpus ?? [builtInCorpus()]);
  const runOptions = toRunOptions(options);
  const plans = planPages(corpora, runOptions);
  const pages = plans.reduce((sum, plan) => sum + plan.pages.length, 0);
  const progress = new ProgressBar(process.stderr, pages * extractors.length);
  const result = await run({
    assayVersion: assayVersion(),
    plans,
    extractors,
    policy: POLICIES[options.policy],
    metrics,
    options: runOptions,
    ...(options.out === undefined ? {} : { out: options.out }),
    onPage: (line) => progress.advance(line.extractor),
  }).finally(() => progress.finish());
  await writeWhole(result.folder, 'report.md', markdownReport(result));
  show(result, options.json === true);
}

async function resolveExtractors(names: readonly string[] | undefined): Promise<Extractor[]> {
  if (names === undefined) return catalogExtractors();
  return Promise.all(names.map(resolveExtractor));
}

function toRunOptions(options: RunCommandOptions): RunOptions {
  const { pages, kind, language, trait, split, limit, workers, timeout } = options;
  return {
    ...(pages === undefined ? {} : { pages }),
    ...(kind === undefined ? {} : { kinds: kind }),
    ...(language === undefined ? {} : { languages: language }),
    ...(trait === undefined ? {} : { traits: trait }),
    ...(split === undefined ? {} : { splits: split }),
    ...(limit === undefined ? {} : { limit }),
    workers,
    timeoutMs: timeout,
  };
}

function show(result: RunResult, json: boolean): void {
  process.stdout.write(json ? toJson(result.summary) : `\n${terminalReport(result, pc)}`);
  const report = readablePath(join(result.folder, 'report.md'));
  console.error(`\nReport: ${report}\nEvery page and every extraction: ${readablePath(result.folder)}/`);
}
