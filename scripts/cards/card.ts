import { goldToDocument } from '../../harness/document/gold.ts';
import type { Extraction } from '../../harness/model/extraction.ts';
import { POLICIES } from '../../harness/model/policy.ts';
import type { Figure } from '../../harness/model/score.ts';
import { isDefined } from '../../harness/model/score.ts';
import type { Metric } from '../../harness/score/metric.ts';
import { PreparedGold } from '../../harness/score/prepared-gold.ts';
import { ScoringInput } from '../../harness/score/scoring-input.ts';
import { CARD_ARTICLES } from './articles.ts';
import type { CardArticle } from './articles.ts';
import { DAMAGES } from './damages.ts';
import type { CardBlock, Damage } from './damages.ts';

/** What a metric says of damaged gold: its headline figure, damage by damage, article by article. */
export interface Card {
  readonly metric: string;
  readonly figure: string;
  /** Languages of the articles, the heads of the columns. */
  readonly articles: readonly string[];
  readonly rows: readonly CardRow[];
  /** The damages whose figure is that of gold itself in every article that they change. */
  readonly blindTo: readonly string[];
}

export interface CardRow {
  readonly damage: string;
  readonly cells: readonly CardCell[];
}

/** A figure; nothing where the damage does nothing to the article, or the metric finds no gold for it. */
export type CardCell = Figure | undefined;

const PREPARED = new Map(
  CARD_ARTICLES.map((article) => [article, new PreparedGold(article.gold, POLICIES.article)]),
);

/** The card of a metric, made from the articles that come with Assay. */
export function cardOf(metric: Metric): Card {
  const rows = DAMAGES.map((damage): CardRow => ({
    damage: damage.name,
    cells: CARD_ARTICLES.map((article) => cellOf(metric, damage, article)),
  }));
  const intact = rows[0]!.cells;
  return {
    metric: metric.name,
    figure: metric.headline,
    articles: CARD_ARTICLES.map(({ name }) => name),
    rows,
    blindTo: rows.slice(1).flatMap(({ damage, cells }) => (isBlind(cells, intact) ? [damage] : [])),
  };
}

/** Articles in which gold itself has no figure tell nothing. */
function isBlind(cells: readonly CardCell[], intact: readonly CardCell[]): boolean {
  const seen = cells
    .map((cell, index) => [cell, intact[index]] as const)
    .filter(([cell, whole]) => cell !== undefined && isDefined(whole));
  return seen.length > 0 && seen.every(([cell, whole]) => cell === whole);
}

function cellOf(metric: Metric, damage: Damage, article: CardArticle): CardCell {
  const whole = toExtraction(DAMAGES[0]!, article);
  const extraction = toExtraction(damage, article);
  const isChanged = damage === DAMAGES[0] || read(metric, extraction) !== read(metric, whole);
  if (!isChanged) return undefined;
  const scores = new ScoringInput(PREPARED.get(article)!, extraction).scores([metric]);
  return scores[metric.name]?.figures[metric.headline];
}

/** What of an extraction a metric could see, to tell whether there is a change at all. */
function read({ needs, reads }: Metric, extraction: Extraction): string {
  if (reads !== 'metadata') return extraction.text ?? '';
  const field: unknown = Reflect.get(extraction, needs);
  return JSON.stringify(field) ?? '';
}

/** The article as a perfect extractor returns it, damaged: as text, as HTML, and in every field of metadata. */
export function toExtraction(damage: Damage, article: CardArticle): Extraction {
  const { about, metadata } = article.gold;
  const blocks = goldToDocument({ ...article.gold, metadata: {} }, POLICIES.article).blocks;
  const damaged = damage.apply(blocks, article);
  const texts = (values: readonly string[]): string[] =>
    damage
      .apply(
        values.map((text) => ({ kind: 'p', text })),
        article,
      )
      .map(({ text }) => text);
  const fields = {
    title: metadata.title,
    publisher: metadata.publisher,
    published: metadata.published,
    language: about.language,
  };
  const returned = Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    const text = value === undefined ? '' : texts([value]).join(' ');
    return text === '' ? [] : [[name, text]];
  });
  return {
    text: damaged.map(({ text }) => text).join('\n'),
    html: damaged.map(toHtml).join('\n'),
    ...Object.fromEntries(returned),
    authors: texts(metadata.authors ?? []),
  };
}

function toHtml({ kind, text }: CardBlock): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return kind === 'ul' ? `<ul><li>${safe}</li></ul>` : `<${kind}>${safe}</${kind}>`;
}

/** Stands where a damage changes nothing that the metric could see. */
const UNCHANGED = '·';
const NO_VALUE = '–';

/** A card as Markdown, without a heading: a table, and what the metric does not see. */
export function cardText(metric: Metric): string {
  const card = cardOf(metric);
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [`${card.metric} ${card.figure}`, ...card.articles];
  return [
    row(head.map((cell, column) => (column === 0 ? cell.padEnd(widthOf(card)) : cell.padStart(8)))),
    row(head.map((_, column) => (column === 0 ? '-'.repeat(widthOf(card)) : `${'-'.repeat(7)}:`))),
    ...card.rows.map(({ damage, cells }) =>
      row([damage.padEnd(widthOf(card)), ...cells.map((cell) => cellText(cell).padStart(8))]),
    ),
    '',
    card.blindTo.length === 0 ? 'It sees every damage.' : `It does not see: ${card.blindTo.join(', ')}.`,
  ].join('\n');
}

function widthOf({ metric, figure, rows }: Card): number {
  return Math.max(`${metric} ${figure}`.length, ...rows.map(({ damage }) => damage.length));
}

function cellText(cell: CardCell): string {
  if (cell === undefined) return UNCHANGED;
  return isDefined(cell) ? cell.toFixed(3) : NO_VALUE;
}

/** The cards of metrics as one page: `score/cards.md`. */
export function cardsPage(metrics: readonly Metric[]): string {
  const intro = `# Metric cards

What each metric says of gold that somebody damaged: its headline figure, for one story in four languages. Made by
\`npm run cards\` and held by a test, so that no metric changes its mind unnoticed. ${UNCHANGED} means that the damage changes
nothing there (Japanese has no lower case), ${NO_VALUE} that the metric has no figure.
`;
  const cards = metrics.map(
    (metric) => `## ${metric.name}\n\n${metric.definition}.\n\n${cardText(metric)}\n`,
  );
  return [intro, ...cards].join('\n');
}
