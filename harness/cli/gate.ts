import { Command } from 'commander';
import type { GateSettings } from '../library/settings.ts';
import { formatNumber } from '../report/format.ts';
import { readablePath } from '../util/readable-path.ts';
import { CONFIG_OPTION, ExitCode, collect, positiveInteger, timeLimit } from './options.ts';
import { ProgressBar } from './progress.ts';
import { REPORTER_OPTION, USUAL_REPORTERS, chosenReporters } from './reporting.ts';
import type { ReportingOptions } from './reporting.ts';
import { tell } from '../report/print.ts';
import type { Verdict } from '../gate/verdict.ts';

interface GateOptions
  extends
    ReportingOptions,
    Pick<GateSettings, 'run' | 'baseline' | 'base' | 'update' | 'allowRegression' | 'prune' | 'config'>,
    Pick<GateSettings, 'policy' | 'pages' | 'limit' | 'workers' | 'repeat' | 'out'> {
  readonly extractor?: readonly string[];
  readonly corpus?: readonly string[];
  readonly timeout?: number;
  readonly memory?: number;
  readonly verdict?: string;
}

/** `assay gate`: a change held against the baseline, page by page. */
export function gateCommand(setExitCode: (code: number) => void): Command {
  return new Command('gate')
    .description(
      'Hold extractors against their baselines, page by page, and say whether a change may go in. The first run writes the baselines; in CI (CI=true) they have to be there. Exit codes: 0 it may, 1 it may not, 2 wrong use or no baseline to judge by.',
    )
    .option(
      '-e, --extractor <name>',
      'as assay run takes it; may be repeated (default: as configured)',
      collect,
    )
    .option(
      '-c, --corpus <corpus>',
      'as assay run takes it; may be repeated (default: as configured, else builtin)',
      collect,
    )
    .option('--run <run>', 'judge a finished run, by its folder, its label or latest; no extractor runs')
    .option('--verdict <file>', 'report a verdict.json that was made elsewhere; nothing is judged')
    .option('--baseline <dir>', 'folder of the baselines (default: reports/baseline)')
    .option('--base <ref>', 'compare with the baselines of a git revision')
    .option('--update', 'write the baselines anew, unless the gate fails')
    .option(
      '--allow-regression',
      'with --update: write them although the gate fails, and say what is given up',
    )
    .option('--prune', 'remove acknowledgements that are unused or expired')
    .option('--policy <policy>', 'which blocks of gold are required (default: as configured, else article)')
    .option('--pages <glob>', 'only pages whose identifier or site matches')
    .option('--limit <n>', 'only the first n pages of each corpus', positiveInteger)
    .option('--workers <n>', 'pages in work at the same time', positiveInteger)
    .option(
      '--repeat <n>',
      'put each page through n times; pages whose output differs are listed as unstable',
      positiveInteger,
    )
    .option('--timeout <ms>', 'time limit of an extractor for one page', timeLimit)
    .option('--memory <mb>', 'memory limit of an extractor with all that it starts', positiveInteger)
    .option('--out <dir>', 'folder for the run (default: a new one under reports/runs)')
    .option(...CONFIG_OPTION)
    .option(...REPORTER_OPTION)
    .option('--json', 'print verdict.json instead of the text')
    .action(async (options: GateOptions) => {
      setExitCode(await gateAction(options));
    });
}

async function gateAction(options: GateOptions): Promise<number> {
  const { extractor, corpus, timeout, memory, reporter, json, verdict, ...same } = options;
  const { gateAndReport, reportVerdict } = await import('../library/gate/gate.ts');
  if (verdict !== undefined) {
    await reportVerdict(
      verdict,
      same.config,
      { reporters: chosenReporters({ reporter, json }) },
      { usual: USUAL_REPORTERS },
    );
    return ExitCode.DONE;
  }
  const progress = new ProgressBar();
  const result = await gateAndReport(
    { ...same, extractors: extractor, corpora: corpus, timeoutMs: timeout, memoryMb: memory, ci: isCi() },
    { reporters: chosenReporters({ reporter, json }) },
    { usual: USUAL_REPORTERS, progress },
  ).finally(() => progress.finish());
  const why = options.update === true ? '' : '; there was none to judge by';
  for (const file of result.written) tell(`baseline written: ${file}${why}`);
  if (result.pruned > 0) tell(`${formatNumber(result.pruned, 'acknowledgement')} removed`);
  if (result.refused !== undefined) tell(`assay: ${result.refused}`);
  if (options.update !== true && isGain(result.verdict))
    tell('Better than the baseline. Keep the gain: assay gate --update, not in CI');
  if (options.update !== true && result.verdict?.verdict === 'fail')
    tell(
      'Mend what fails, or accept losses with a reason in acknowledged.yaml. Accept everything: assay gate --update --allow-regression, not in CI',
    );
  tell(`Every page and every extraction: ${readablePath(result.folder)}/`);
  if (result.refused !== undefined) return ExitCode.REFUSED;
  const isAccepted = options.update === true && options.allowRegression === true;
  return result.verdict?.verdict === 'fail' && !isAccepted ? ExitCode.REFUSED : ExitCode.DONE;
}

/** Whether what passed is better: without a new baseline the next change may lose it again. */
function isGain(verdict: Verdict | undefined): boolean {
  if (verdict?.verdict !== 'pass') return false;
  return verdict.extractors.some(({ before = 0, after = 0 }) => after - before >= LEAST_GAIN);
}

/** Less does not show in the figures of a verdict. */
const LEAST_GAIN = 0.0001;

/** Whether this is a job of CI, as nearly all systems say it. */
function isCi(): boolean {
  const { CI = '' } = process.env;
  return CI !== '' && CI !== 'false' && CI !== '0';
}
