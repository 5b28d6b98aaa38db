import { NO_VALUE, signed } from '../../harness/report/format.ts';
import { escapeMarkdown, markdownRows } from '../../harness/report/markdown-table.ts';
import type { PublishedComparison, PublishedRowComparison } from './beside-published.ts';

/** Differences above this are to be explained. */
export const EXPLAINED_ABOVE = 0.003;

/** Ours beside what was published, and why they differ. */
export function publishedSection(comparison: PublishedComparison): string[] {
  const { corpus, title, source, columns, leftOut, rows, incomparable } = comparison;
  const heading = `## ${escapeMarkdown(corpus)}: beside published figures (${escapeMarkdown(title)})`;
  if (incomparable !== undefined) {
    return [heading, `Not shown: ${escapeMarkdown(incomparable)}.`];
  }
  if (rows.length === 0) return [];
  const omitted =
    leftOut.length === 0
      ? ''
      : ` Left out: ${escapeMarkdown(leftOut.join(', '))}, of which one page is more than that already.`;
  const named = columns.map((column) => escapeMarkdown(column)).join(', ');
  const titles = [
    'extractor',
    'our version',
    'published version',
    `ours: ${named}`,
    `published: ${named}`,
    'largest difference',
    'why',
  ];
  const aligns = titles.map((_, index) => (index === 5 ? ('right' as const) : ('left' as const)));
  return [
    heading,
    `Published: ${escapeMarkdown(source)}. Ours: this run. A difference over ${EXPLAINED_ABOVE} of the same version takes a reason; where none is known it says so.${omitted}`,
    markdownRows(titles, aligns, rows.map(cellsOf)),
    countOf(rows),
  ];
}

function cellsOf(row: PublishedRowComparison): string[] {
  const { extractor, version, system, publishedVersion, isSameVersion, ours, published, largest } = row;
  const said = largest === undefined ? NO_VALUE : `${differenceText(largest.difference)} ${largest.column}`;
  const sameAs =
    isSameVersion && version !== publishedVersion ? `${publishedVersion}, the same` : publishedVersion;
  const name = system === extractor ? extractor : `${extractor} (there: ${system})`;
  return [name, version, sameAs, ours.join(', '), published.join(', '), said, whyOf(row)];
}

/** A gap in what is known is said, never left out. */
function whyOf(row: PublishedRowComparison): string {
  const { isSameVersion, largest, reason } = row;
  if (largest === undefined) return 'not computed in this run';
  const version = isSameVersion ? [] : ['another version'];
  if (!isLarge(row)) return [...version, `within ${EXPLAINED_ABOVE}`].join(', ');
  if (reason !== undefined) return [...version, reason].join('; ');
  return isSameVersion ? NOT_EXPLAINED : version.join('');
}

const NOT_EXPLAINED = 'not explained';

/** How many rows there are of each sort, so that what is open is seen at once. */
function countOf(rows: readonly PublishedRowComparison[]): string {
  const same = rows.filter(({ isSameVersion, largest }) => isSameVersion && largest !== undefined);
  const large = same.filter(isLarge);
  const open = large
    .filter(({ reason }) => reason === undefined)
    .map(({ extractor }) => escapeMarkdown(extractor));
  const explained = open.length === 0 ? '' : `; not explained: ${open.join(', ')}`;
  return `Rows of the same version: ${same.length}; within ${EXPLAINED_ABOVE}: ${same.length - large.length}; further off: ${large.length}${explained}.`;
}

function isLarge({ largest }: PublishedRowComparison): boolean {
  // Half a unit of a digit that no table has, for sums such as 0.1 + 0.2.
  return largest !== undefined && Math.abs(largest.difference) > EXPLAINED_ABOVE + 1e-9;
}

function differenceText(difference: number): string {
  return Math.abs(difference) < 1e-9 ? '0' : signed(difference);
}
