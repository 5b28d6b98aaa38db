import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import { explainLines } from '../analyse/class-sums.ts';
import { headlineTitle } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { METRICS, primaryMetric } from '../score/metrics/register.ts';
import type { CorpusOfRun } from '../store/run-description.ts';
import type { SummaryEntry } from '../store/summary-file.ts';
import { printable } from '../util/printable.ts';
import { GAP, alignedLines, pad, widest } from './columns.ts';
import { shortCostliest } from './explanation/sums-text.ts';
import { describeFailures, describeRepeats, describeWords, describeWorst, failedPages } from './findings.ts';
import { fittedTable, wrapped } from './fitted-table.ts';
import type { FittedTable } from './fitted-table.ts';
import { HTML_FILE } from './html.ts';
import { REPORT_FILE } from './markdown.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import { entriesOf, mainTable } from './tables.ts';
import type { Table } from './tables.ts';
import { verdictText } from './verdict-text.ts';
import { show } from './print.ts';

/** Failed or differing pages named for each extractor; the report file names them all. */
const PAGES_SHOWN = 3;
/** What costs most is shown for at most so many extractors. */
const EXPLAINED_SHOWN = 10;
/** Worst pages are shown for at most so many extractors; more would push the table out of sight. */
const WORST_SHOWN = 4;

/** Where nobody says how wide the output is: what a terminal has at least. */
const USUAL_WIDTH = 80;

/**
 * `--reporter terminal`: prints the report on standard output.
 *
 * @param chosen the names of all reporters of the run: what is left out here is in the files that they write
 */
export function terminalReporter(chosen: readonly string[]): Reporter {
  return {
    onRunEnd(run) {
      const width = process.stdout.columns ?? USUAL_WIDTH;
      show(`\n${terminalReport(run, pc, { whole: wholeOf(chosen, run.folder), width })}`.slice(0, -1));
    },
    onVerdict(verdict) {
      show(verdictText(verdict, pc));
    },
  };
}

/** Where everything is: in a file that is written now or was written before. */
function wholeOf(chosen: readonly string[], folder: string): string {
  const isThere = (reporter: string, file: string): boolean =>
    chosen.includes(reporter) || existsSync(join(folder, file));
  if (isThere('html', HTML_FILE)) return `in ${HTML_FILE}`;
  return isThere('markdown', REPORT_FILE) ? `in ${REPORT_FILE}` : 'by assay report RUN';
}

