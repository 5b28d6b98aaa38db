import { ORACLE } from '../../harness/model/score.ts';
import { NO_VALUE, formatCount, formatMb, formatMs } from '../../harness/report/format.ts';
import { escapeMarkdown, markdownRows } from '../../harness/report/markdown-table.ts';
import { cachedNote } from '../../harness/report/tables.ts';
import type { RunDescription } from '../../harness/store/run-description.ts';
import type { SummaryEntry } from '../../harness/store/summary-file.ts';
import { compareCodeUnits } from '../../harness/util/compare-code-units.ts';

const TITLES = ['extractor', 'median ms', 'p95 ms', 'pages a second', 'median MB', 'peak MB', 'failed'];

/** What was timed, by the driver of an extractor. */
const MEASURED: Readonly<Record<string, string>> = {
  module: 'of a module the call of its function with the page decoded',
  command:
    'of a command the round trip from handing the page over to its answer, JSON and pipes included, with its decoding where it decodes, and with its start where it is started for each page',
  http: 'of a service the whole request',
  recorded: 'recorded output is not timed',
};

/** Time and memory of the extractors on a corpus, the quickest first, and what the figures are of. */
export function speedTable(
  { extractors, options }: RunDescription,
  corpus: string,
  entries: readonly SummaryEntry[],
): string[] {
  const shown = entries.filter(({ name, baseline }) => !(baseline && name === ORACLE));
  const rows = shown.toSorted(byTime).map(cellsOf);
  const drivers = [...new Set(extractors.map(({ driver }) => driver))];
  const measured = drivers.flatMap((driver) => MEASURED[driver] ?? []);
  const workers =
    options.workers === 1
      ? 'one worker'
      : `${formatCount(options.workers)} workers, which disturb each other`;
  return [
    `## ${escapeMarkdown(corpus)}: time and memory`,
    markdownRows(TITLES, ['left', ...TITLES.slice(1).map(() => 'right' as const)], rows),
    `Time is measured around the extractor, with ${workers}: ${measured.join('; ')}. Starting a process that stays, scoring and failed pages are not in them; pages a second are timed pages by the sum of their times. Memory is what the extractor's process held while it had a page, its runtime included.`,
    ...cachedNote(shown).map(escapeMarkdown),
  ];
}

function cellsOf({ name, time, memory, pages, failures }: SummaryEntry): string[] {
  const isTimed = 'medianMs' in time;
  return [
    name,
    isTimed ? formatMs(time.medianMs) : NO_VALUE,
    isTimed ? formatMs(time.p95Ms) : NO_VALUE,
    isTimed ? formatMs((1000 * time.pages) / Math.max(time.totalMs, 0.001)) : NO_VALUE,
    formatMb(memory?.medianMb),
    formatMb(memory?.peakMb),
    formatFailures(pages.failed, failures),
  ];
}

/** `2 (timeout 1, threw 1)`, the most frequent kind first. */
function formatFailures(failed: number, failures: SummaryEntry['failures']): string {
  const kinds = Object.entries(failures)
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${kind} ${formatCount(count)}`);
  return kinds.length === 0 ? formatCount(failed) : `${formatCount(failed)} (${kinds.join(', ')})`;
}

/** By the median; what was not timed stands last, by name. */
function byTime(a: SummaryEntry, b: SummaryEntry): number {
  const medianOf = ({ time }: SummaryEntry): number =>
    'medianMs' in time ? time.medianMs : Number.MAX_VALUE;
  return medianOf(a) - medianOf(b) || compareCodeUnits(a.name, b.name);
}
