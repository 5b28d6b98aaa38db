import { join } from 'node:path';
import { openCorpus } from '../corpus/open.ts';
import { readablePath } from '../util/readable-path.ts';
import { trafilaturaPins } from '../corpus/sources/trafilatura.ts';
import { loadRecordedExtractor } from '../extract/drivers/recorded.ts';
import { AssayError } from '../util/error.ts';
import type { LabelledPage } from '../model/page.ts';
import { POLICIES } from '../model/policy.ts';
import { valueOf } from '../model/score.ts';
import type { MetricScores, PageScore } from '../model/score.ts';
import type { Metric } from '../score/metric.ts';
import { metricNamed } from '../score/metrics/register.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { bootstrapSpread } from '../stats/bootstrap-spread.ts';
import { Random } from '../stats/random.ts';
import { isWithin, printLike, readPrinted } from './published-table.ts';
import type { FigureTable, PinTable, PublishedRow, PublishedTable } from './published-table.ts';
import { pathExists } from '../util/path-exists.ts';

/** A published figure, and ours beside it. */
export type Cell = {
  readonly row: string;
  readonly column: string;
  /** As printed. */
  readonly published: string;
} & (
  | { readonly status: 'same' | 'off'; readonly ours: string }
  | { readonly status: 'skipped'; readonly why: string }
);

/** A published table, cell by cell. */
export interface ReproducedTable {
  readonly title: string;
  readonly source: string;
  /** What is not compared to the last digit, and why. */
  readonly notes: readonly string[];
  readonly cells: readonly Cell[];
}

/** How many cells were compared, and how many of them are the same. */
export function countCells(tables: readonly Pick<ReproducedTable, 'cells'>[]): {
  readonly same: number;
  readonly compared: number;
} {
  const compared = tables.flatMap(({ cells }) => cells).filter(({ status }) => status !== 'skipped');
  return { compared: compared.length, same: compared.filter(({ status }) => status === 'same').length };
}

/** A bootstrap without a seed gives another spread each time; ours is the same if it is no further off than this. */
const SPREAD_WITHIN = 0.004;

/** One recorded output takes no longer than this to give back a page. */
const SESSION = { workers: 1, timeoutMs: 10_000 };

/**
 * Computes published tables again from the data they were made of, cell by cell.
 *
 * @param data a folder with a clone or archive of each benchmark, in a folder named like its source: `aeb`,
 * `trafilatura`. What is not there is skipped, and says so.
 * @param onRow called after each row
 * @throws AssayError `bad-input` where there is none of the data, or some that cannot be read.
 */
export async function reproduce(
  tables: readonly PublishedTable[],
  data: string,
  onRow: () => void = () => undefined,
): Promise<ReproducedTable[]> {
  await refuseNoData(tables, data);
  const pages = new Map<string, readonly PreparedPage[]>();
  const reproduced: ReproducedTable[] = [];
  for (const table of tables) {
    const folder = join(data, table.data);
    const isThere = await pathExists(folder);
    if (isThere && !pages.has(table.data)) pages.set(table.data, await readPages(`${table.data}:${folder}`));
    const { title, source } = table;
    const cells = isThere
      ? await cellsOf(table, folder, pages.get(table.data)!, onRow)
      : allSkipped(table, `there is no folder ${table.data} in the data`);
    reproduced.push({ title, source, notes: notesOf(table), cells });
  }
  return reproduced;
}

/** Without data nothing would be compared and nothing off, so that a misspelt folder would look like a success. */
async function refuseNoData(tables: readonly PublishedTable[], data: string): Promise<void> {
  const names = [...new Set(tables.map((table) => table.data))];
  const found = await Promise.all(names.map((name) => pathExists(join(data, name))));
  if (tables.length === 0 || found.includes(true)) return;
  const message = `found none of the folders ${names.join(', ')} in ${readablePath(data)}; expected a clone of each benchmark there`;
  throw new AssayError('bad-input', message);
}

/** A page with its gold, which is prepared once for all outputs. */
interface PreparedPage {
  readonly page: LabelledPage['page'];
  readonly gold: PreparedGold;
}

async function readPages(specification: string): Promise<PreparedPage[]> {
  const opened = await openCorpus(specification);
  if (opened.status === 'faulty')
    throw new AssayError('bad-input', `${specification} has problems: assay corpus check names them`);
  const pages: PreparedPage[] = [];
  for (const reference of opened.corpus.pages) {
    const { page, gold } = await opened.corpus.read(reference);
    // The bytes are not needed: outputs are recorded.
    pages.push({
      page: { ...page, bytes: new Uint8Array() },
      gold: new PreparedGold(gold, POLICIES.article),
    });
  }
  return pages;
}

