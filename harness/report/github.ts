import { appendFile } from 'node:fs/promises';
import type { Verdict } from '../gate/verdict.ts';
import { printable } from '../util/printable.ts';
import { markdownTable } from './markdown-table.ts';
import type { FinishedRun, Reporter } from './reporter.ts';
import { mainTable } from './tables.ts';
import { verdictMarkdown } from './verdict-markdown.ts';
import { findingText } from './verdict-text.ts';

/** GitHub shows ten annotations of each kind for a step; the last one says how many more there are. */
const MOST_ANNOTATIONS = 10;

/** `--reporter github`: annotations on standard output, and the summary of the step where GitHub Actions names its file. */
export function githubReporter(): Reporter {
  return {
    async onRunEnd(run) {
      annotate('warning', failures(run));
      await summarize(
        run.description.corpora.flatMap((corpus) => markdownTable(mainTable(run, corpus))).join('\n\n'),
      );
    },
    async onVerdict(verdict) {
      annotate('error', losses(verdict));
      await summarize(verdictMarkdown(verdict));
    },
  };
}

function failures({ journal }: FinishedRun): string[] {
  return journal.flatMap((line) =>
    line.status === 'failed'
      ? [`${line.extractor} failed on ${line.page}: ${line.failure}, ${line.message}`]
      : [],
  );
}

function losses({ extractors, problems }: Verdict): string[] {
  const found = extractors.flatMap(({ extractor, corpus, findings }) =>
    findings
      .filter(({ fails }) => fails)
      .map((finding) => ({ finding, text: `${extractor} on ${corpus}: ${findingText(finding)}` })),
  );
  const loss = ({ finding: { before = 1, after = 0 } }: (typeof found)[number]): number => before - after;
  return [...found.toSorted((a, b) => loss(b) - loss(a)).map(({ text }) => text), ...problems];
}

function annotate(level: 'error' | 'warning', texts: readonly string[]): void {
  const isTooMany = texts.length > MOST_ANNOTATIONS;
  const shown = isTooMany ? texts.slice(0, MOST_ANNOTATIONS - 1) : texts;
  const rest = isTooMany ? [`${texts.length - shown.length} more`] : [];
  for (const text of [...shown, ...rest]) {
    // Workflow commands take % and line breaks as escapes; `printable` leaves no line break.
    process.stdout.write(`::${level} title=Assay::${printable(text).replaceAll('%', '%25')}\n`);
  }
}

async function summarize(markdown: string): Promise<void> {
  const file = process.env['GITHUB_STEP_SUMMARY'];
  if (file !== undefined && file !== '') await appendFile(file, `${markdown}\n`);
}
