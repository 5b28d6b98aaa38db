import { LANGUAGES } from "../../extract/catalog/language-of.js";
import { placeLabels } from "./plot-labels.js";
const WIDTH = 860;
const MARGIN = { left: 56, right: 130, top: 40, bottom: 48 };
/** Height of the field: for each point so much, so that there is room for its name. */
const FIELD = { least: 370, each: 17, most: 900 };
/** Colours that people tell apart who see fewer of them (Okabe and Ito 2008). */
const COLOURS = {
    JavaScript: '#0072b2',
    Python: '#d55e00',
    Go: '#009e73',
    Rust: '#cc79a7',
};
const NO_LANGUAGE = '#555';
/**
 * Quality against time as SVG: F1 of the primary metric against the median of milliseconds a page, on a logarithmic
 * axis, coloured by language. Baselines and extractors that were not timed are left out; fewer than two points make no
 * plot.
 */
export function qualityTimePlot(entries, languageOf) {
    const points = entries.flatMap(toPoint).toSorted((a, b) => b.f1 - a.f1 || a.ms - b.ms);
    if (points.length < 2)
        return undefined;
    const field = Math.min(FIELD.most, Math.max(FIELD.least, FIELD.each * points.length));
    const bottom = MARGIN.top + field;
    const height = bottom + MARGIN.bottom;
    const x = logScale(points.map(({ ms }) => ms));
    const y = linearScale(points.map(({ f1 }) => f1), bottom);
    const [{ primary, corpus } = { primary: '', corpus: '' }] = entries;
    const placed = points.map((point) => ({ ...point, x: x.place(point.ms), y: y.place(point.f1) }));
    const within = { left: MARGIN.left, right: WIDTH - 4, top: MARGIN.top - 12, bottom: bottom + 8 };
    const labels = placeLabels(placed, within);
    const colours = placed.map(({ name }) => colourOf(languageOf(name)));
    const languages = LANGUAGES.filter((language) => points.some(({ name }) => languageOf(name) === language));
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="sans-serif" font-size="11" role="img">`,
        `<title>${escapeXml(`${corpus}: ${primary} F1 against milliseconds a page`)}</title>`,
        `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
        ...x.ticks.map((ms) => tickX(x.place(ms), ms, bottom)),
        ...y.ticks.map((f1) => tickY(y.place(f1), f1)),
        `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${height - 12}" text-anchor="middle" fill="#444">milliseconds a page, median</text>`,
        `<text x="8" y="16" fill="#444">${escapeXml(`${primary} F1, ${corpus}`)}</text>`,
        ...languages.map(legend),
        ...placed.flatMap((point, index) => lineTo(point, labels[index])),
        ...placed.map((point, index) => circle(point, colours[index])),
        ...placed.map(({ name }, index) => nameAt(name, labels[index])),
        '</svg>',
        '',
    ].join('\n');
}
function toPoint({ name, baseline, time, metrics, primary }) {
    const figure = metrics[primary]?.['f1'];
    if (baseline || !('medianMs' in time) || figure === undefined || !('value' in figure))
        return [];
    return [{ name, ms: Math.max(time.medianMs, 0.01), f1: figure.value }];
}
function logScale(values) {
    const low = Math.floor(Math.log10(Math.min(...values)));
    const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
    const span = WIDTH - MARGIN.left - MARGIN.right;
    return {
        ticks: Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)),
        place: (value) => MARGIN.left + (span * (Math.log10(value) - low)) / (high - low),
    };
}
function linearScale(values, bottom) {
    const low = Math.floor(20 * Math.min(...values)) / 20;
    const high = Math.max(low + 0.05, Math.ceil(20 * Math.max(...values)) / 20);
    return {
        ticks: Array.from({ length: Math.round(20 * (high - low)) + 1 }, (_, index) => low + index / 20),
        place: (value) => bottom - ((bottom - MARGIN.top) * (value - low)) / (high - low),
    };
}
function tickX(x, ms, bottom) {
    return `<path d="M${round(x)} ${MARGIN.top}V${round(bottom)}" stroke="#e4e4e4"/><text x="${round(x)}" y="${round(bottom) + 16}" text-anchor="middle" fill="#444">${ms >= 1 ? ms : ms.toFixed(2)}</text>`;
}
function tickY(y, f1) {
    const right = WIDTH - MARGIN.right;
    return `<path d="M${MARGIN.left} ${round(y)}H${right}" stroke="#e4e4e4"/><text x="${MARGIN.left - 8}" y="${round(y) + 4}" text-anchor="end" fill="#444">${f1.toFixed(2)}</text>`;
}
function legend(language, index) {
    const x = WIDTH - MARGIN.right - 360 + index * 90;
    return `<rect x="${x}" y="8" width="9" height="9" fill="${COLOURS[language]}"/><text x="${x + 14}" y="16" fill="#444">${language}</text>`;
}
function colourOf(language) {
    return language === undefined ? NO_LANGUAGE : COLOURS[language];
}
/** From a point to a name that stands off it. */
function lineTo({ x, y }, label) {
    if (!label.isOff)
        return [];
    const end = label.x + (label.anchor === 'start' ? -1 : 1);
    return [`<path d="M${round(x)} ${round(y)}L${round(end)} ${round(label.y)}" stroke="#bbb"/>`];
}
function circle({ name, ms, f1, x, y }, colour) {
    return `<circle cx="${round(x)}" cy="${round(y)}" r="4" fill="${colour}"><title>${escapeXml(`${name}: F1 ${f1.toFixed(3)}, ${ms.toFixed(1)} ms`)}</title></circle>`;
}
function nameAt(name, { x, y, anchor }) {
    const end = anchor === 'end' ? ' text-anchor="end"' : '';
    return `<text x="${round(x)}" y="${round(y + 4)}"${end}>${escapeXml(name)}</text>`;
}
function round(value) {
    return Math.round(value * 10) / 10;
}
function escapeXml(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}
