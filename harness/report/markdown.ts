import { join } from 'node:path';
import { oracleShares } from '../analyse/complementarity.ts';
import type { CorpusOfRun, ExtractorOfRun, RunOptions } from '../store/run-description.ts';
import type { SummaryEntry } from '../store/summary-file.ts';
import { headlineTitle } from '../score/metric.ts';
import type { Metric } from '../score/metric.ts';
import { primaryMetric } from '../score/metrics/register.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { writeWhole } from '../util/write-whole.ts';
import { formatCount } from './format.ts';
import { describeFailures, describeRepeats, describeWords, describeWorst, failedPages } from './findings.ts';
import { escapeMarkdown as escape, markdownRows, markdownTable } from './markdown-table.ts';
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

/** What was run, one table for each corpus, every failed page, the worst pages. */
export function markdownReport(run: FinishedRun): string {
  const sections = run.description.corpora.flatMap((corpus) => {
    const entries = entriesOf(run, corpus);
    const companions = companionTable(run, corpus);
    return [
      ...markdownTable(mainTable(run, corpus, { isLong: true })),
      ...(companions === undefined ? [] : markdownTable(companions)),
      ...renderOracleShares(run, corpus),
      ...entries.flatMap((entry) => renderFailures(run, entry)),
      ...entries.flatMap(renderRepeats),
      ...entries.flatMap((entry) => renderWorstPages(entry, primaryMetric(corpus.gold))),
    ];
  });
  const parts = ['# Assay run', renderDescription(run), ...sections];
  const whole = `${parts.join('\n\n')}\n`;
  if (whole.length <= LONGEST) return whole;
  // Tables come first; lists of pages are in the other reports, too.
  const kept: string[] = [];
  let length = MORE.length;
  for (const part of parts) {
    length += part.length + 2;
    if (length > LONGEST) break;
    kept.push(part);
  }
  return `${kept.join('\n\n')}\n\n${MORE}\n`;
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
    '### Share of the oracle',
    'Pages on which an extractor is the best; equally good ones share a page. `assay compare RUN --complementarity` says what every two have in common.',
    markdownRows(
      ['extractor', 'share'],
      ['left', 'right'],
      shares.map(([name, share]) => [name, `${(100 * share).toFixed(1)} %`]),
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
  return [`### ${escape(entry.name)} failed: ${describeFailures(entry)}`, [...lines, ...more].join('\n')];
}

function renderRepeats(entry: SummaryEntry): string[] {
  const said = describeRepeats(entry);
  if (said === undefined) return [];
  const pages = entry.repeats!.differing.map((page) => `- ${escape(page)}`);
  return [`**${escape(entry.name)}**: ${said}`, ...(pages.length === 0 ? [] : [pages.join('\n')])];
}

function renderWorstPages({ name, baseline, worst }: SummaryEntry, metric: Metric): string[] {
  if (baseline || worst.length === 0) return [];
  const rows = worst.map(
    (page) =>
      `| ${page.value.toFixed(3)} | ${escape(page.site)} | ${escape(page.page)} | ${describeWorst(metric, page)} |`,
  );
  const header = `| ${headlineTitle(metric)} | site | page | |\n| --: | :-- | :-- | :-- |`;
  return [`### Worst pages of ${escape(name)}`, [header, ...rows].join('\n')];
}
