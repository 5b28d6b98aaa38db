import pc from 'picocolors';
import type { Colors } from 'picocolors/types.js';
import type { ExplainedPages } from '../../analyse/class-sums.ts';
import { MISSING_CLASSES, SURPLUS_CLASSES, VERDICTS } from '../../explain/classes.ts';
import type { Verdict } from '../../explain/classes.ts';
import type { ClassSum } from '../../explain/sums.ts';
import { printable } from '../../util/printable.ts';
import { alignedLines, cut } from '../columns.ts';
import { NO_VALUE, formatCount, formatNumber } from '../format.ts';

/** One extractor on one corpus. */
interface Sums extends ExplainedPages {
  readonly corpus: string;
  readonly extractor: string;
}

/** What is told of one extractor: its sums, an example for each class, and its slices. */
interface DetailedSums extends Sums {
  readonly examples: readonly {
    readonly class: string;
    readonly page: string;
    readonly text: string;
    readonly path?: string;
  }[];
  readonly slices: readonly (ExplainedPages & { readonly slice: string; readonly value: string })[];
}

/** Extractors side by side in one table; more would not fit a terminal. */
const MOST_COLUMNS = 6;
/** Sites named in a table of slices, those where most is to be gained. */
const SITES_SHOWN = 8;
const LONGEST_TEXT = 90;

/** A gain of F1: `+0.016`; `–` where there is none to speak of. */
export function formatGain(gain: number): string {
  return gain < 0.0005 ? NO_VALUE : `+${gain.toFixed(3)}`;
}

/** The meaning of a class. */
export function meaningOf(name: ClassSum['class']): string {
  const words: Readonly<Record<string, string>> = { ...MISSING_CLASSES, ...SURPLUS_CLASSES };
  return words[name]!;
}

/** The table of one extractor: classes with what mending each would gain, an example of each, and its slices. */
export function extractorText(
  { corpus, extractor, pages, classes, verdicts, examples, slices }: DetailedSums,
  colors: Colors = pc,
): string {
  const head = colors.bold(`${printable(extractor)} · ${printable(corpus)} · ${formatNumber(pages, 'page')}`);
  if (classes.length === 0) return `${head}\nnothing is surplus, and nothing is missing`;
  const rows = classes.map(({ class: name, gain, surplus, missing, pages: touched }) => [
    name,
    formatGain(gain),
    formatCount(surplus),
    formatCount(missing),
    formatCount(touched),
    meaningOf(name),
  ]);
  const table = alignedLines([['class', 'F1', 'surplus', 'missing', 'pages', ''], ...rows], (column) =>
    column === 0 || column === 5 ? 'left' : 'right',
  );
  const shown = examples.flatMap(({ class: name, page, text, path }) => [
    `  ${name} · ${printable(page)}${path === undefined ? '' : ` · ${printable(path)}`}`,
    colors.dim(`      ${cut(printable(text.replace(/\s+/gu, ' ')), LONGEST_TEXT)}`),
  ]);
  return [
    head,
    colors.dim(table[0]),
    ...table.slice(1),
    colors.dim(GAIN_NOTE),
    ...verdictLines(verdicts),
    ...(shown.length === 0 ? [] : ['', colors.bold('examples'), ...shown]),
    ...sliceLines(slices, colors),
  ].join('\n');
}

const GAIN_NOTE =
  'F1: by how much it would be higher if this class alone were mended, worked out page by page';

function verdictLines(verdicts: ExplainedPages['verdicts']): string[] {
  return Object.entries(verdicts).map(([verdict, count]) => {
    // oxlint-disable-next-line no-unsafe-type-assertion -- the keys are verdicts
    return `${formatNumber(count, 'page')}: ${verdict} – ${VERDICTS[verdict as Verdict]}`;
  });
}

