import { join } from 'node:path';
import { Command } from 'commander';
import pc from 'picocolors';
import { readablePath } from '../corpus/readable-path.ts';
import { run } from '../library/run.ts';
import type { RunResult } from '../run/run.ts';
import { toJson } from '../run/run-folder.ts';
import { CONFIG_OPTION, collect, positiveInteger } from './options.ts';
import { ProgressBar } from './progress.ts';

interface RunCommandOptions {
  readonly extractor?: readonly string[];
  readonly corpus?: readonly string[];
  readonly policy?: string;
  readonly metric?: readonly string[];
  readonly pages?: string;
  readonly kind?: readonly string[];
  readonly language?: readonly string[];
  readonly trait?: readonly string[];
  readonly split?: readonly string[];
  readonly limit?: number;
  readonly workers?: number;
  readonly timeout?: number;
  readonly memory?: number;
  readonly out?: string;
  readonly config?: string;
  readonly json?: true;
}

/** `assay run`: extractors over corpora, a table, a run folder. */
export function runCommand(): Command {
  return new Command('run')
    .description('Run extractors over corpora and report precision and recall.')
    .option(
      '-e, --extractor <name>',
      'a configured or known extractor, the path of a module, cmd:COMMAND, jsonl:COMMAND, the URL of a service, or recorded:PATH; may be repeated (default: as configured, else all that come with Assay)',
      collect,
    )
    .option(
      '-c, --corpus <corpus>',
      'a configured name, builtin, a folder, or a public dataset as it lies on disk, e.g. aeb:PATH; may be repeated (default: as configured, else builtin)',
      collect,
    )
    .option('--policy <policy>', 'which blocks of gold are required (default: as configured, else article)')
    .option(
      '-m, --metric <name>',
      'a metric, e.g. words; the primary one is always there; may be repeated (default: tokens, segments, shingles, exact)',
      collect,
    )
    .option('--pages <glob>', 'only pages whose identifier or site matches')
    .option('--kind <kind>', 'only pages of this kind; may be repeated', collect)
    .option('--language <tag>', 'only pages in this language, e.g. en; may be repeated', collect)
    .option('--trait <trait>', 'only pages with this trait; may be repeated', collect)
    .option('--split <split>', 'only pages of this split; may be repeated', collect)
    .option('--limit <n>', 'only the first n pages of each corpus', positiveInteger)
    .option(
      '--workers <n>',
      'pages in work at the same time (default: as configured, else one a processor)',
      positiveInteger,
    )
    .option(
      '--timeout <ms>',
      'time limit of an extractor for one page (default: as configured, else 10000)',
      positiveInteger,
    )
    .option(
      '--memory <mb>',
      'memory limit of an extractor with all that it starts (default: as configured, else 2048)',
      positiveInteger,
    )
    .option('--out <dir>', 'folder for the run (default: a new one under reports/runs)')
    .option(...CONFIG_OPTION)
    .option('--json', 'print summary.json instead of the table')
    .action(runAction);
}

async function runAction(options: RunCommandOptions): Promise<void> {
  const { extractor, corpus, metric, kind, language, trait, split, timeout, memory, json, ...same } = options;
  let progress: ProgressBar | undefined;
  const result = await run({
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
    onStart: (pages) => (progress = new ProgressBar(process.stderr, pages)),
    onPage: (line) => progress?.advance(line.extractor),
  }).finally(() => progress?.finish());
  await show(result, json === true);
}

async function show(result: RunResult, json: boolean): Promise<void> {
  // Loaded when there is something to show, as all that a run needs: a wrong option is told at once.
  const { terminalReport } = await import('../report/terminal.ts');
  process.stdout.write(json ? toJson(result.summary) : `\n${terminalReport(result, pc)}`);
  const report = readablePath(join(result.folder, 'report.md'));
  console.error(`\nReport: ${report}\nEvery page and every extraction: ${readablePath(result.folder)}/`);
}
