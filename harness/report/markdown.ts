import { join } from 'node:path';
import { explainLines } from '../analyse/class-sums.ts';
import { oracleShares } from '../analyse/complementarity.ts';
import type { MissingClass, SurplusClass } from '../explain/classes.ts';
import type { CorpusOfRun, ExtractorOfRun, RunOptions } from '../store/run-description.ts';
import type { SummaryEntry } from '../store/summary-file.ts';
import { headlineTitle } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { primaryMetric } from '../score/metrics/register.ts';
import { groupBy } from '../util/group-by.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { writeWhole } from '../util/write-whole.ts';
import { NO_VALUE, formatCount } from './format.ts';
import { describeFailures, describeRepeats, describeWords, describeWorst, failedPages } from './findings.ts';
import {
  escapeMarkdown as escape,
  folded,
  markdownRows,
  markdownTable,
  tableParts,
} from './markdown-table.ts';
import { pageRows, sliceRows } from './html/index-data.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import { VERDICT_FILE, verdictMarkdown } from './verdict-markdown.ts';
import { companionTable, entriesOf, mainTable } from './tables.ts';

/** The file that the Markdown reporter writes into the folder of the run. */
export const REPORT_FILE = 'report.md';

/** `--reporter markdown`: writes `report.md` into the folder of the run, or `verdict.md` of a gate. */
export function markdownReporter(): Reporter {
  return {
    onRunEnd: (run) => writeWhole(join(run.folder, REPORT_FILE), markdownReport(run)),
    onVerdict: (verdict, folder) => writeWhole(join(folder, VERDICT_FILE), verdictMarkdown(verdict)),
  };
}

/** A comment of GitHub takes 65,536 characters. */
const LONGEST = 60_000;
const MORE = 'There is more in report.html.';

/** A short table for each corpus; folded below it what costs most, slices, failures, worst pages, all figures. */
export function markdownReport(run: FinishedRun): string {
  const sections = run.description.corpora.flatMap((corpus) => {
    const entries = entriesOf(run, corpus);
    return [
      ...markdownTable({ ...mainTable(run, corpus, { isNarrow: true }), signatures: [] }),
      ...renderCostliest(run, corpus, entries),
      ...renderSlices(run, corpus, entries),
      ...entries.flatMap((entry) => renderFailures(run, entry)),
      ...entries.flatMap(renderRepeats),
      ...renderWorstPages(entries, primaryMetric(corpus.gold)),
      ...renderOracleShares(run, corpus),
      folded('All figures', ...tableParts({ ...mainTable(run, corpus, { isLong: true }), notes: [] })),
      ...renderCompanions(run, corpus),
    ];
  });
  const parts = ['# Assay run', ...sections, folded('How it was run', renderDescription(run))];
  const whole = `${parts.join('\n\n')}\n`;
  if (whole.length <= LONGEST) return whole;
  const kept: string[] = [];
  let length = MORE.length;
  for (const part of parts) {
    if (length + part.length + 2 > LONGEST) continue;
    length += part.length + 2;
    kept.push(part);
  }
  return `${kept.join('\n\n')}\n\n${MORE}\n`;
}

/** Classes and values of a slice that are shown, those that cost most or have most pages. */
const CLASSES_SHOWN = 12;
const VALUES_SHOWN = 12;

