import type { SummaryEntry } from '../model/run.ts';

const WIDTH = 760;
const HEIGHT = 460;
const MARGIN = { left: 56, right: 150, top: 24, bottom: 48 };
/** Labels keep this distance, in pixels. */
const LINE = 13;

interface Point {
  readonly name: string;
  readonly ms: number;
  readonly f1: number;
}

/**
 * Quality against time as SVG: F1 of the primary metric against the median of milliseconds a page, on a logarithmic
 * axis. Baselines and extractors that were not timed are left out; fewer than two points make no plot.
 */
export function qualityTimePlot(entries: readonly SummaryEntry[]): string | undefined {
  const points = entries.flatMap(toPoint);
  if (points.length < 2) return undefined;
  const x = logScale(points.map(({ ms }) => ms));
  const y = linearScale(points.map(({ f1 }) => f1));
  const [{ primary, corpus } = { primary: '', corpus: '' }] = entries;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="11" role="img">`,
    `<title>${escapeXml(`${corpus}: ${primary} F1 against milliseconds a page`)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...x.ticks.map((ms) => tickX(x.place(ms), ms)),
    ...y.ticks.map((f1) => tickY(y.place(f1), f1)),
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 12}" text-anchor="middle" fill="#444">milliseconds a page, median</text>`,
    `<text x="${MARGIN.left}" y="14" fill="#444">${escapeXml(`${primary} F1, ${corpus}`)}</text>`,
    ...labelled(points.map((point) => ({ ...point, x: x.place(point.ms), y: y.place(point.f1) }))),
    '</svg>',
    '',
  ].join('\n');
}

function toPoint({ name, baseline, time, metrics, primary }: SummaryEntry): Point[] {
  const figure = metrics[primary]?.['f1'];
  if (baseline || !('medianMs' in time) || figure === undefined || !('value' in figure)) return [];
  return [{ name, ms: Math.max(time.medianMs, 0.01), f1: figure.value }];
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

function linearScale(values: readonly number[]): Scale {
  const low = Math.floor(10 * Math.min(...values)) / 10;
  const high = Math.max(low + 0.1, Math.ceil(10 * Math.max(...values)) / 10);
  const span = HEIGHT - MARGIN.top - MARGIN.bottom;
  return {
    ticks: Array.from({ length: Math.round(10 * (high - low)) + 1 }, (_, index) => low + index / 10),
    place: (value) => HEIGHT - MARGIN.bottom - (span * (value - low)) / (high - low),
  };
}

function tickX(x: number, ms: number): string {
  const bottom = HEIGHT - MARGIN.bottom;
  return `<path d="M${round(x)} ${MARGIN.top}V${bottom}" stroke="#e4e4e4"/><text x="${round(x)}" y="${bottom + 16}" text-anchor="middle" fill="#444">${ms >= 1 ? ms : ms.toFixed(2)}</text>`;
}

function tickY(y: number, f1: number): string {
  const right = WIDTH - MARGIN.right;
  return `<path d="M${MARGIN.left} ${round(y)}H${right}" stroke="#e4e4e4"/><text x="${MARGIN.left - 8}" y="${round(y) + 4}" text-anchor="end" fill="#444">${f1.toFixed(1)}</text>`;
}

interface Placed extends Point {
  readonly x: number;
  readonly y: number;
}

/** Points with their names to the right; where names would meet, the lower one moves down, with a line to its point. */
function labelled(points: readonly Placed[]): string[] {
  const taken: { readonly x: number; readonly y: number; readonly end: number }[] = [];
  return points
    .toSorted((a, b) => a.y - b.y || a.x - b.x)
    .flatMap(({ name, ms, f1, x, y }) => {
      const start = x + 8;
      const end = start + 6.2 * name.length;
      let label = y;
      const meets = (other: (typeof taken)[number]): boolean =>
        Math.abs(other.y - label) < LINE && other.x < end && start < other.end;
      while (taken.some(meets)) label += 1;
      taken.push({ x: start, y: label, end });
      const line =
        label === y
          ? ''
          : `<path d="M${round(x)} ${round(y)}L${round(start - 1)} ${round(label)}" stroke="#999"/>`;
      return [
        `${line}<circle cx="${round(x)}" cy="${round(y)}" r="4" fill="#1b6ca8"><title>${escapeXml(`${name}: F1 ${f1.toFixed(3)}, ${ms.toFixed(1)} ms`)}</title></circle>`,
        `<text x="${round(start)}" y="${round(label + 4)}">${escapeXml(name)}</text>`,
      ];
    });
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
