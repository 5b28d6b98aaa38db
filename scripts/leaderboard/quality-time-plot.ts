import { valueOf } from '../../harness/model/score.ts';
import { figureTitle } from '../../harness/score/metric.ts';
import type { Metric } from '../../harness/score/metric.ts';
import type { SummaryEntry } from '../../harness/store/summary-file.ts';
import { LANGUAGES } from './languages.ts';
import type { Language } from './languages.ts';
import { placeLabels } from './plot-labels.ts';
import type { PlacedLabel } from './plot-labels.ts';

const WIDTH = 860;
const MARGIN = { left: 56, right: 130, top: 40, bottom: 48 };
/** Height of the field: for each point so much, so that there is room for its name. */
const FIELD = { least: 370, each: 17, most: 900 };

/** Colours that people tell apart who see fewer of them (Okabe and Ito 2008). */
const COLOURS: Readonly<Record<Language, string>> = {
  JavaScript: '#0072b2',
  Python: '#d55e00',
  Go: '#009e73',
  Rust: '#cc79a7',
  JVM: '#e69f00',
};
const NO_LANGUAGE = '#555';

interface Point {
  readonly name: string;
  readonly ms: number;
  readonly figure: number;
}

/**
 * Quality against time as SVG: the headline of a metric against the median of milliseconds a page, on a logarithmic
 * axis, coloured by language. Baselines and extractors that were not timed are left out; fewer than two points make no
 * plot.
 */
export function qualityTimePlot(
  entries: readonly SummaryEntry[],
  metric: Metric,
  languageOf: (extractor: string) => Language | undefined,
): string | undefined {
  const points = entries
    .flatMap((entry) => toPoint(entry, metric))
    .toSorted((a, b) => b.figure - a.figure || a.ms - b.ms);
  if (points.length < 2) return undefined;
  const field = Math.min(FIELD.most, Math.max(FIELD.least, FIELD.each * points.length));
  const bottom = MARGIN.top + field;
  const height = bottom + MARGIN.bottom;
  const x = logScale(points.map(({ ms }) => ms));
  const y = linearScale(
    points.map(({ figure }) => figure),
    bottom,
  );
  const [{ corpus } = { corpus: '' }] = entries;
  const title = figureTitle(metric.headline);
  const placed = points.map((point) => ({ ...point, x: x.place(point.ms), y: y.place(point.figure) }));
  const within = { left: MARGIN.left, right: WIDTH - 4, top: MARGIN.top - 12, bottom: bottom + 8 };
  const labels = placeLabels(placed, within);
  const colours = placed.map(({ name }) => colourOf(languageOf(name)));
  const languages = LANGUAGES.filter((language) => points.some(({ name }) => languageOf(name) === language));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="11" role="img">`,
    `<title>${escapeXml(`${corpus}: ${metric.name} ${title} against milliseconds a page`)}</title>`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...x.ticks.map((ms) => tickX(x.place(ms), ms, bottom)),
    ...y.ticks.map((figure) => tickY(y.place(figure), figure)),
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${height - 12}" text-anchor="middle" fill="#444">milliseconds a page, median</text>`,
    `<text x="8" y="16" fill="#444">${escapeXml(`${metric.name} ${title}, ${corpus}`)}</text>`,
    ...languages.map(legend),
    ...placed.flatMap((point, index) => lineTo(point, labels[index]!)),
    ...placed.map((point, index) => circle(point, title, colours[index]!)),
    ...placed.map(({ name }, index) => nameAt(name, labels[index]!)),
    '</svg>',
    '',
  ].join('\n');
}

function toPoint({ name, baseline, time, metrics }: SummaryEntry, metric: Metric): Point[] {
  const figure = valueOf(metrics[metric.name]?.[metric.headline]);
  if (baseline || !('medianMs' in time) || figure === undefined) return [];
  return [{ name, ms: Math.max(time.medianMs, 0.01), figure }];
}

interface Scale {
  readonly ticks: readonly number[];
  place(value: number): number;
}

function logScale(values: readonly number[]): Scale {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const span = WIDTH - MARGIN.left - MARGIN.right;
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
    place: (value) => MARGIN.left + (span * (Math.log10(value) - low)) / (high - low),
  };
}

function linearScale(values: readonly number[], bottom: number): Scale {
  const low = Math.floor(20 * Math.min(...values)) / 20;
  const high = Math.max(low + 0.05, Math.ceil(20 * Math.max(...values)) / 20);
  return {
    ticks: Array.from({ length: Math.round(20 * (high - low)) + 1 }, (_, index) => low + index / 20),
    place: (value) => bottom - ((bottom - MARGIN.top) * (value - low)) / (high - low),
  };
}

function tickX(x: number, ms: number, bottom: number): string {
  return `<path d="M${round(x)} ${MARGIN.top}V${round(bottom)}" stroke="#e4e4e4"/><text x="${round(x)}" y="${round(bottom) + 16}" text-anchor="middle" fill="#444">${ms >= 1 ? ms : ms.toFixed(2)}</text>`;
}

function tickY(y: number, figure: number): string {
  const right = WIDTH - MARGIN.right;
  return `<path d="M${MARGIN.left} ${round(y)}H${right}" stroke="#e4e4e4"/><text x="${MARGIN.left - 8}" y="${round(y) + 4}" text-anchor="end" fill="#444">${figure.toFixed(2)}</text>`;
}

function legend(language: Language, index: number): string {
  const x = WIDTH - MARGIN.right - 360 + index * 90;
  return `<rect x="${x}" y="8" width="9" height="9" fill="${COLOURS[language]}"/><text x="${x + 14}" y="16" fill="#444">${language}</text>`;
}

function colourOf(language: Language | undefined): string {
  return language === undefined ? NO_LANGUAGE : COLOURS[language];
}

interface Placed extends Point {
  readonly x: number;
  readonly y: number;
}

/** From a point to a name that stands off it. */
function lineTo({ x, y }: Placed, label: PlacedLabel): string[] {
  if (!label.isOff) return [];
  const end = label.x + (label.anchor === 'start' ? -1 : 1);
  return [`<path d="M${round(x)} ${round(y)}L${round(end)} ${round(label.y)}" stroke="#bbb"/>`];
}

function circle({ name, ms, figure, x, y }: Placed, title: string, colour: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="4" fill="${colour}"><title>${escapeXml(`${name}: ${title} ${figure.toFixed(3)}, ${ms.toFixed(1)} ms`)}</title></circle>`;
}

function nameAt(name: string, { x, y, anchor }: PlacedLabel): string {
  const end = anchor === 'end' ? ' text-anchor="end"' : '';
  return `<text x="${round(x)}" y="${round(y + 4)}"${end}>${escapeXml(name)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
