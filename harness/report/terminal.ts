import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import { explainLines } from '../analyse/class-sums.ts';
import { headlineTitle } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { primaryMetric } from '../score/metrics/register.ts';
import type { CorpusOfRun } from '../store/run-description.ts';
import type { SummaryEntry } from '../store/summary-file.ts';
import { printable } from '../util/printable.ts';
import { GAP, alignedLines, columnWidths, pad, padCells, widest } from './columns.ts';
import { costliest } from './explanation/sums-text.ts';
import { describeFailures, describeRepeats, describeWords, describeWorst, failedPages } from './findings.ts';
import { REPORT_FILE } from './markdown.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import type { Column } from './table-columns.ts';
import { entriesOf, mainTable } from './tables.ts';
import type { Table } from './tables.ts';
import { verdictText } from './verdict-text.ts';

/** Failed or differing pages named for each extractor; the report file names them all. */
const PAGES_SHOWN = 3;
/** What costs most is shown for at most so many extractors. */
const EXPLAINED_SHOWN = 10;
/** Worst pages are shown for at most so many extractors; more would push the table out of sight. */
const WORST_SHOWN = 4;

/**
 * `--reporter terminal`: prints the report on standard output.
 *
 * @param chosen the names of all reporters of the run: what is left out here is in the file that `markdown` writes
 */
export function terminalReporter(chosen: readonly string[]): Reporter {
  const whole = chosen.includes('markdown') ? `in ${REPORT_FILE}` : 'by --reporter markdown';
  return {
    onRunEnd(run) {
      process.stdout.write(`\n${terminalReport(run, pc, whole)}`);
    },
    onVerdict(verdict) {
      process.stdout.write(`${verdictText(verdict, pc)}\n`);
    },
  };
}

/**
 * The report of a run for the terminal: one table for each corpus, then failures and worst pages.
 *
 * @param whole says where to find what is left out here
 */
export function terminalReport(run: FinishedRun, colors: Colors, whole = `in ${REPORT_FILE}`): string {
  const sections = run.description.corpora.map((corpus) => {
    const entries = entriesOf(run, corpus);
    return [
      ...renderTable(mainTable(run, corpus), colors),
      ...renderCostliest(run, corpus, entries, colors),
      ...entries.flatMap((entry) => renderFailures(entry, failedPages(run, entry), colors, whole)),
      ...entries.flatMap((entry) => renderRepeats(entry, colors, whole)),
      ...renderWorstPages(entries, primaryMetric(corpus.gold), colors, whole),
    ].join('\n');
  });
  return `${sections.join('\n\n')}\n`;
}

function renderTable(table: Table, colors: Colors): string[] {
  const titles = table.columns.map(({ title }) => title);
  const rows = table.rows.map((row) => row.map(printable));
  const widths = columnWidths([titles, ...rows]);
  const line = (cells: readonly string[]): string =>
    padCells(cells, widths, (column) => table.columns[column]!.align)
      .join(GAP)
      .trimEnd();
  return [
    colors.bold(printable(table.title)),
    '',
    // There are no groups without figures, that is, if every page was skipped.
    ...[groupLine(table.columns, widths), line(titles)].filter(Boolean).map((head) => colors.dim(head)),
    ...rows.map(line),
    '',
    ...table.notes.map((note) => colors.dim(printable(note))),
    ...table.signatures.map((signature) => colors.dim(printable(signature))),
  ];
}

/** The names of the metrics, each over the first of its columns. */
function groupLine(columns: readonly Column[], widths: readonly number[]): string {
  let line = '';
  let at = 0;
  columns.forEach(({ group }, column) => {
    const startsGroup = group !== '' && columns[column - 1]?.group !== group;
    if (startsGroup) line = pad(line, Math.max(at, line === '' ? 0 : widest([line]) + 1)) + group;
    at += widths[column]! + GAP.length;
  });
  return line;
}

/** The costliest classes of each extractor, a line each. */
function renderCostliest(
  { journal }: FinishedRun,
  { name: corpus, gold }: CorpusOfRun,
  entries: readonly SummaryEntry[],
  colors: Colors,
): string[] {
  const own = entries.filter(({ baseline }) => !baseline);
  if (own.length === 0) return [];
  const heading = colors.bold('what costs most, and how much F1 it would gain to mend it');
  if (own.length > EXPLAINED_SHOWN) return ['', `${heading}: assay explain RUN`];
  const rows = own.map(({ name }) => {
    const lines = journal.filter((line) => line.corpus === corpus && line.extractor === name);
    return [`  ${printable(name)}`, costliest(explainLines(lines, gold).classes)];
  });
  return ['', heading, ...alignedLines(rows, () => 'left')];
}

function renderFailures(
  entry: SummaryEntry,
  failed: ReturnType<typeof failedPages>,
  colors: Colors,
  whole: string,
): string[] {
  if (failed.length === 0) return [];
  const pages = failed.map((line) =>
    [
      `  ${printable(line.page)}  ${colors.red(line.failure)}: ${printable(line.message)}`,
      ...describeWords(line).map((words) => colors.dim(`      ${printable(words)}`)),
    ].join('\n'),
  );
  const heading = colors.bold(`${printable(entry.name)} failed: ${describeFailures(entry)}`);
  return ['', heading, ...first(pages, whole)];
}

function renderRepeats(entry: SummaryEntry, colors: Colors, whole: string): string[] {
  const said = describeRepeats(entry);
  if (said === undefined) return [];
  const lines = entry.repeats!.differing.map((page) => `  ${printable(page)}`);
  return ['', `${colors.bold(printable(entry.name))}: ${said}`, ...first(lines, whole)];
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
  whole: string,
): string[] {
  const lossy = entries.filter(({ baseline, worst }) => !baseline && worst.length > 0);
  if (lossy.length > WORST_SHOWN) {
    return ['', colors.dim(`worst pages of each of the ${lossy.length} extractors: ${whole}`)];
  }
  return lossy.flatMap(({ name, worst }) => {
    const heading = `${printable(name)}: worst pages by ${headlineTitle(metric)}`;
    const width = widest(worst.map(label));
    const pages = worst.map(
      (page) => `  ${page.value.toFixed(3)}  ${pad(label(page), width)}  ${describeWorst(metric, page)}`,
    );
    return ['', colors.bold(heading), ...pages];
  });
}

/** A page by its identifier, whole so that it can be copied, with the site in front if the identifier lacks it. */
function label({ page, site }: { readonly page: string; readonly site: string }): string {
  return printable(page.startsWith(site) ? page : `${site} ${page}`);
}
