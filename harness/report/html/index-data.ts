import type { FieldComparison } from '../../analyse/compare-field.ts';
import { explainLines } from '../../analyse/class-sums.ts';
import { primaryOfRun } from '../../analyse/labels.ts';
import { slicePairs } from '../../analyse/slices.ts';
import { isDefined, valueOf } from '../../model/score.ts';
import type { Aggregate } from '../../model/score.ts';
import { figureOnPage, figureTitle } from '../../score/metric.ts';
import type { Metric } from '../../score/metric.ts';
import type { JournalLine } from '../../store/journal-line.ts';
import type { CorpusOfRun } from '../../store/run-description.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';
import { defined } from '../../util/defined.ts';
import { groupBy } from '../../util/group-by.ts';
import type { FinishedRun } from '../reporter.ts';
import { entriesOf } from '../tables.ts';
import { keyOf } from './page-key.ts';
import type { Cell, ChangeRow, CorpusIndex, FailureRow, PageRow, PairRow, SliceRow } from './report-data.ts';

/** Values shown of each slice, those with the most pages. */
const VALUES_SHOWN = 40;

/**
 * What the report says of each corpus, without the texts of pages.
 *
 * @param numbers by the key of a page (`keyOf`) the number of the script element that holds it
 * @param fields the pairs that were compared
 * @param changes extractors of an earlier run, if there is one beside this one
 */
export function corporaOf(
  run: FinishedRun,
  numbers: ReadonlyMap<string, number>,
  fields: readonly FieldComparison[],
  changes: readonly ChangeRow[] = [],
): CorpusIndex[] {
  return run.description.corpora.map((corpus) => {
    const field = fields.find((each) => each.corpus === corpus.name);
    const pairs = (field?.pairs ?? []).map(({ first, second, test }) => ({
      first: field!.extractors[first]!.name,
      second: field!.extractors[second]!.name,
      ...(test !== undefined && { test }),
    }));
    const own = changes.filter((change) => change.corpus === corpus.name);
    const changed = own.map(({ before, after, test }) => ({
      first: after,
      second: before,
      ...(test !== undefined && { test }),
    }));
    return corpusIndex(run, corpus, numbers, [...changed, ...pairs]);
  });
}

function corpusIndex(
  run: FinishedRun,
  corpus: CorpusOfRun,
  numbers: ReadonlyMap<string, number>,
  pairs: readonly PairRow[],
): CorpusIndex {
  const metric = primaryOfRun(run.description, corpus);
  const lines = run.journal.filter((line) => line.corpus === corpus.name);
  const pages = pageRows(lines);
  const linesOf = groupBy(lines, ({ extractor }) => extractor);
  const entries = entriesOf(run, corpus);
  const cells = entries.map(({ name }) => {
    const own = new Map(linesOf.get(name)?.map((line) => [line.page, line]));
    if (own.size === 0) return [];
    return pages.map(({ id }) => cellOf(own.get(id), metric));
  });
  const headline = metric.figures.indexOf(metric.headline);
  const alone = aloneBest(
    cells.map((row, index) => (entries[index]!.baseline ? [] : row.map((cell) => cell?.f?.[headline]))),
    pages.length,
  );
  return {
    name: corpus.name,
    gold: corpus.gold,
    metric: metric.name,
    headline: metric.headline,
    figures: metric.figures.map((figure) => [figure, figureTitle(figure)]),
    rows: entries.map((entry, index) => ({
      entry,
      classes: explainLines(linesOf.get(entry.name) ?? [], corpus.gold).classes,
      ...(!entry.baseline && { aloneBest: alone[index]! }),
    })),
    pairs,
    slices: sliceRows(
      entries.map(({ name }) => linesOf.get(name) ?? []),
      pages,
      metric,
    ),
    pages: pages.map((page) => ({
      ...page,
      ...defined({ at: numbers.get(keyOf({ corpus: corpus.name, page: page.id })) }),
    })),
    cells,
    failures: lines.flatMap(failureOf),
  };
}

