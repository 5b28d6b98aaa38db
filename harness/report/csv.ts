import { join } from 'node:path';
import { isDefined } from '../model/score.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { printableLines } from '../util/printable.ts';
import { writeWhole } from '../util/write-whole.ts';
import type { FinishedRun, Reporter } from './reporter.ts';

/** The file of this reporter, in the folder of the run. */
const CSV_FILE = 'pages.csv';

/** `--reporter csv`: writes `pages.csv`, a line for each extractor on each page with every figure (RFC 4180). */
export function csvReporter(): Reporter {
  return { onRunEnd: (run) => writeWhole(join(run.folder, CSV_FILE), pagesCsv(run)) };
}

/** Columns that every line has. */
const COLUMNS = ['corpus', 'extractor', 'page', 'site', 'kind', 'language', 'status', 'failure', 'verdict', 'ms', 'memory_mb']; // prettier-ignore

/** Lines by corpus, extractor and page; what is undefined is empty. */
export function pagesCsv({ journal, metrics }: Pick<FinishedRun, 'journal' | 'metrics'>): string {
  const figures = metrics.flatMap(({ name, figures: all }) => all.map((figure) => [name, figure] as const));
  const rows = journal.toSorted(byKey).map((line) => {
    const { corpus, extractor, page, site, slices, status } = line;
    const failure = line.status === 'failed' ? line.failure : '';
    const verdict = line.status === 'skipped' ? '' : (line.explained?.verdict ?? '');
    const ms = line.status === 'skipped' ? undefined : line.ms;
    const memory = line.status === 'extracted' ? line.memory : undefined;
    const values = figures.map(([metric, figure]) => {
      const value = line.status === 'skipped' ? undefined : line.metrics[metric]?.figures[figure];
      return isDefined(value) ? value : undefined;
    });
    return [corpus, extractor, page, site, slices?.kind, slices?.language, status, failure, verdict, ms, memory, ...values]; // prettier-ignore
  });
  const heads = [...COLUMNS, ...figures.map(([metric, figure]) => `${metric} ${figure}`)];
  return [heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function byKey(a: JournalLine, b: JournalLine): number {
  return (
    compareCodeUnits(a.corpus, b.corpus) ||
    compareCodeUnits(a.extractor, b.extractor) ||
    compareCodeUnits(a.page, b.page)
  );
}

/** A text that a spreadsheet would compute begins with an apostrophe, also where a semicolon parts its cells. */
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = printableLines(String(value)).toWellFormed();
  const safe = typeof value === 'string' && /^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",;\t\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