/** The costliest classes of each slice; a slice with one value says no more than the whole. */
function sliceLines(slices: DetailedSums['slices'], colors: Colors): string[] {
  const names = [...new Set(slices.map(({ slice }) => slice))];
  return names.flatMap((name) => {
    const own = slices.filter(({ slice }) => slice === name);
    if (own.length < 2) return [];
    const gainOf = ({ classes, pages }: ExplainedPages): number => (classes[0]?.gain ?? 0) * pages;
    const costliestFirst = own.filter((each) => gainOf(each) > 0).toSorted((a, b) => gainOf(b) - gainOf(a));
    const shown = name === 'site' ? costliestFirst.slice(0, SITES_SHOWN) : own;
    const rows = shown.map(({ value, pages, classes }) => [
      `  ${printable(value)}`,
      formatNumber(pages, 'page'),
      costliest(classes),
    ]);
    return [
      '',
      colors.bold(`by ${name}`),
      ...alignedLines(rows, (column) => (column === 1 ? 'right' : 'left')),
    ];
  });
}

const COSTLIEST = 3;

/** The costliest classes in words: `related +0.016 (77 pages), in-table +0.004 (3 pages)`. */
export function costliest(classes: readonly ClassSum[]): string {
  const shown = classes.filter(({ gain }) => gain >= 0.0005).slice(0, COSTLIEST);
  if (shown.length === 0) return 'no class costs 0.001';
  return shown
    .map(({ class: name, gain, pages }) => `${name} ${formatGain(gain)} (${formatNumber(pages, 'page')})`)
    .join(', ');
}

/** The same for narrow lines, as many of them as there is room for: `related +0.016, in-table +0.004`. */
export function shortCostliest(classes: readonly ClassSum[], width: number): string {
  const shown = classes.filter(({ gain }) => gain >= 0.0005).slice(0, COSTLIEST);
  if (shown.length === 0) return 'no class costs 0.001';
  const parts = shown.map(({ class: name, gain }) => `${name} ${formatGain(gain)}`);
  while (parts.length > 1 && parts.join(', ').length > width) parts.pop();
  return parts.join(', ');
}

/** Extractors side by side: what mending each class would gain, a table for each corpus. */
export function runText(all: readonly Sums[], colors: Colors = pc): string {
  const corpora = [...new Set(all.map(({ corpus }) => corpus))];
  return corpora
    .flatMap((corpus) => {
      const own = all.filter((sums) => sums.corpus === corpus);
      const tables: string[] = [];
      for (let from = 0; from < own.length; from += MOST_COLUMNS)
        tables.push(sideBySide(corpus, own.slice(from, from + MOST_COLUMNS), colors));
      return tables;
    })
    .join('\n\n');
}

function sideBySide(corpus: string, all: readonly Sums[], colors: Colors): string {
  const gainOf = (sums: Sums, name: string): number =>
    sums.classes.find((each) => each.class === name)?.gain ?? 0;
  const names = [...new Set(all.flatMap(({ classes }) => classes.map((each) => each.class)))];
  const total = (name: string): number => all.reduce((sum, each) => sum + gainOf(each, name), 0);
  const rows = names
    .toSorted((a, b) => total(b) - total(a))
    .map((name) => [name, ...all.map((sums) => formatGain(gainOf(sums, name)))])
    .filter((row) => row.slice(1).some((cell) => cell !== NO_VALUE));
  const verdicts = [...new Set(all.flatMap(({ verdicts: of }) => Object.keys(of)))] as Verdict[]; // oxlint-disable-line no-unsafe-type-assertion -- keys of verdicts
  const counts = verdicts.map((verdict) => [
    verdict,
    ...all.map((sums) =>
      sums.verdicts[verdict] === undefined ? NO_VALUE : formatNumber(sums.verdicts[verdict], 'page'),
    ),
  ]);
  const table = alignedLines([
    ['class', ...all.map(({ extractor }) => printable(extractor))],
    ...rows,
    ...counts,
  ]);
  return [
    colors.bold(`${printable(corpus)} · F1 to be gained, by class of faults; pages by verdict`),
    colors.dim(table[0]),
    ...table.slice(1),
    colors.dim(GAIN_NOTE),
  ].join('\n');
}
