import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { REPORT_PAGES_EXPECTED, isReportPages } from '../report/html/chosen-pages.ts';
import type { ReportPages } from '../report/html/chosen-pages.ts';
import type { FinishedRun } from '../report/reporter.ts';
import { AssayError } from '../util/error.ts';
import { pathExists } from '../util/path-exists.ts';
import { printable } from '../util/printable.ts';
import { readablePath } from '../util/readable-path.ts';
import { terminalLink } from './terminal-link.ts';
import { tell } from '../report/print.ts';

/** The reporters of a command if neither its options nor the configuration name any. */
export const USUAL_REPORTERS: readonly string[] = ['terminal', 'markdown', 'html'];

/** The options of a command that reports a run. */
export interface ReportingOptions {
  readonly reporter?: readonly string[] | undefined;
  readonly json?: true | undefined;
  readonly reportPages?: ReportPages | undefined;
}

/** Flags, description and parser of the option that names reporters. */
export const REPORTER_OPTION = [
  '--reporter <names>',
  'terminal, markdown, html, json, csv, junit, github, or the path of a module; several with commas; may be repeated (default: as configured, else terminal,markdown,html)',
  (value: string, before: readonly string[] = []): readonly string[] => [...before, ...value.split(',')],
] as const;

/** Flags, description and parser of the option that makes `report.html` smaller. */
export const REPORT_PAGES_OPTION = [
  '--report-pages <which>',
  'the pages whose texts are in report.html: all, or worst:N of each corpus (default: as many of the worst as fit into 40 MB)',
  (value: string): ReportPages => {
    if (isReportPages(value)) return value;
    throw new InvalidArgumentError(REPORT_PAGES_EXPECTED);
  },
] as const;

/** Flags and description of the option for programs. */
export const SUMMARY_OPTION = [
  '--json',
  'print summary.json, with the folder of the run, instead of the table',
] as const;

/**
 * The reporters that the options name; undefined if they name none.
 *
 * @throws AssayError `usage` if both are given.
 */
export function chosenReporters({ reporter, json }: ReportingOptions): readonly string[] | undefined {
  if (json === undefined) return reporter;
  if (reporter === undefined) return ['json', 'markdown', 'html'];
  const found = 'found both --json and --reporter';
  throw new AssayError(
    'usage',
    `${found}; --json stands for --reporter json,markdown,html, so give one of the two`,
  );
}

/** `0.4 MB`, `31 MB`. */
function formatBytes(bytes: number): string {
  const megabytes = bytes / 1e6;
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`;
}

/** Says on standard error where the files of a finished run are, the one to look at last. */
export async function tellFolder({ folder }: FinishedRun): Promise<void> {
  const [{ HTML_FILE }, { REPORT_FILE }] = await Promise.all([
    import('../report/html.ts'),
    import('../report/markdown.ts'),
  ]);
  tell(`\nEvery page and every extraction: ${readablePath(folder)}/`);
  for (const name of [HTML_FILE, REPORT_FILE]) {
    const report = join(folder, name);
    if (!(await pathExists(report))) continue;
    if (name === HTML_FILE) tell(`Size of ${name}: ${formatBytes((await stat(report)).size)}`);
    // Its escape sequence is our own.
    process.stderr.write(`Report: ${terminalLink(printable(readablePath(report)), report)}\n`);
    return;
  }
}