/** What F1 would gain if a class of faults were mended, extractor beside extractor. */
function renderCostliest(
  { journal }: FinishedRun,
  { name: corpus, gold }: CorpusOfRun,
  entries: readonly SummaryEntry[],
): string[] {
  const own = entries.filter(({ baseline }) => !baseline);
  const gains = own.map(({ name }) => {
    const lines = journal.filter((line) => line.corpus === corpus && line.extractor === name);
    return new Map(explainLines(lines, gold).classes.map((each) => [each.class, each.gain]));
  });
  const most = (name: SurplusClass | MissingClass): number =>
    Math.max(...gains.map((each) => each.get(name) ?? 0));
  const classes = [...new Set(gains.flatMap((each) => [...each.keys()]))]
    .filter((name) => most(name) >= 0.0005)
    .toSorted((a, b) => most(b) - most(a) || compareCodeUnits(a, b))
    .slice(0, CLASSES_SHOWN);
  if (classes.length === 0) return [];
  const rows = classes.map((name) => [name, ...gains.map((each) => (each.get(name) ?? 0).toFixed(3))]);
  return [
    folded(
      'What costs most: what F1 would gain if a class of faults were mended',
      besides('class', own, rows),
    ),
  ];
}

/** The headline figure on each kind of pages. */
function renderSlices(
  { journal }: FinishedRun,
  corpus: CorpusOfRun,
  entries: readonly SummaryEntry[],
): string[] {
  const metric = primaryMetric(corpus.gold);
  const own = entries.filter(({ baseline }) => !baseline);
  const lines = journal.filter((line) => line.corpus === corpus.name);
  const linesOf = groupBy(lines, ({ extractor }) => extractor);
  const all = sliceRows(
    own.map(({ name }) => linesOf.get(name) ?? []),
    pageRows(lines),
    metric,
  );
  const rows = [...groupBy(all, ({ slice }) => slice)].flatMap(([slice, values]) =>
    slice === 'site' || values.length < 2
      ? []
      : values.slice(0, VALUES_SHOWN).map(({ value, pages, figures }) => {
          const most = Math.max(...pages);
          const cells = figures.map((figure, row) => {
            if (figure === null) return NO_VALUE;
            return `${figure.toFixed(3)}${pages[row] === most ? '' : ` (${formatCount(pages[row]!)})`}`;
          });
          return [`${slice}: ${value}`, formatCount(most), ...cells];
        }),
  );
  if (rows.length === 0) return [];
  return [
    folded(
      `Slices: ${headlineTitle(metric)}`,
      besides('slice', own, rows, ['pages']),
      ...(rows.some((row) => row.some((cell) => cell.endsWith(')')))
        ? ['In brackets: the number of pages, where an extractor was measured on fewer.']
        : []),
    ),
  ];
}

/** A table with a column for each extractor. */
function besides(
  title: string,
  entries: readonly SummaryEntry[],
  rows: readonly (readonly string[])[],
  more: readonly string[] = [],
): string {
  const figures = [...more, ...entries.map(({ name }) => escape(name))];
  return markdownRows([title, ...figures], ['left', ...figures.map(() => 'right' as const)], rows);
}

function renderCompanions(run: FinishedRun, corpus: CorpusOfRun): string[] {
  const table = companionTable(run, corpus);
  return table === undefined ? [] : [folded('Structure, order and metadata', ...tableParts(table))];
}

function renderDescription({ description }: FinishedRun): string {
  const { started, assay, machine, options } = description;
  const extractors = description.extractors.map(({ name, version }) => `${escape(name)} ${escape(version)}`);
  return [
    `- Started: ${escape(started)}, Assay ${escape(assay)}`,
    `- Extractors: ${extractors.join(', ')}`,
    `- Machine: ${escape(`${machine.platform} ${machine.arch}, ${machine.cpu}`)}, ${machine.cores} cores, ${escape(`Node ${machine.node}, Unicode ${machine.unicode}`)}`,
    `- Workers: ${options.workers}, time limit: ${options.timeoutMs} ms a page, memory limit: ${options.memoryMb} MB${describePart(options)}`,
    `- Network: ${describeEach(description.extractors, ({ network }) => network)}`,
    ...isolationLine(description.extractors),
  ].join('\n');
}

