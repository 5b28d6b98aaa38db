import type { SummaryEntry } from '../model/run.ts';
import { NO_VALUE, formatCount, formatMs } from './format.ts';
import { leaderboards } from './leaderboard.ts';
import { companionTable } from './side-tables.ts';
import { ranked } from './ranked-entries.ts';
import { escapeMarkdown, markdownTable } from './markdown-table.ts';
import type { ReportInput } from './report-input.ts';

/**
 * The page of leaderboards that is committed: for each corpus quality with intervals and ranks, what the statistics
 * support in words, structure and metadata, and speed.
 *
 * @param plots path of the plot of each corpus that has one, as seen from the page
 */
export function leaderboardPage(input: ReportInput, plots: ReadonlyMap<string, string>): string {
  const tables = leaderboards(input);
  const sections = input.description.corpora.flatMap(({ name }, index) => {
    const entries = ranked(input.summary.extractors.filter(({ corpus }) => corpus === name));
    const companions = companionTable(input, name);
    const plot = plots.get(name);
    return [
      ...markdownTable(tables[index]!),
      topOf(entries),
      ...(plot === undefined ? [] : [`![F1 against milliseconds a page](${plot})`]),
      ...(companions === undefined ? [] : markdownTable(companions)),
      speedTable(entries),
    ];
  });
  return `${['# Leaderboards', about(input), ...sections].join('\n\n')}\n`;
}

function about({ description }: ReportInput): string {
  const { started, assay, machine, extractors, options } = description;
  const versions = extractors.map(
    ({ name, version }) => `${escapeMarkdown(name)} ${escapeMarkdown(version)}`,
  );
  return [
    `Made by \`npm run leaderboard\` with Assay ${assay} on ${started.slice(0, 10)}, ${machine.platform} ${machine.arch}, ${escapeMarkdown(machine.cpu)}, ${machine.cores} cores, Node ${machine.node}, ${options.workers === 1 ? 'one worker' : `${options.workers} workers`}, ${formatCount(options.timeoutMs)} ms a page at most.`,
    `Extractors: ${versions.join(', ')}.`,
  ].join('\n');
}

/** Who shares the first rank: among those the order of the table says nothing. */
function topOf(entries: readonly SummaryEntry[]): string {
  const first = entries.filter(({ rank }) => rank === 1).map(({ name }) => escapeMarkdown(name));
  if (first.length === 0) return 'There are too few sites to rank anyone.';
  if (first.length === 1)
    return `**${first[0]}** is better than every other extractor here by more than chance explains.`;
  return `No extractor is better than any of these by more than chance explains: **${first.join('**, **')}**.`;
}

function speedTable(entries: readonly SummaryEntry[]): string {
  const rows = entries.map(({ name, time, pages }) => {
    const timed = 'medianMs' in time;
    const perSecond = timed ? formatMs((1000 * time.pages) / Math.max(time.totalMs, 0.001)) : NO_VALUE;
    const cells = [
      escapeMarkdown(name),
      timed ? formatMs(time.medianMs) : NO_VALUE,
      timed ? formatMs(time.p95Ms) : NO_VALUE,
      perSecond,
      formatCount(pages.failed),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| extractor | median ms | p95 ms | pages a second | failed |',
    '| :-- | --: | --: | --: | --: |',
    ...rows,
  ].join('\n');
}
