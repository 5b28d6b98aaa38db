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

/** A dot with its name beside it, moved down a little where another name stands; where there is no room the dot says it. */
const MOST_MOVED = 26;

/** Dots, the most important first. */
export function NamedDots({
  area,
  dots,
}: {
  readonly area: Area;
  readonly dots: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly isAside: boolean;
  }[];
}) {
  const taken: { readonly x: number; readonly y: number }[] = [];
  return (
    <>
      {dots.map(({ name, x, y, isAside }) => {
        const [cx, cy] = [area.x(x), area.y(y)];
        const isRight = cx > area.width - 110;
        const labelX = isRight ? cx - 8 : cx + 8;
        let labelY = cy + 4;
        while (taken.some((other) => Math.abs(other.y - labelY) < 11 && Math.abs(other.x - labelX) < 110))
          labelY += 11;
        const hasRoom = labelY - cy < MOST_MOVED;
        if (hasRoom) taken.push({ x: labelX, y: labelY });
        return (
          <g key={name} class={isAside ? 'aside' : undefined}>
            <circle class="dot" cx={cx} cy={cy} r={5}>
              <title>{name}</title>
            </circle>
            {hasRoom && (
              <text class="name" x={labelX} y={labelY} text-anchor={isRight ? 'end' : 'start'}>
                {name}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
