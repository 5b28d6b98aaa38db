import { explainLines } from '../../harness/analyse/class-sums.ts';
import { costliest } from '../../harness/report/explanation/sums-text.ts';
import { escapeMarkdown, markdownRows } from '../../harness/report/markdown-table.ts';
import type { FinishedRun } from '../../harness/report/reporter.ts';
import { entriesOf } from '../../harness/report/tables.ts';
import type { CorpusOfRun } from '../../harness/store/run-description.ts';

const TITLES = ['extractor', 'costliest classes'];

/** The three classes of faults that cost each extractor most on a corpus, in the order of the table; none where nothing costs. */
export function classesSection(run: FinishedRun, corpus: CorpusOfRun): string[] {
  const rows = entriesOf(run, corpus)
    .filter(({ baseline }) => !baseline)
    .map(({ name }) => {
      const lines = run.journal.filter((line) => line.corpus === corpus.name && line.extractor === name);
      return [name, costliest(explainLines(lines, corpus.gold).classes)];
    });
  if (rows.length === 0) return [];
  return [
    `## ${escapeMarkdown(corpus.name)}: what costs most`,
    'By how much F1 would be higher if this class of faults alone were mended, worked out page by page, and on how many pages it occurs. [What the classes are](../harness/explain/README.md).',
    markdownRows(TITLES, ['left', 'left'], rows),
  ];
}
