import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atPlace, choicesOf, configuredChoices, entryOf } from '../config/choice.ts';
import type { Choice } from '../config/choice.ts';
import type { LoadedConfig } from '../config/load-config.ts';
import { loadModule } from '../config/load-module.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { unknownName } from '../util/did-you-mean.ts';
import { AssayError } from '../util/error.ts';
import { isRecord } from '../util/is-record.ts';
import { pathExists } from '../util/path-exists.ts';
import { readablePath } from '../util/readable-path.ts';
import { settles } from '../util/settles.ts';
import { githubReporter } from './github.ts';
import { csvReporter } from './csv.ts';
import { htmlReporter } from './html.ts';
import type { HtmlSettings } from './html.ts';
import { REPORT_PAGES_EXPECTED, isReportPages } from './html/chosen-pages.ts';
import type { ReportPages } from './html/chosen-pages.ts';
import { jsonReporter } from './json.ts';
import { junitReporter } from './junit.ts';
import { markdownReporter } from './markdown.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import { terminalReporter } from './terminal.ts';

/** Makes a reporter; it gets the names of all reporters of the run. */
type ReporterMaker = (chosen: readonly string[], html: HtmlSettings) => Reporter;

/** Every reporter by its name. A new reporter is one file here and one line in this list. */
const REPORTERS: Readonly<Record<string, ReporterMaker>> = {
  terminal: terminalReporter,
  markdown: markdownReporter,
  html: (_chosen, settings) => htmlReporter(settings),
  json: jsonReporter,
  csv: csvReporter,
  junit: junitReporter,
  github: githubReporter,
};

/** The names of the hooks. */
const HOOKS = ['onRunStart', 'onPage', 'onRunEnd', 'onVerdict'] as const;

/** The most that a hook of a user's module may take. */
const HOOK_MS = 300_000;

/** The settings of a run that are about its reports. */
export interface ReportSettings {
  /**
   * The reporters of the run: names (`terminal`, `markdown`, `html`, `json`, `csv` …), paths of modules whose default export is a reporter,
   * or objects. Default: `run.reporter` of the configuration, else `['markdown']`, which writes `report.md`.
   */
  readonly reporters?: readonly (string | Reporter)[] | undefined;
  /**
   * The pages whose texts are put into `report.html`: `all`, or the n worst ones of each corpus, `worst:200`. Default: all, of
   * a large run as many of the worst as fit into 40 MB.
   */
  readonly reportPages?: ReportPages | undefined;
  /** Called before the first page with the number of pages, over all extractors and corpora; a resumed run's own too. */
  readonly onStart?: ((pages: number) => void) | undefined;
  /** Called after each page of each extractor. */
  readonly onPage?: ((line: JournalLine) => void) | undefined;
}

/** The defaults of reporters, which differ between the command line and a program. */
export interface ReportDefaults {
  /** The reporters where neither the settings nor the configuration name any. Default: `markdown`. */
  readonly usual?: readonly string[];
  /** Shows the progress of the run; it is called before all others. Default: none. */
  readonly progress?: Reporter;
  /** An earlier run that `report.html` puts beside the run. Default: none. */
  readonly against?: FinishedRun | undefined;
}

/**
 * Opens the reporters of the settings, else those of `run.reporter` in the configuration, else the usual ones. They are
 * combined into one, whose hooks call theirs one after the other; if one of them throws, the others are called first and
 * its error is thrown then.
 *
 * @throws AssayError `usage` for a name that no reporter has, a module that is not a reporter, or an earlier run without `html`.
 */
export async function openReporters(
  loaded: LoadedConfig,
  { reporters, reportPages, onStart, onPage }: ReportSettings,
  { usual = ['markdown'], progress = {}, against }: ReportDefaults,
): Promise<Required<Reporter>> {
  if (reportPages !== undefined && !isReportPages(reportPages)) {
    const found = `reportPages: found ${JSON.stringify(reportPages)}`;
    throw new AssayError('usage', `${found}; ${REPORT_PAGES_EXPECTED}`);
  }
  const asked = reporters && choicesOf(reporters);
  const choices = asked ?? configuredChoices(loaded, 'reporter') ?? choicesOf(usual);
  const names = choices.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  if (against !== undefined && !names.includes('html')) {
    const found = `found ${names.join(', ') || 'none of that name'}`;
    throw new AssayError(
      'usage',
      `an earlier run stands beside another in report.html only: name the reporter html; ${found}`,
    );
  }
  const opened = await Promise.all(choices.map((choice) => open(choice, names, { reportPages, against })));
  const own: Reporter = { onRunStart: ({ pages }) => onStart?.(pages), onPage: (line) => onPage?.(line) };
  return together([progress, ...opened, own]);
}

function open(
  { value, folder, place }: Choice<string | Reporter>,
  names: readonly string[],
  html: HtmlSettings,
): Promise<Reporter> {
  return atPlace(place, async () => {
    if (typeof value !== 'string') return value;
    const known = entryOf(REPORTERS, value);
    if (known !== undefined) return known(names, html);
    if (/[/\\]|\.[cm]?[jt]s$/u.test(value)) return loadReporter(resolve(folder, value));
    const message = unknownName('reporter', value, Object.keys(REPORTERS));
    throw new AssayError(
      'usage',
      `${message}; a reporter of your own is named by its path: ./my-reporter.ts`,
    );
  });
}

async function loadReporter(path: string): Promise<Reporter> {
  const file = readablePath(path);
  if (!(await pathExists(path)))
    throw new AssayError('usage', `${file}: there is no such file; check the path of the reporter`);
  const exported = await loadModule(path, file, 'a reporter; write export default { onRunEnd(run) { … } }');
  if (!isReporter(exported)) {
    const expected = `expected an object with ${HOOKS.join(', ')} or some of them`;
    throw new AssayError('usage', `${file}: found a default export that is not a reporter; ${expected}`);
  }
  return together([exported], file);
}

function isReporter(value: unknown): value is Reporter {
  if (!isRecord(value)) return false;
  const hooks = HOOKS.map((name) => value[name]).filter((hook) => hook !== undefined);
  return hooks.length > 0 && hooks.every((hook) => typeof hook === 'function');
}

/** @param file the user's module, if the reporters are from one: its errors get a stack, and are not bugs of Assay */
function together(reporters: readonly Reporter[], file?: string): Required<Reporter> {
  const all = async (call: (reporter: Reporter) => void | Promise<void>, kept = ''): Promise<void> => {
    const errors: unknown[] = [];
    for (const reporter of reporters) {
      try {
        const done = call(reporter);
        await (file === undefined ? done : settles(done, HOOK_MS, 'what a hook returned'));
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length === 0) return;
    const [cause] = errors;
    if (file === undefined) throw cause;
    const why = cause instanceof AssayError ? cause.message : stackOf(cause);
    throw new AssayError('usage', `the reporter ${file} failed: ${why}${kept}`, { cause });
  };
  return {
    onRunStart: (run) => all((reporter) => reporter.onRunStart?.(run)),
    onPage: (line) => all((reporter) => reporter.onPage?.(line)),
    onRunEnd: (run) =>
      all((reporter) => reporter.onRunEnd?.(run), `\nThe run is complete: ${readablePath(run.folder)}`),
    onVerdict: (verdict, folder) => all((reporter) => reporter.onVerdict?.(verdict, folder)),
  };
}

/** An error with its stack, without the frames of Assay. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const lines = (error.stack ?? error.message).split('\n');
  const call = lines.findIndex((line) => line.includes(fileURLToPath(import.meta.url)));
  return lines.slice(0, call === -1 ? lines.length : call).join('\n');
}