interface Layout {
  /** Says where to find what is left out here. */
  readonly whole: string;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The report of a run for the terminal: one table for each corpus, then failures and worst pages. */
export function terminalReport(
  run: FinishedRun,
  colors: Colors,
  { whole = `in ${HTML_FILE}`, width = USUAL_WIDTH }: Partial<Layout> = {},
): string {
  const layout = { whole, width };
  const sections = run.description.corpora.map((corpus) => {
    const entries = entriesOf(run, corpus);
    return [
      ...renderTable(run, corpus, colors, layout),
      ...renderCostliest(run, corpus, entries, colors, layout),
      ...entries.flatMap((entry) => renderFailures(entry, failedPages(run, entry), colors, layout)),
      ...entries.flatMap((entry) => renderRepeats(entry, colors, layout)),
      ...renderWorstPages(entries, primaryMetric(corpus.gold), colors, layout),
    ].join('\n');
  });
  return `${sections.join('\n\n')}\n`;
}

/** The primary metric and what else there is room for; metrics that somebody chose have tables of their own if there is none. */
function renderTable(
  run: FinishedRun,
  corpus: CorpusOfRun,
  colors: Colors,
  { whole, width }: Layout,
): string[] {
  const table = mainTable(run, corpus);
  const primary = primaryMetric(corpus.gold).name;
  const fitting = fittedTable(table, width, [primary]);
  const areChosen = METRICS.some(
    ({ name, companion }) => companion === true && !run.metrics.some((each) => each.name === name),
  );
  const lines = (fitted: FittedTable): string[] => [
    ...fitted.heads.map((head) => colors.dim(head)),
    ...fitted.rows,
    '',
  ];
  const others = areChosen
    ? fitting.leftOut.map((metric) => fittedTable(onlyMetric(table, metric), width, [metric]))
    : [];
  // What explains a column that is not shown is not shown either.
  const hidden = table.columns.map(({ title }) => title).filter((title) => !fitting.titles.includes(title));
  const notes = [
    ...table.notes.filter((note) => !hidden.some((title) => note.startsWith(`${title}:`))),
    `${fitting.leftOut.length > 0 && !areChosen ? `${fitting.leftOut.join(', ')} and signatures` : 'signatures'} of figures: ${whole}`,
  ];
  return [
    ...wrapped(printable(table.title), width).map((line) => colors.bold(line)),
    '',
    ...[fitting, ...others].flatMap(lines),
    ...notes.flatMap((note) => wrapped(printable(note), width)).map((line) => colors.dim(line)),
  ];
}

/** The names and one metric. */
function onlyMetric({ columns, rows }: Table, metric: string): Pick<Table, 'columns' | 'rows'> {
  const kept = columns.flatMap(({ group, title }, index) =>
    title === 'extractor' || group === metric ? [index] : [],
  );
  return {
    columns: kept.map((index) => columns[index]!),
    rows: rows.map((row) => kept.map((index) => row[index]!)),
  };
}

/** The costliest classes of each extractor, a line each. */
function renderCostliest(
  { journal }: FinishedRun,
  { name: corpus, gold }: CorpusOfRun,
  entries: readonly SummaryEntry[],
  colors: Colors,
  { whole, width }: Layout,
): string[] {
  const own = entries.filter(({ baseline }) => !baseline);
  if (own.length === 0) return [];
  const heading = colors.bold('what costs most, and how much F1 it would gain to mend it');
  if (own.length > EXPLAINED_SHOWN) return ['', `${heading}: ${whole}`];
  const room = width - widest(own.map(({ name }) => printable(name))) - 2 * GAP.length;
  const rows = own.map(({ name }) => {
    const lines = journal.filter((line) => line.corpus === corpus && line.extractor === name);
    return [`${GAP}${printable(name)}`, shortCostliest(explainLines(lines, gold).classes, room)];
  });
  return ['', heading, ...alignedLines(rows, () => 'left')];
}

function renderFailures(
  entry: SummaryEntry,
  failed: ReturnType<typeof failedPages>,
  colors: Colors,
  { whole, width }: Layout,
): string[] {
  if (failed.length === 0) return [];
  const pages = failed.map((line) =>
    [
      ...indented(
        2,
        `${printable(line.page)}  ${colors.red(line.failure)}: ${printable(line.message)}`,
        width,
      ),
      ...describeWords(line).flatMap((words) =>
        indented(6, printable(words), width).map((part) => colors.dim(part)),
      ),
    ].join('\n'),
  );
  const heading = wrapped(`${printable(entry.name)} failed: ${describeFailures(entry)}`, width);
  return ['', ...heading.map((part) => colors.bold(part)), ...first(pages, whole)];
}

/** A text in lines that fit, behind so many spaces. */
function indented(spaces: number, text: string, width: number): string[] {
  return wrapped(text, width - spaces, '    ').map((line) => ' '.repeat(spaces) + line);
}

function renderRepeats(entry: SummaryEntry, colors: Colors, { whole, width }: Layout): string[] {
  const said = describeRepeats(entry);
  if (said === undefined) return [];
  const lines = entry.repeats!.differing.map((page) => `  ${printable(page)}`);
  const heading = wrapped(`${colors.bold(printable(entry.name))}: ${said}`, width);
  return ['', ...heading, ...first(lines, whole)];
}

/** The first lines, and how many more there are. */
function first(lines: readonly string[], whole: string): string[] {
  const rest = lines.length - PAGES_SHOWN;
  return [...lines.slice(0, PAGES_SHOWN), ...(rest > 0 ? [`  … ${rest} more ${whole}`] : [])];
}

function renderWorstPages(
  entries: readonly SummaryEntry[],
  metric: Metric,
  colors: Colors,
  { whole, width }: Layout,
): string[] {
  const lossy = entries.filter(({ baseline, worst }) => !baseline && worst.length > 0);
  if (lossy.length > WORST_SHOWN) {
    return ['', colors.dim(`worst pages of each of the ${lossy.length} extractors: ${whole}`)];
  }
  return lossy.flatMap(({ name, worst }) => {
    const heading = `${printable(name)}: worst pages by ${headlineTitle(metric)}`;
    const column = widest(worst.map(label));
    const pages = worst.flatMap((page) => {
      const reason = describeWorst(metric, page);
      const line = `  ${page.value.toFixed(3)}  ${pad(label(page), column)}  ${reason}`;
      // The page is never cut, so that it can be copied.
      if (widest([line]) <= width) return [line];
      return [`  ${page.value.toFixed(3)}  ${label(page)}`, `         ${reason}`];
    });
    return ['', colors.bold(heading), ...pages];
  });
}

/** A page by its identifier, whole so that it can be copied, with the site in front if the identifier lacks it. */
function label({ page, site }: { readonly page: string; readonly site: string }): string {
  return printable(page.startsWith(site) ? page : `${site} ${page}`);
}