/** The pages that lines of a journal are about, by identifier. */
export function pageRows(lines: readonly JournalLine[]): PageRow[] {
  const pages = new Map<string, PageRow>();
  for (const { page, site, slices = {} } of lines) {
    if (pages.has(page)) continue;
    pages.set(page, { id: page, site, slices: slicePairs(slices).map((pair) => pair.join(':')) });
  }
  return [...pages.values()].toSorted((a, b) => compareCodeUnits(a.id, b.id));
}

function cellOf(line: JournalLine | undefined, metric: Metric): Cell | null {
  if (line === undefined) return null;
  if (line.status === 'skipped') return { s: 'skipped', r: line.reason };
  const score = line.metrics[metric.name];
  const status = line.status === 'failed' ? 'failed' : line.empty === true ? 'empty' : undefined;
  const { verdict, surplus = {}, missing = {} } = line.explained ?? {};
  return {
    ...(status !== undefined && { s: status }),
    ...(score !== undefined && {
      f: metric.figures.map((figure) => rounded(valueOf(figureOnPage(score, metric, figure)))),
    }),
    ...(line.ms !== undefined && { ms: Math.round(line.ms * 100) / 100 }),
    ...(verdict !== undefined && { v: verdict }),
    ...(Object.keys(surplus).length > 0 && { x: surplus }),
    ...(Object.keys(missing).length > 0 && { m: missing }),
  };
}

/** Four decimals tell pages apart; more would make up a quarter of the index. */
export function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Math.round(value * 1e4) / 1e4;
}

/** By extractor, on how many pages it alone is best. */
function aloneBest(values: readonly (readonly (number | null | undefined)[])[], pages: number): number[] {
  const alone = values.map(() => 0);
  for (let page = 0; page < pages; page++) {
    const own = values.map((row) => row[page] ?? -1);
    const best = Math.max(...own);
    const first = own.indexOf(best);
    if (best >= 0 && own.lastIndexOf(best) === first) alone[first]!++;
  }
  return alone;
}

/**
 * What slices of the pages come to: values with more pages first.
 *
 * @param lines by extractor
 */
export function sliceRows(
  lines: readonly (readonly JournalLine[])[],
  pages: readonly PageRow[],
  metric: Metric,
): SliceRow[] {
  const groups = new Map<string, Set<string>>();
  for (const { id, site, slices } of pages) {
    for (const name of [...slices, `site:${site}`]) {
      const group = groups.get(name) ?? new Set();
      groups.set(name, group.add(id));
    }
  }
  const bySlice = groupBy(groups, ([name]) => name.slice(0, name.indexOf(':')));
  const byPage = lines.map((own) => new Map(own.map((line) => [line.page, line])));
  return [...bySlice].flatMap(([slice, values]) =>
    values
      .toSorted(([a, m], [b, n]) => n.size - m.size || compareCodeUnits(a, b))
      .slice(0, VALUES_SHOWN)
      .map(([name, ids]) => {
        const found = byPage.map((own) => figureOn(own, ids, metric));
        return {
          slice,
          value: name.slice(slice.length + 1),
          figures: found.map((figure) => rounded(valueOf(figure))),
          pages: found.map(({ n }) => n),
        };
      }),
  );
}

/** @param lines by page */
function figureOn(
  lines: ReadonlyMap<string, JournalLine>,
  ids: ReadonlySet<string>,
  metric: Metric,
): Aggregate {
  const scores = [...ids].flatMap((id) => {
    const line = lines.get(id);
    const score = line === undefined || line.status === 'skipped' ? undefined : line.metrics[metric.name];
    return score === undefined ? [] : [score];
  });
  if (scores.every(({ figures }) => !isDefined(figures[metric.headline])))
    return { undefined: 'no-pages', n: 0 };
  return metric.aggregate(scores)[metric.headline]!;
}

function failureOf(line: JournalLine): FailureRow[] {
  if (line.status !== 'failed') return [];
  const { extractor, page, failure, message, stack, output } = line;
  return [
    {
      extractor,
      page,
      kind: failure,
      message,
      ...(stack !== undefined && { stack }),
      ...(output !== undefined && { output }),
    },
  ];
}
