import { leadersOf } from '../../stats/leaders.ts';
import type { Leaders } from '../../stats/leaders.ts';
import type { CorpusIndex, TableRow } from '../../report/html/report-data.ts';
import { ErrorBars } from './error-bars.tsx';
import { NO_VALUE, formatCount, formatMs, formatNumber } from '../../report/format.ts';
import { plain, share } from './format.ts';
import { HeatMap } from './heat-map.tsx';
import { NamedDots, Plot, shareAxis, timeAxis } from './plots.tsx';
import { cellsFor, corpus, extractors, linkTo, report, scoreOf } from './state.ts';

/** Who leads and whether that is chance, on what kinds of pages, at what price, and what costs most. */
export function Overview() {
  const { run } = report.value!;
  const { name, pages, gold } = corpus.value;
  return (
    <>
      <h1>
        {plain(name)}: {formatNumber(extractors.value.length, 'extractor')} on{' '}
        {formatNumber(pages.length, 'page')}
      </h1>
      <p class="sub">
        Policy {plain(run.policy)}
        {run.label === undefined ? '' : `, run “${plain(run.label)}”`},{' '}
        {run.started.slice(0, 16).replace('T', ' ')} UTC.{' '}
        {gold === 'segments' && 'Gold is snippets that must and must not come out.'}
      </p>
      <Verdict />
      <Leaderboard />
      <div class="plots">
        <PrecisionAgainstRecall />
        <QualityAgainstTime />
        <Distribution />
        <ErrorBars />
      </div>
      <HeatMap />
    </>
  );
}

/** The first thing that one wants to know, in a sentence. */
function Verdict() {
  const ranked = corpus.value.rows.filter(({ entry }) => !entry.baseline);
  if (ranked.length < 2) return null;
  const names = ranked.map(({ entry }) => entry.name);
  const pairs = corpus.value.pairs.map(({ first, second, ...tested }) => {
    return { first: names.indexOf(first), second: names.indexOf(second), ...tested };
  });
  const leaders = leadersOf(
    ranked.map(({ entry }) => entry.rank),
    pairs,
  );
  return <p class="verdict">{leadersText(leaders, names.map(plain))}</p>;
}

function leadersText(leaders: Leaders | undefined, names: readonly string[]): string {
  const named = (systems: readonly number[]): string => systems.map((index) => names[index]).join(', ');
  if (leaders === undefined)
    return 'Nobody is ranked: that takes 20 sites that the extractors share. The differences below may be chance.';
  if (leaders.status === 'nobody')
    return 'Every extractor is worse than another one, by more than chance explains.';
  if (leaders.status === 'several')
    return `${named(leaders.first)} share the first rank: these pages do not tell them apart.`;
  const first = names[leaders.first]!;
  if (leaders.status === 'leader') return `${first} leads, by more than chance explains.`;
  return `No extractor is better than ${first}, by more than chance explains; these pages do not tell it apart from ${named(leaders.open)}.`;
}

function figureOf({ entry }: TableRow, figure: string): { value?: number; low?: number; high?: number } {
  const found = entry.metrics[corpus.value.metric]?.[figure];
  return found !== undefined && 'value' in found ? found : {};
}

function Leaderboard() {
  const { rows, metric, figures, headline } = corpus.value;
  const shown = figures.filter(([name]) => name !== 'rejects' && name !== 'reject-surplus');
  const skipping = rows.filter(({ entry }) => entry.pages.skipped > 0);
  const has: ColumnsShown = {
    rank: rows.some(({ entry }) => entry.rank !== undefined),
    time: rows.some(({ entry }) => 'medianMs' in entry.time),
    memory: rows.some(({ entry }) => entry.memory !== undefined),
  };
  const from = startOfLine(
    rows.flatMap((row) => (row.entry.baseline ? [] : (figureOf(row, headline).low ?? []))),
  );
  return (
    <section aria-labelledby="leaderboard">
      <h2 id="leaderboard">Leaderboard</h2>
      {skipping.length > 0 && (
        <p class="note">
          Skipped pages:{' '}
          {skipping.map(({ entry }) => `${plain(entry.name)} ${formatCount(entry.pages.skipped)}`).join(', ')}
          . Rows over other pages are not comparable; ranks compare every two on the pages that both scored.
        </p>
      )}
      <div class="scroll" tabIndex={0} role="region" aria-label="Leaderboard">
        <table class="leaders">
          <thead>
            <tr>
              {has.rank && <th scope="col">rank</th>}
              <th scope="col" class="left">
                extractor
              </th>
              {shown.map(([name, title]) => (
                <th scope="col" key={name}>
                  {metric} {title}
                </th>
              ))}
              <th scope="col" class="left">
                95 % interval, from {from} to 1
              </th>
              <th scope="col">best alone</th>
              <th scope="col">pages</th>
              <th scope="col">failed</th>
              {has.time && <th scope="col">median ms</th>}
              {has.memory && <th scope="col">peak MB</th>}
              <th scope="col" class="left">
                costs most
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <LeaderRow
                key={row.entry.name}
                row={row}
                shown={shown.map(([name]) => name)}
                headline={headline}
                from={from}
                has={has}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">
        95 % interval: where the figure would probably lie on other sites like these; it takes 20 sites. An
        extractor that is far behind stands at the left end of its line. Rank: 1 + the number of extractors
        that are better by more than chance explains (5 %, corrected for all pairs); equal ranks are a tie.
        Best alone: the number of pages on which no other extractor is as good. Costs most: what F1 would gain
        if that class of faults were mended. Grey rows are baselines and the oracle, which takes the best
        extractor for each page; they are not ranked.
      </p>
    </section>
  );
}

