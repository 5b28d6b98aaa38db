import type { FieldComparison } from '../../harness/analyse/compare-field.ts';
import type { Complementarity } from '../../harness/analyse/complementarity.ts';
import type { ListedExtractor } from '../../harness/config/open-extractors.ts';
import { HUMAN } from '../../harness/extract/drivers/recorded-labels.ts';
import { formatCount, formatNumber } from '../../harness/report/format.ts';
import { escapeMarkdown, markdownTable } from '../../harness/report/markdown-table.ts';
import type { FinishedRun } from '../../harness/report/reporter.ts';
import { figureColumns, nameColumns, tableOf } from '../../harness/report/table-columns.ts';
import {
  companionTable,
  entriesOf,
  isAside,
  mainTable,
  metricsOf,
  signaturesOf,
} from '../../harness/report/tables.ts';
import type { Table } from '../../harness/report/tables.ts';
import { figureTitle, headlineTitle } from '../../harness/score/metric.ts';
import { primaryMetric } from '../../harness/score/metrics/register.ts';
import type { CorpusOfRun, RunDescription } from '../../harness/store/run-description.ts';
import type { SummaryEntry } from '../../harness/store/summary-file.ts';
import type { PublishedComparison } from './beside-published.ts';
import { catalogueSection } from './catalogue-section.ts';
import { choiceText } from './choice-text.ts';
import { classesSection } from './classes-section.ts';
import { complementaritySection } from './complementarity-section.ts';
import { languagesOf } from './languages.ts';
import { publishedSection } from './published-section.ts';
import { speedTable } from './speed-table.ts';

/** One of the runs that a page of leaderboards is made of, and what is worked out from it. */
export interface LeaderboardRun {
  readonly run: FinishedRun;
  /** Every two extractors of each corpus that has two. */
  readonly fields: readonly FieldComparison[];
  /** By corpus; none of a corpus that has fewer than two extractors. */
  readonly complementarity: readonly Complementarity[];
  readonly published: readonly PublishedComparison[];
}

/** What the page of leaderboards shows. */
export interface LeaderboardPage {
  /** Each of other corpora. */
  readonly runs: readonly LeaderboardRun[];
  /** Path of the plot of each corpus that has one, as seen from the page. */
  readonly plots: ReadonlyMap<string, string>;
  /** Known extractors that are in none of the runs, and whether they run where the page is made. */
  readonly others: readonly ListedExtractor[];
}

/**
 * The page of leaderboards that is committed: for each corpus quality with intervals and ranks, what the statistics
 * support in words, other figures, structure and metadata, what costs most, complementarity, speed, and what was
 * published; at its end what did not run.
 */
export function leaderboardPage({ runs, plots, others }: LeaderboardPage): string {
  const sections = runs.flatMap((each) => {
    const shown = { ...each, run: withoutIdleHuman(each.run) };
    return each.run.description.corpora.flatMap((corpus) => corpusSections(shown, corpus, plots));
  });
  const descriptions = runs.map(({ run }) => run.description);
  const parts = [
    '# Leaderboards',
    about(descriptions),
    ...sections,
    ...catalogueSection(descriptions, others),
  ];
  return `${parts.join('\n\n')}\n`;
}

function corpusSections(
  { run, fields, complementarity, published }: LeaderboardRun,
  corpus: CorpusOfRun,
  plots: LeaderboardPage['plots'],
): string[] {
  const { name, gold } = corpus;
  const plot = plots.get(name);
  const field = fields.find((each) => each.corpus === name);
  const sideTables = [otherFiguresTable(run, corpus), companionTable(run, corpus)];
  const main = mainTable(run, corpus, { isNarrow: true });
  const notes = [...main.notes, ...humanNote(entriesOf(run, corpus))];
  return [
    ...markdownTable({ ...main, notes }),
    ...choiceText(field, languagesOf(run.description)),
    ...(plot === undefined
      ? []
      : [`![${figureTitle(primaryMetric(gold).headline)} against milliseconds a page](${plot})`]),
    ...sideTables.flatMap((each) => (each === undefined ? [] : markdownTable(each))),
    ...classesSection(run, corpus),
    ...complementaritySection(complementarity.find((each) => each.corpus === name)),
    ...speedTable(run.description, name, entriesOf(run, corpus)),
    ...published.filter((each) => each.corpus === name).flatMap(publishedSection),
  ];
}

/** The run without the row `human` of corpora that have no second labels. */
function withoutIdleHuman(run: FinishedRun): FinishedRun {
  const extractors = run.summary.extractors.filter((entry) => !isHuman(entry) || entry.pages.scored > 0);
  return { ...run, summary: { ...run.summary, extractors } };
}

function isHuman({ name, baseline }: SummaryEntry): boolean {
  return name === HUMAN && baseline;
}

/** What the human ceiling is, and on how many pages; none where there is none. */
function humanNote(entries: readonly SummaryEntry[]): string[] {
  const pages = entries.find(isHuman)?.pages.scored;
  if (pages === undefined) return [];
  return [
    `${HUMAN}: the human ceiling: second labels, each by a reader who saw the page and the guide alone, as extractions. They are of ${formatNumber(pages, 'page')} only; the other rows are means over more`,
  ];
}

/** The figures of the text beside those that rank; none where there are no others. */
function otherFiguresTable(run: FinishedRun, corpus: CorpusOfRun): Table | undefined {
  const entries = entriesOf(run, corpus);
  const primary = primaryMetric(corpus.gold);
  const metrics = metricsOf(run, entries).filter(
    (metric) => metric.name !== primary.name && !isAside(metric, run),
  );
  if (metrics.length === 0) return undefined;
  const columns = [...nameColumns(), ...metrics.flatMap((metric) => figureColumns(metric, entries))];
  return {
    title: `${corpus.name}: other figures of the text`,
    ...tableOf(columns, entries),
    notes: [`sorted by ${headlineTitle(primary)} as above; ranks are by that alone`],
    signatures: signaturesOf(entries, metrics),
  };
}

function about(descriptions: readonly RunDescription[]): string {
  const names = new Set(descriptions.flatMap(({ extractors }) => extractors.map(({ name }) => name)));
  const settings = new Set(descriptions.map(settingsOf));
  return [
    `Made by \`npm run leaderboard\` with ${formatNumber(names.size, 'extractor')} (versions at the end), run ${[...settings].join('; ')}.`,
    'Nothing is averaged over corpora: each has pages of its own sort, and ranks of its own.',
  ].join('\n');
}

/** By which version, when, where and within which limits a run was made. */
function settingsOf({ started, assay, machine, options }: RunDescription): string {
  const workers = options.workers === 1 ? 'one worker' : `${options.workers} workers`;
  return `by Assay ${assay} from ${started.slice(0, 10)} on ${machine.platform} ${machine.arch}, ${escapeMarkdown(machine.cpu)}, ${machine.cores} cores, Node ${machine.node}, ${workers}, ${formatCount(options.timeoutMs)} ms and ${formatCount(options.memoryMb)} MB a page at most`;
}
