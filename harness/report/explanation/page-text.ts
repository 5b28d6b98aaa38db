import type { Colors } from 'picocolors/types.js';
import { MISSING_CLASSES, SURPLUS_CLASSES, VERDICTS } from '../../explain/classes.ts';
import type { Contrast } from '../../explain/contrast.ts';
import type {
  FieldExplanation,
  MissingRun,
  PageExplanation,
  SegmentExplanation,
  SurplusRun,
} from '../../explain/explanation.ts';
import type { MetricScores } from '../../model/score.ts';
import { isDefined } from '../../model/score.ts';
import { figureTitle } from '../../score/metric.ts';
import { metricNamed } from '../../score/metrics/register.ts';
import type { ScoringInput } from '../../score/scoring-input.ts';
import { printable } from '../../util/printable.ts';
import { formatNumber } from '../format.ts';
import { diffParagraphs } from './diff-pieces.ts';
import type { DiffParagraph, DiffPiece } from './diff-pieces.ts';

/** What stands over an explanation of a page. */
export interface PageHeading {
  readonly corpus: string;
  readonly extractor: string;
  readonly page: string;
  readonly failure?: string;
  readonly metrics: MetricScores;
  readonly explanation: PageExplanation;
}

/** Of text that came out as it should so many words are shown beside what did not, on each side. */
const WORDS_SHOWN = 8;

/** Scores and verdict of a page, a line each. */
export function headingLines({
  corpus,
  extractor,
  page,
  failure,
  metrics,
  explanation,
}: PageHeading): string[] {
  const scores = Object.entries(metrics).flatMap(([name, { figures, counts }]) => {
    const metric = metricNamed(name);
    if (metric === undefined) return [];
    const shown = metric.figures.flatMap((figure) => {
      const value = figures[figure];
      return isDefined(value) ? [`${figureTitle(figure)} ${value.toFixed(3)}`] : [];
    });
    return shown.length === 0 ? [] : [`${name}: ${shown.join(' ')} (${metric.describe(counts)})`];
  });
  const { verdict } = explanation;
  return [
    `${printable(extractor)} · ${printable(corpus)} · ${printable(page)}`,
    ...(failure === undefined ? [] : [`failed: ${failure}; it is scored as an empty extraction`]),
    ...scores,
    ...(verdict === undefined ? [] : [`verdict: ${verdict} – ${VERDICTS[verdict]}`]),
  ];
}

/** A surplus run as one line: `+ 12 tokens related · div.teasers`. */
export function surplusLine({ class: name, tokens, place, gold, alteration, unseen }: SurplusRun): string {
  const was = alteration === undefined ? [] : [`${alteration.kind}, from "${shorten(alteration.from)}"`];
  const at =
    unseen === undefined
      ? place?.path
      : `${unseen.path}${unseen.attribute === undefined ? '' : ` [${unseen.attribute}]`}`;
  const parts = [name, ...was, ...(gold === undefined ? [] : [gold]), ...(at === undefined ? [] : [at])];
  return printable(`+ ${formatNumber(tokens, 'token')} ${parts.join(' · ')}`);
}

/** A missing run as one line: `- 24 tokens in-list · middle · body[4] ul · div#story > ul`. */
export function missingLine({
  class: name,
  tokens,
  position,
  gold,
  kind,
  place,
  cameOutAs,
}: MissingRun): string {
  const as = cameOutAs === undefined ? [] : [`came out as "${shorten(cameOutAs)}"`];
  const at = place?.path === undefined ? [] : [place.path];
  const where = name === position ? [] : [position];
  return printable(
    `- ${formatNumber(tokens, 'token')} ${[name, ...as, ...where, `${gold} ${kind}`, ...at].join(' · ')}`,
  );
}

/** A snippet as lines. */
export function segmentLines({
  fault,
  class: name,
  text,
  place,
  gold,
  cameOutAs,
}: SegmentExplanation): string[] {
  const at = place?.path === undefined ? '' : ` · ${place.path}`;
  const meaning = fault === 'missing' ? MISSING_CLASSES[name] : SURPLUS_CLASSES[name];
  const lines = [
    `${fault === 'missing' ? '-' : '+'} ${fault} ${gold} · ${name} (${meaning})${at}`,
    `    ${shorten(text)}`,
  ];
  if (cameOutAs !== undefined)
    lines.push(`    ${fault === 'missing' ? 'in its place' : 'around it'}: ${shorten(cameOutAs)}`);
  return lines.map(printable);
}