/** How far extractors were kept from something: `refused by namespace: a, b; allowed: c`. */
function describeEach(
  extractors: readonly ExtractorOfRun[],
  kindOf: (extractor: ExtractorOfRun) => string | undefined,
): string {
  const kinds = [...new Set(extractors.map(kindOf))].filter((kind) => kind !== undefined);
  const named = kinds.map((kind) => {
    const names = extractors.filter((each) => kindOf(each) === kind).map(({ name }) => escape(name));
    return `${kind}: ${names.join(', ')}`;
  });
  return named.join('; ');
}

/** Nothing for runs of services and recorded output, and for older runs. */
function isolationLine(extractors: readonly ExtractorOfRun[]): string[] {
  const isolation = describeEach(extractors, (each) => each.isolation);
  return isolation === '' ? [] : [`- Isolation: ${isolation}`];
}

function describePart({ shard, repeat }: RunOptions): string {
  const part = shard === undefined ? '' : `, shard ${shard.index} of ${shard.count}`;
  return repeat === undefined ? part : `${part}, each page ${repeat} times`;
}

/** Fewer extractors have no oracle to share. */
const FEWEST_SHARING = 3;

/** How much of the oracle each extractor is. What every two have in common takes seconds and is asked for. */
function renderOracleShares({ description, journal }: FinishedRun, corpus: CorpusOfRun): string[] {
  const names = new Set(description.extractors.filter(({ baseline }) => !baseline).map(({ name }) => name));
  if (names.size < FEWEST_SHARING) return [];
  const lines = journal.filter((line) => line.corpus === corpus.name && names.has(line.extractor));
  const shares = [...oracleShares(lines, primaryMetric(corpus.gold))].toSorted(
    ([a, one], [b, other]) => other - one || compareCodeUnits(a, b),
  );
  if (shares.length === 0) return [];
  return [
    folded(
      'Share of the oracle',
      'Pages on which an extractor is the best; equally good ones share a page. `assay compare RUN --complementarity` says what every two have in common.',
      markdownRows(
        ['extractor', 'share'],
        ['left', 'right'],
        shares.map(([name, share]) => [name, `${(100 * share).toFixed(1)} %`]),
      ),
    ),
  ];
}

/** Failed pages of an extractor that are named; the report in HTML has all. */
const FAILURES_SHOWN = 20;
/** Of what an extractor said when it failed, so many characters. */
const LONGEST_WORDS = 500;

function renderFailures(run: FinishedRun, entry: SummaryEntry): string[] {
  const failed = failedPages(run, entry);
  if (failed.length === 0) return [];
  const lines = failed.slice(0, FAILURES_SHOWN).map(({ page, failure, message, stack, output }) => {
    const said = [message, ...describeWords({ stack, output })].map((text) =>
      escape(text.slice(0, LONGEST_WORDS)),
    );
    return `- ${escape(page)}: **${failure}**, ${said.join('<br>')}`;
  });
  const rest = failed.length - lines.length;
  const more = rest > 0 ? [`- ${formatCount(rest)} more: in report.html and results.jsonl`] : [];
  const title = `${entry.name} failed: ${describeFailures(entry)}`;
  return [folded(title, [...lines, ...more].join('\n'))];
}

function renderRepeats(entry: SummaryEntry): string[] {
  const said = describeRepeats(entry);
  if (said === undefined) return [];
  const pages = entry.repeats!.differing.map((page) => `- ${escape(page)}`);
  return [`**${escape(entry.name)}**: ${said}`, ...(pages.length === 0 ? [] : [pages.join('\n')])];
}

function renderWorstPages(entries: readonly SummaryEntry[], metric: Metric): string[] {
  const rows = entries.flatMap(({ name, baseline, worst }) =>
    baseline
      ? []
      : worst.map((page) => [name, page.value.toFixed(3), page.site, page.page, describeWorst(metric, page)]),
  );
  if (rows.length === 0) return [];
  const titles = ['extractor', headlineTitle(metric), 'site', 'page', 'lost and leaked'];
  return [folded('Worst pages', markdownRows(titles, ['left', 'right', 'left', 'left', 'left'], rows))];
}
