import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Command } from 'commander';
import { AssayError } from '../util/error.ts';
import { pathExists } from '../util/path-exists.ts';
import { readablePath } from '../util/readable-path.ts';
import { CONFIG_OPTION, RUN_ARGUMENT } from './options.ts';
import {
  REPORTER_OPTION,
  REPORT_PAGES_OPTION,
  SUMMARY_OPTION,
  USUAL_REPORTERS,
  chosenReporters,
  tellFolder,
} from './reporting.ts';
import type { ReportingOptions } from './reporting.ts';

interface ReportOptions extends ReportingOptions {
  readonly open?: true;
  readonly config?: string;
  readonly against?: string;
}

/** `assay report`: the reports of a finished run, made again or in other formats. */
export function reportCommand(): Command {
  return new Command('report')
    .description('Write the reports of a finished run, in any format; nothing is run or scored.')
    .argument('<run>', RUN_ARGUMENT)
    .option('--open', 'open report.html in the browser')
    .option('--against <run>', 'put an earlier run beside it in report.html: what changed, page by page')
    .option(...CONFIG_OPTION)
    .option(...REPORTER_OPTION)
    .option(...REPORT_PAGES_OPTION)
    .option(...SUMMARY_OPTION)
    .action(async (run: string, options: ReportOptions) => {
      const { reportRun } = await import('../library/report-run.ts');
      const { config, reportPages, against } = options;
      const reporters = chosenReporters(options);
      const result = await reportRun(
        run,
        { config, reporters, reportPages, against },
        { usual: USUAL_REPORTERS },
      );
      await tellFolder(result);
      if (options.open === true) await openReport(result.folder);
    });
}

/** What opens a file in the program that the user has for it, by platform. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** @throws AssayError `usage` where there is no report or nothing to open it with. */
async function openReport(folder: string): Promise<void> {
  const { HTML_FILE } = await import('../report/html.ts');
  const file = join(folder, HTML_FILE);
  const name = readablePath(file);
  if (!(await pathExists(file))) {
    throw new AssayError('usage', `${name} is not there; name html among the reporters, or leave them out`);
  }
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, [...args, file], { detached: true, stdio: 'ignore' });
    child.once('error', (cause) => {
      const fix = 'open the file by hand';
      reject(new AssayError('usage', `${name} cannot be opened: there is no ${program}; ${fix}`, { cause }));
    });
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