async function cellsOf(
  table: PublishedTable,
  folder: string,
  pages: readonly PreparedPage[],
  onRow: () => void,
): Promise<Cell[]> {
  if ('pins' in table) return pinCells(table, folder);
  const cells: Cell[] = [];
  for (const row of table.rows) {
    const why = await whyMissing(row, folder);
    cells.push(
      ...(why === undefined
        ? await rowCells(table, row, folder, pages)
        : skipped(row.system, row.cells, why)),
    );
    onRow();
  }
  return cells;
}

async function pinCells({ pins }: PinTable, folder: string): Promise<Cell[]> {
  const { entries, chunks, sha256 } = await trafilaturaPins(folder);
  const ours: Readonly<Record<string, string>> = {
    entries: String(entries),
    'must-appear segments': String(chunks.with),
    'must-not-appear segments': String(chunks.without),
    sha256,
  };
  return Object.entries(pins).map(([row, published]) => {
    const found = ours[row] ?? '';
    return { row, column: '', published, ours: found, status: found === published ? 'same' : 'off' };
  });
}

async function whyMissing(
  { output, from, missing }: PublishedRow,
  folder: string,
): Promise<string | undefined> {
  if (output === undefined) return missing ?? 'its outputs are not known';
  if (await pathExists(join(folder, output))) return undefined;
  return `there is no ${output}${from === undefined ? '' : `; take it from the history: ${from}`}`;
}

async function rowCells(
  table: FigureTable,
  row: PublishedRow,
  folder: string,
  pages: readonly PreparedPage[],
): Promise<Cell[]> {
  const columns = Object.entries(table.columns);
  const names = [...new Set(columns.map(([, { metric }]) => metric))];
  const metrics = names.map((name) => metricNamed(name)!);
  const scored = await scoreRecorded(join(folder, row.output!), pages, metrics);
  return columns.flatMap(([column, { metric: name, figure }]) => {
    const metric = metrics.find((each) => each.name === name)!;
    const scores = scored.flatMap((page) => page[name] ?? []);
    return figureCells(
      { row: row.system, column, published: row.cells[column]! },
      scores,
      metric,
      figure,
      table,
    );
  });
}

async function scoreRecorded(
  path: string,
  pages: readonly PreparedPage[],
  metrics: readonly Metric[],
): Promise<MetricScores[]> {
  const session = await (await loadRecordedExtractor(path)).open(SESSION);
  const scored: MetricScores[] = [];
  for (const { page, gold } of pages) {
    const outcome = await session.extract(page);
    const extraction = outcome.status === 'extracted' ? outcome.extraction : undefined;
    scored.push(new ScoringInput(gold, extraction).scores(metrics));
  }
  await session.close();
  return scored;
}

/** A figure, and its spread where one was published. */
function figureCells(
  { row, column, published }: Pick<Cell, 'row' | 'column' | 'published'>,
  scores: readonly PageScore[],
  metric: Metric,
  figure: string,
  { within = '0', source }: FigureTable,
): Cell[] {
  const printed = readPrinted(published);
  const figureOf = (of: readonly PageScore[]): number | undefined => valueOf(metric.aggregate(of)[figure]);
  const value = figureOf(scores) ?? Number.NaN;
  const cells = [toCell(row, column, printed.value, value, Number(within))];
  if (printed.spread !== undefined) {
    const spread = bootstrapSpread(scores, figureOf, new Random(`${source} ${row} ${column}`));
    cells.push(toCell(row, `${column} ±`, printed.spread, spread, SPREAD_WITHIN));
  }
  return cells;
}

function toCell(row: string, column: string, published: string, ours: number, within: number): Cell {
  const status = isWithin(ours, published, within) ? 'same' : 'off';
  return { row, column, published, ours: printLike(ours, published), status };
}

function allSkipped(table: PublishedTable, why: string): Cell[] {
  if ('pins' in table) {
    return Object.entries(table.pins).map(([row, published]): Cell => {
      return { row, column: '', published, status: 'skipped', why };
    });
  }
  return table.rows.flatMap(({ system, cells }) => skipped(system, cells, why));
}

function skipped(row: string, cells: PublishedRow['cells'], why: string): Cell[] {
  return Object.entries(cells).flatMap(([column, text]): Cell[] => {
    const { value, spread } = readPrinted(text);
    const cell: Cell = { row, column, published: value, status: 'skipped', why };
    return spread === undefined
      ? [cell]
      : [cell, { row, column: `${column} ±`, published: spread, status: 'skipped', why }];
  });
}

function notesOf(table: PublishedTable): string[] {
  if ('pins' in table) return [];
  const { within, because, rows } = table;
  const hasSpread = rows.some(({ cells }) => Object.values(cells).some((text) => text.includes('±')));
  return [
    ...(within === undefined
      ? []
      : [`compared within ${within}, because ${because ?? 'the source says no more'}`]),
    ...(hasSpread
      ? [
          `the published ± came from a bootstrap without a seed; ours, seeded, is compared within ${SPREAD_WITHIN}`,
        ]
      : []),
  ];
}