/** Where lines of intervals begin: the better half of the extractors is on them, so that one sees who overlaps. */
function startOfLine(lows: readonly number[]): number {
  const median = lows.toSorted((a, b) => b - a)[Math.floor(lows.length / 2)] ?? 0;
  return Math.floor(Math.min(0.9, median) * 10) / 10;
}

/** What no row has takes no room. */
interface ColumnsShown {
  readonly rank: boolean;
  readonly time: boolean;
  readonly memory: boolean;
}

function LeaderRow({
  row,
  shown,
  headline,
  from,
  has,
}: {
  readonly row: TableRow;
  readonly shown: readonly string[];
  readonly headline: string;
  /** Where the line of the interval begins. */
  readonly from: number;
  readonly has: ColumnsShown;
}) {
  const { entry, classes, aloneBest } = row;
  const { pages, time, memory } = entry;
  const name = plain(entry.name);
  const hasPages = cellsFor(row).length > 0;
  const [first] = classes;
  return (
    <tr class={entry.baseline ? 'aside' : undefined}>
      {has.rank && <td>{entry.rank ?? NO_VALUE}</td>}
      <th scope="row" class="left">
        {hasPages ? <a href={linkTo('pages', { a: entry.name, show: 'worst' })}>{name}</a> : name}{' '}
        {entry.baseline && <small>{hasPages ? 'baseline' : 'best of all on each page'}</small>}
      </th>
      {shown.map((figure) => (
        <td key={figure} class={figure === headline ? 'strong' : undefined}>
          {share(figureOf(row, figure).value)}
        </td>
      ))}
      <td class="left">
        <Interval {...figureOf(row, headline)} from={from} />
      </td>
      <td>{aloneBest === undefined ? NO_VALUE : formatCount(aloneBest)}</td>
      <td>
        {formatCount(pages.scored)}
        {pages.skipped > 0 && <small> of {formatCount(pages.scored + pages.skipped)}</small>}
      </td>
      <td>
        {pages.failed === 0 ? (
          0
        ) : (
          <a href={linkTo('failures', { a: entry.name })}>{formatCount(pages.failed)}</a>
        )}
      </td>
      {has.time && <td>{'medianMs' in time ? formatMs(time.medianMs) : NO_VALUE}</td>}
      {has.memory && <td>{memory === undefined ? NO_VALUE : formatCount(Math.round(memory.peakMb))}</td>}
      <td class="left">
        {first === undefined || entry.baseline ? (
          NO_VALUE
        ) : (
          <a href={linkTo('pages', { a: entry.name, class: first.class, sort: 'a' })}>
            {first.class} +{first.gain.toFixed(3)}
          </a>
        )}
      </td>
    </tr>
  );
}

/** The interval as a bar on a line, with its numbers. */
function Interval(figure: {
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
  readonly from: number;
}) {
  const { value, low, high, from } = figure;
  if (value === undefined) return <>{NO_VALUE}</>;
  const at = (place: number): number => (Math.max(0, place - from) / (1 - from)) * 80;
  return (
    <span class="interval">
      <svg viewBox="0 0 80 12" width="80" height="12" aria-hidden="true">
        <line class="grid" x1="0" x2="80" y1="6" y2="6" />
        {low !== undefined && high !== undefined && (
          <line class="range" x1={at(low)} x2={Math.max(at(low) + 1, at(high))} y1="6" y2="6" />
        )}
        <circle class="dot" cx={Math.min(77, Math.max(3, at(value)))} cy="6" r="3" />
      </svg>{' '}
      {low === undefined || high === undefined ? NO_VALUE : `${share(low)} to ${share(high)}`}
    </span>
  );
}

/** F1 of lines in the plot of precision against recall. */
const EQUAL_F1 = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

