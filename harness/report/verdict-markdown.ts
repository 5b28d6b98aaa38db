import type { ExtractorVerdict, Verdict } from '../gate/verdict.ts';
import { escapeMarkdown as escape, folded, markdownRows } from './markdown-table.ts';
import { formatCount } from './format.ts';
import { classesText, findingText, headline, notes, reasons, touchedText } from './verdict-text.ts';

/** The file that the Markdown reporter writes for the gate, in the folder of the run. */
export const VERDICT_FILE = 'verdict.md';

/** Changed pages in the folded table; a comment on GitHub takes 65,536 characters. */
const SHOWN = 100;
/** A comment stays under this, whatever the names of the pages are. */
const LONGEST = 60_000;

/** A verdict as a comment on a change: the word, a line an extractor, what failed, the changed pages folded. */
export function verdictMarkdown(verdict: Verdict): string {
  const { extractors, problems, touched } = verdict;
  const parts = [
    `## Assay gate: ${verdict.verdict === 'pass' ? '✅ pass' : '❌ fail'}`,
    ...extractors.flatMap(extractorMarkdown),
    ...(problems.length === 0
      ? []
      : [['**Acknowledgements**', ...problems.map((each) => `- ${escape(each)}`)].join('\n')]),
    ...(touched === undefined ? [] : [escape(touchedText(touched))]),
  ];
  const whole = `${parts.join('\n\n')}\n`;
  if (whole.length <= LONGEST) return whole;
  // Details go first: they come last.
  const short = parts.filter((part) => !part.startsWith('<details>'));
  return `${short.join('\n\n').slice(0, LONGEST)}\n\nThe rest is in verdict.json.\n`;
}

function extractorMarkdown(each: ExtractorVerdict): string[] {
  const { extractor, corpus, findings, acknowledged, changes } = each;
  const list = [
    ...findings.map(
      (finding) => `- ${finding.fails ? '❌' : '·'} ${escape(findingText(finding) + reasons(each, finding))}`,
    ),
    ...acknowledged.map(
      ({ page, reason, until }) =>
        `- acknowledged until ${escape(until)}: ${escape(page)}, ${escape(reason)}`,
    ),
    ...notes(each).map((note) => `- ${escape(note)}`),
  ];
  return [
    `**${escape(extractor)}** on ${escape(corpus)}: ${escape(headline(each))}`,
    ...(list.length === 0 ? [] : [list.slice(0, SHOWN).join('\n')]),
    ...(changes.length === 0 ? [] : [changesTable(changes)]),
  ];
}

function changesTable(changes: ExtractorVerdict['changes']): string {
  const rows = changes
    .slice(0, SHOWN)
    .map(({ page, before, after, classes }) => [
      page,
      before.toFixed(3),
      after.toFixed(3),
      (after - before).toFixed(3),
      classesText(classes, 3),
    ]);
  const title = `${formatCount(changes.length)} changed pages${changes.length > SHOWN ? `, the first ${SHOWN} of them` : ''}`;
  const titles = ['page', 'before', 'after', 'change', 'tokens'];
  return folded(title, markdownRows(titles, ['left', 'right', 'right', 'right', 'left'], rows));
}
