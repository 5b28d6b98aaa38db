import type { ComponentChildren } from 'preact';

/** Where an axis begins and ends, and where it has marks. */
export interface Axis {
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  readonly isLog?: boolean;
  readonly format?: (value: number) => string;
}

/** The drawing area of a plot, in units of its view box. */
export interface Area {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly width: number;
  readonly height: number;
}

const LEFT = 52;
const RIGHT = 16;
const TOP = 10;
const BOTTOM = 40;

/** A plot of two axes with what is drawn on them; it says in words what it shows. */
export function Plot({
  title,
  words,
  x,
  y,
  width = 480,
  height = 320,
  children,
}: {
  readonly title: string;
  /** For those who do not see it, and under the plot for those who do not know how to read it. */
  readonly words: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly width?: number;
  readonly height?: number;
  readonly children: (area: Area) => ComponentChildren;
}) {
  const across = scale(x, LEFT, width - RIGHT);
  const up = scale(y, height - BOTTOM, TOP);
  const area = { x: across, y: up, width: width - RIGHT, height: height - BOTTOM };
  const { format: formatX = String, ticks: ticksX } = x;
  const { format: formatY = String, ticks: ticksY } = y;
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${words}`}>
        {ticksX.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={across(tick)} x2={across(tick)} y1={TOP} y2={height - BOTTOM} />
            <text class="tick" x={across(tick)} y={height - BOTTOM + 14} text-anchor="middle">
              {formatX(tick)}
            </text>
          </g>
        ))}
        {ticksY.map((tick) => (
          <g key={tick}>
            <line class="grid" x1={LEFT} x2={width - RIGHT} y1={up(tick)} y2={up(tick)} />
            <text class="tick" x={LEFT - 6} y={up(tick) + 4} text-anchor="end">
              {formatY(tick)}
            </text>
          </g>
        ))}
        <text class="axis" x={(LEFT + width - RIGHT) / 2} y={height - 6} text-anchor="middle">
          {x.title}
        </text>
        <text
          class="axis"
          transform={`rotate(-90) translate(${-(TOP + height - BOTTOM) / 2} 12)`}
          text-anchor="middle"
        >
          {y.title}
        </text>
        {children(area)}
      </svg>
      <p class="hint">{words}</p>
    </figure>
  );
}

function scale({ low, high, isLog = false }: Axis, from: number, to: number): (value: number) => number {
  const at = isLog ? Math.log : (value: number): number => value;
  const span = at(high) - at(low) || 1;
  return (value) => from + ((at(Math.min(high, Math.max(low, value))) - at(low)) / span) * (to - from);
}

/** An axis of shares that begins at a round number below the lowest value. */
export function shareAxis(title: string, values: readonly number[], ends = 1): Axis {
  const lowest = values.reduce((least, value) => Math.min(least, value), ends);
  const step = ends - lowest > 0.5 ? 0.2 : ends - lowest > 0.2 ? 0.1 : 0.05;
  const low = Math.max(0, Math.floor(lowest / step + 1e-9) * step);
  const ticks = Array.from({ length: Math.round((ends - low) / step) + 1 }, (_, index) => low + index * step);
  return { title, low, high: ends, ticks, format: (value) => value.toFixed(2) };
}

/** An axis of times with a mark at each power of ten. */
export function timeAxis(title: string, values: readonly number[]): Axis {
  const positive = values.filter((value) => value > 0);
  const from = Math.floor(Math.log10(Math.min(...positive, 1000)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...positive, 0.01))));
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
  return {
    title,
    low: ticks[0]!,
    high: ticks.at(-1)!,
    ticks,
    isLog: true,
    format: (value) => String(Number(value.toPrecision(3))),
  };
}

/** A rectangle in a plot. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A text that begins or ends at a point of its base line. */
interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

const RADIUS = 5;
/** How wide a character is on average, and how far a line reaches above and below its base line. */
const CHARACTER = 6.6;
const ABOVE = 10;
const BELOW = 3;

function boxOf({ text, x, y, anchor }: PlacedText): Box {
  const left = anchor === 'start' ? x : x - text.length * CHARACTER;
  return { left, right: left + text.length * CHARACTER, top: y - ABOVE, bottom: y + BELOW };
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Beside a dot, the nearest first. */
function besideDot(text: string, x: number, y: number): PlacedText[] {
  return [4, 18, -10, 32, -24].flatMap((down): PlacedText[] => [
    { text, x: x + RADIUS + 3, y: y + down, anchor: 'start' },
    { text, x: x - RADIUS - 3, y: y + down, anchor: 'end' },
  ]);
}

/**
 * Dots with their names, the most important first, and then labels of what lies below them. Each text stands at the first place
 * where it covers nothing and is within the frame; where there is none it is left out, and a dot says its name to the mouse.
 */
export function NamedDots({
  area,
  dots,
  labels = [],
}: {
  readonly area: Area;
  readonly dots: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly isAside: boolean;
  }[];
  /** Texts with the points that they may begin at. */
  readonly labels?: readonly {
    readonly text: string;
    readonly places: readonly (readonly [x: number, y: number])[];
  }[];
}) {
  const drawn = dots.map(({ name, x, y, isAside }) => ({ name, isAside, x: area.x(x), y: area.y(y) }));
  const taken = drawn.map(({ x, y }): Box => {
    return { left: x - RADIUS, right: x + RADIUS, top: y - RADIUS, bottom: y + RADIUS };
  });
  const place = (wanted: readonly PlacedText[]): PlacedText | undefined => {
    const found = wanted.find((each) => {
      const box = boxOf(each);
      const isInside =
        box.left >= LEFT && box.right <= area.width && box.top >= TOP && box.bottom <= area.height;
      return isInside && !taken.some((other) => overlap(box, other));
    });
    if (found !== undefined) taken.push(boxOf(found));
    return found;
  };
  const names = drawn.map(({ name, isAside, x, y }) => ({ isAside, at: place(besideDot(name, x, y)) }));
  const placedLabels = labels.map(({ text, places }) =>
    place(places.map(([x, y]) => ({ text, x: area.x(x) + 4, y: area.y(y) + 12, anchor: 'start' }))),
  );
  return (
    <>
      {drawn.map(({ name, isAside, x, y }) => (
        <g key={name} class={isAside ? 'aside' : undefined}>
          <circle class="dot" cx={x} cy={y} r={RADIUS}>
            <title>{name}</title>
          </circle>
        </g>
      ))}
      {placedLabels.map((at) => at && <Text key={at.text} at={at} look="tick" />)}
      {names.map(
        ({ at, isAside }) => at && <Text key={at.text} at={at} look={isAside ? 'name aside' : 'name'} />,
      )}
    </>
  );
}

function Text({ at, look }: { readonly at: PlacedText; readonly look: string }) {
  return (
    <text class={look} x={at.x} y={at.y} text-anchor={at.anchor}>
      {at.text}
    </text>
  );
}