function PrecisionAgainstRecall() {
  const dots = corpus.value.rows.flatMap((row) => {
    const [x, y] = [figureOf(row, 'recall').value, figureOf(row, 'precision').value];
    const { name, baseline } = row.entry;
    return x === undefined || y === undefined || x + y === 0
      ? []
      : [{ name: plain(name), x, y, isAside: baseline }];
  });
  if (dots.length === 0) return null;
  // Who takes everything or nothing would press all others into a corner; they stand at the edge.
  const best = Math.max(...dots.map(harmonic));
  const near = dots.filter((dot) => harmonic(dot) >= best / 2);
  const [x, y] = [
    shareAxis(
      'recall',
      near.map((dot) => dot.x),
    ),
    shareAxis(
      'precision',
      near.map((dot) => dot.y),
    ),
  ];
  const lines = EQUAL_F1.map((f1) => ({ text: `F1 ${f1}`, places: equalF1(f1, x.low, y.low) })).filter(
    ({ places }) => places.length > 1,
  );
  return (
    <Plot
      title="Precision against recall"
      words="Share of what came out that is the article, against share of the article that came out. Dashed lines join points of equal F1; up and to the right is better. Those far behind stand at the edge."
      x={x}
      y={y}
    >
      {(area) => (
        <>
          {lines.map(({ text, places }) => (
            <polyline
              class="equal"
              key={text}
              points={places.map(([recall, precision]) => `${area.x(recall)},${area.y(precision)}`).join(' ')}
            />
          ))}
          <NamedDots area={area} dots={dots} labels={lines} />
        </>
      )}
    </Plot>
  );
}

function harmonic({ x, y }: { readonly x: number; readonly y: number }): number {
  return (2 * x * y) / (x + y);
}

/** Points of equal F1, as recall and precision, that lie in the plot. */
function equalF1(f1: number, lowRecall: number, lowPrecision: number): (readonly [number, number])[] {
  return Array.from({ length: 101 }, (_, step) => f1 / 2 + (step / 100) * (1 - f1 / 2))
    .map((recall) => [recall, (f1 * recall) / (2 * recall - f1)] as const)
    .filter(([recall, precision]) => recall > lowRecall && precision > lowPrecision && precision <= 1);
}

function QualityAgainstTime() {
  const { rows, headline, figures } = corpus.value;
  const title = figures.find(([name]) => name === headline)?.[1] ?? headline;
  const dots = rows.flatMap((row) => {
    const { name, baseline, time } = row.entry;
    const { value } = figureOf(row, headline);
    if (value === undefined || !('medianMs' in time) || value === 0) return [];
    return [{ name: plain(name), x: Math.max(0.01, time.medianMs), y: value, isAside: baseline }];
  });
  if (dots.every(({ isAside }) => isAside)) return null;
  return (
    <Plot
      title="Quality against time"
      words="Median time of a page in the extractor, on a logarithmic scale; up and to the left is better."
      x={timeAxis(
        'median time of a page, ms',
        dots.map((dot) => dot.x),
      )}
      y={shareAxis(
        title,
        dots.map((dot) => dot.y),
      )}
    >
      {(area) => <NamedDots area={area} dots={dots} />}
    </Plot>
  );
}

const BINS = 20;

/** How the scores of the pages of each extractor are spread: a row of columns each. */
function Distribution() {
  const { headline, figures } = corpus.value;
  const title = figures.find(([name]) => name === headline)?.[1] ?? headline;
  const rows = extractors.value.map((row) => ({ name: plain(row.entry.name), bins: binsOf(cellsFor(row)) }));
  const height = rows.length * 30 + 44;
  const [left, width] = [130, 480];
  const step = (width - left - 12) / BINS;
  return (
    <figure>
      <figcaption>Distribution of page scores</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Distribution of page scores. ${rows
          .map(
            ({ name, bins }) =>
              `${name}: ${formatNumber(bins.at(-1)!, 'page')} above 0.95, ${formatNumber(
                bins.slice(0, BINS / 2).reduce((a, b) => a + b, 0),
                'page',
              )} below 0.5`,
          )
          .join('; ')}`}
      >
        {rows.map(({ name, bins }, index) => {
          const most = Math.max(1, ...bins);
          const base = index * 30 + 28;
          return (
            <g key={name}>
              <text class="name" x={left - 8} y={base - 4} text-anchor="end">
                {name.slice(0, 20)}
              </text>
              <line class="grid" x1={left} x2={width - 12} y1={base} y2={base} />
              {bins.map((pages, bin) => (
                <rect
                  key={bin}
                  class="bar"
                  x={left + bin * step + 0.5}
                  width={step - 1}
                  y={base - (pages / most) * 24}
                  height={(pages / most) * 24}
                >
                  <title>
                    {formatNumber(pages, 'page')} from {(bin / BINS).toFixed(2)} to{' '}
                    {((bin + 1) / BINS).toFixed(2)}
                  </title>
                </rect>
              ))}
            </g>
          );
        })}
        {[0, 0.5, 1].map((tick) => (
          <text key={tick} class="tick" x={left + tick * BINS * step} y={height - 24} text-anchor="middle">
            {tick}
          </text>
        ))}
        <text class="axis" x={(left + width) / 2} y={height - 6} text-anchor="middle">
          {title} of a page
        </text>
      </svg>
      <p class="hint">Pages by their score; columns of each row are relative to its highest.</p>
    </figure>
  );
}

function binsOf(cells: CorpusIndex['cells'][number]): number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const cell of cells) {
    const score = scoreOf(cell);
    if (score !== undefined) bins[Math.min(BINS - 1, Math.floor(score * BINS))]!++;
  }
  return bins;
}
