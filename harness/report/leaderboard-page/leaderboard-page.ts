import type { ListedExtractor } from '../../config/open-extractors.ts';
import type { FieldComparison } from '../../analyse/compare.ts';
import { catalogueSection } from './catalogue-section.ts';
import { choiceText } from './choice-text.ts';
import { formatCount, formatNumber } from '../format.ts';
import { languagesOf } from './languages-of.ts';
import { leaderboards } from '../leaderboard.ts';
import type { Leaderboard } from '../leaderboard.ts';
import { escapeMarkdown, markdownTable } from '../markdown-table.ts';
import type { PublishedComparison } from './published-comparison.ts';
import { publishedSection } from './published-section.ts';
import { entriesOf } from '../ranked-entries.ts';
import type { ReportInput } from '../report-input.ts';
import { companionTable, otherFiguresTable } from '../side-tables.ts';
import { speedTable } from './speed-table.ts';

/** What the page of leaderboards shows beside what stands in the run folder. */
export interface LeaderboardPage {
  readonly run: ReportInput;
  /** Every two extractors of each corpus that has two. */
  readonly fields: readonly FieldComparison[];
  /** Path of the plot of each corpus that has one, as seen from the page. */
  readonly plots: ReadonlyMap<string, string>;
  readonly published: readonly PublishedComparison[];
  /** Known extractors that are not in the run, and whether they run where the page is made. */
  readonly others: readonly ListedExtractor[];
}

/**
 * The page of leaderboards that is committed: for each corpus quality with intervals and ranks, what the statistics
 * support in words, other figures, structure and metadata, speed, and what was published; at its end what did not run.
 */
export function leaderboardPage(page: LeaderboardPage): string {
  const { run, others } = page;
  const tables = leaderboards(run, { isNarrow: true });
  const sections = run.description.corpora.flatMap(({ name }, index) =>
    corpusSections(page, name, tables[index]!),
  );
  const parts = ['# Leaderboards', about(run), ...sections, ...catalogueSection(run.description, others)];
  return `${parts.join('\n\n')}\n`;
}

function corpusSections(
  { run, fields, plots, published }: LeaderboardPage,
  corpus: string,
  table: Leaderboard,
): string[] {
  const plot = plots.get(corpus);
  const field = fields.find((each) => each.corpus === corpus);
  const sideTables = [otherFiguresTable(run, corpus), companionTable(run, corpus)];
  return [
    ...markdownTable(table, { isFolded: true }),
    ...choiceText(field, languagesOf(run.description)),
    ...(plot === undefined ? [] : [`![F1 against milliseconds a page](${plot})`]),
    ...sideTables.flatMap((each) => (each === undefined ? [] : markdownTable(each, { isFolded: true }))),
    ...speedTable(run.description, corpus, entriesOf(run, corpus)),
    ...published.filter((each) => each.corpus === corpus).flatMap(publishedSection),
  ];
}

function about({ description }: ReportInput): string {
  const { started, assay, machine, extractors, options } = description;
  const workers = options.workers === 1 ? 'one worker' : `${options.workers} workers`;
  return [
    `Made by \`npm run leaderboard\` with Assay ${assay}: ${formatNumber(extractors.length, 'extractor')} (versions at the end), run from ${started.slice(0, 10)} on ${machine.platform} ${machine.arch}, ${escapeMarkdown(machine.cpu)}, ${machine.cores} cores, Node ${machine.node}, ${workers}, ${formatCount(options.timeoutMs)} ms and ${formatCount(options.memoryMb)} MB a page at most.`,
    'Nothing is averaged over corpora: each has pages of its own sort, and ranks of its own.',
  ].join('\n');
}