/** A field of the metadata that is wrong, as one line. */
export function fieldLine({ field, gold, returned, standsIn }: FieldExplanation): string {
  const places = standsIn.map(({ kind, path }) => (path === undefined ? kind : `${kind} (${path})`));
  const where =
    places.length === 0
      ? 'the page has it in no place that is known'
      : `the page has it in ${places.join(', ')}`;
  const found = returned === undefined ? 'nothing returned' : `returned "${shorten(returned)}"`;
  return printable(`${field}: ${found}; gold has "${shorten(gold)}"; ${where}`);
}

/** What of structure and metadata is wrong, each with a line over it. */
export function asideLines(
  { blocks, fields, segments }: PageExplanation,
  bold: (text: string) => string,
): string[] {
  const shown = blocks.map(
    ({ gold, kind, fault, cameOutAs }) =>
      `${gold} ${kind}: ${fault === 'kind' || fault === 'level' ? `came out as ${cameOutAs!}` : fault}`,
  );
  const wrong = fields.filter(({ isRight }) => !isRight).map(fieldLine);
  return [
    ...section(bold('snippets'), segments.flatMap(segmentLines)),
    ...section(bold('structure'), shown),
    ...section(bold('metadata'), wrong),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** The explanation of a page for the terminal: scores, verdict, and the diff block by block with the reasons under each. */
export function pageText(heading: PageHeading, input: ScoringInput, colors: Colors): string {
  const [title, ...scores] = headingLines(heading);
  const { explanation } = heading;
  return [
    colors.bold(title),
    ...scores,
    ...diffLines(explanation, input, colors),
    ...asideLines(explanation, colors.bold),
  ].join('\n');
}

function diffLines(
  { surplus, missing, counts }: PageExplanation,
  input: ScoringInput,
  colors: Colors,
): string[] {
  if (counts === undefined) return [];
  const lines: string[] = [];
  let whole = 0;
  const closeWhole = (): void => {
    if (whole > 0) lines.push('', colors.dim(`  ${formatNumber(whole, 'block')} as in gold`));
    whole = 0;
  };
  for (const paragraph of diffParagraphs(input)) {
    if (paragraph.pieces.every(({ sort }) => sort === 'same' || sort === 'neutral')) {
      whole++;
      continue;
    }
    closeWhole();
    lines.push(
      '',
      colors.bold(titleOf(paragraph, input)),
      `  ${paragraph.pieces.map((piece, index) => pieceText(piece, index, paragraph, colors)).join('')}`,
    );
    for (const run of missing)
      if (paragraph.goldTokens.has(run.range.start)) lines.push(colors.red(`  ${missingLine(run)}`));
    for (const run of surplus)
      if (paragraph.tokens.has(run.range.start)) lines.push(colors.green(`  ${surplusLine(run)}`));
  }
  closeWhole();
  return lines;
}

function titleOf({ gold }: DiffParagraph, { gold: prepared }: ScoringInput): string {
  if (gold === undefined) return 'beside gold';
  const { path, kind } = prepared.document.blocks[gold]!;
  return `${path} ${kind}`;
}

function pieceText(
  { sort, text }: DiffPiece,
  index: number,
  { pieces }: DiffParagraph,
  colors: Colors,
): string {
  const shown = printable(text.replace(/\s+/gu, ' '));
  if (sort === 'missing') return colors.isColorSupported ? colors.red(shown) : `[-${shown.trimEnd()}-] `;
  if (sort === 'surplus') return colors.isColorSupported ? colors.green(shown) : `{+${shown.trimEnd()}+} `;
  return colors.dim(cutSame(shown, index > 0, index < pieces.length - 1));
}

/** The words next to what is wrong. */
function cutSame(text: string, isBehind: boolean, isBefore: boolean): string {
  const words = text.split(' ');
  const most = (isBehind ? WORDS_SHOWN : 0) + (isBefore ? WORDS_SHOWN : 0);
  if (words.length <= most + 2) return text;
  const first = isBehind ? words.slice(0, WORDS_SHOWN) : [];
  const last = isBefore ? words.slice(-WORDS_SHOWN) : [];
  return [...first, '…', ...last].join(' ');
}

/** What one extraction lost and the other kept. */
export function contrastText(
  { lost, kept, leaked, avoided }: Contrast,
  [first, second]: readonly [string, string],
  colors: Colors,
): string {
  const lines = (title: string, shown: readonly string[]): string[] =>
    section(colors.bold(title), shown.length === 0 ? ['nothing'] : shown);
  return [
    ...lines(`lost by ${first}, kept by ${second}`, lost.map(missingLine)),
    ...lines(`kept by ${first}, lost by ${second}`, kept.map(missingLine)),
    ...lines(`came out of ${first} only`, leaked.map(surplusLine)),
    ...lines(`came out of ${second} only`, avoided.map(surplusLine)),
  ].join('\n');
}

const LONGEST = 72;

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
