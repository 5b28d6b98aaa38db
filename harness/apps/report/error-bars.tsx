import type { TableRow } from '../../report/html/report-data.ts';
import { formatCount } from '../../report/format.ts';
import { plain } from './format.ts';
import { corpus, extractors, linkTo } from './state.ts';

/** Classes with a colour of their own; all others share one. */
const MOST_CLASSES = 8;
/** What those are called; there is a class of the name `other`. */
const REST = 'all other classes';

/** What leaks and what gets lost of each extractor, by class: a stacked bar each. */
export function ErrorBars() {
  const rows = extractors.value.filter(({ entry }) => !entry.baseline);
  const leaked = totalsOf(rows, ({ surplus }) => surplus);
  const lost = totalsOf(rows, ({ missing }) => missing);
  const named = totalsOf(rows, ({ surplus, missing }) => surplus + missing)
    .slice(0, MOST_CLASSES)
    .map(([name]) => name);
  if (named.length === 0) return null;
  const bars = rows.map(({ entry, classes }) => {
    const of = new Map(classes.map((each) => [each.class as string, each.surplus + each.missing]));
    const parts = named.map((name) => ({ name, tokens: of.get(name) ?? 0 }));
    const all = [...of.values()].reduce((a, b) => a + b, 0);
    const rest = all - parts.reduce((sum, { tokens }) => sum + tokens, 0);
    return { name: entry.name, all, parts: [...parts, { name: REST, tokens: rest }] };
  });
  const most = Math.max(1, ...bars.map(({ all }) => all));
  const unit = corpus.value.gold === 'text' ? 'tokens' : 'snippets';
  const [left, width] = [130, 480];
  const height = bars.length * 24 + 40;
  return (
    <figure>
      <figcaption>What costs most, by class</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`What costs most, in ${unit}. ${bars
          .map(
            ({ name, parts }) =>
              `${plain(name)}: ${parts
                .filter(({ tokens }) => tokens > 0)
                .map((part) => `${part.name} ${part.tokens}`)
                .join(', ')}`,
          )
          .join('; ')}`}
      >
        {bars.map(({ name, all, parts }, index) => {
          let x = left;
          return (
            <g key={name}>
              <text class="name" x={left - 8} y={index * 24 + 15} text-anchor="end">
                {plain(name).slice(0, 20)}
              </text>
              {parts.map((part, at) => {
                const wide = (part.tokens / most) * (width - left - 60);
                const from = x;
                x += wide;
                return (
                  <rect
                    key={part.name}
                    class={`class-${at}`}
                    x={from}
                    width={wide}
                    y={index * 24 + 3}
                    height={16}
                  >
                    <title>
                      {part.name}: {formatCount(part.tokens)} {unit}
                    </title>
                  </rect>
                );
              })}
              <text class="tick" x={x + 4} y={index * 24 + 15}>
                {formatCount(all)}
              </text>
            </g>
          );
        })}
        <text class="axis" x={(left + width) / 2} y={height - 8} text-anchor="middle">
          {unit} that are surplus or missing
        </text>
      </svg>
      <ul class="legend">
        {[...named, REST].map((name, at) => (
          <li key={name}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <rect class={`class-${at}`} width="10" height="10" />
            </svg>{' '}
            {name === REST ? name : <a href={linkTo('pages', { class: name, sort: 'a' })}>{name}</a>}
          </li>
        ))}
      </ul>
      <p class="hint">
        {[...greatest('What leaks most', leaked, unit), ...greatest('What is lost most', lost, unit)].join(
          ' ',
        )}
      </p>
    </figure>
  );
}

/** The sum of each class over all extractors, the greatest first; none of 0. */
function totalsOf(
  rows: readonly TableRow[],
  tokensOf: (of: TableRow['classes'][number]) => number,
): [name: string, tokens: number][] {
  const totals = new Map<string, number>();
  for (const { classes } of rows)
    for (const each of classes) totals.set(each.class, (totals.get(each.class) ?? 0) + tokensOf(each));
  return [...totals].filter(([, tokens]) => tokens > 0).toSorted(([, a], [, b]) => b - a);
}

/** The first three, in a sentence. */
function greatest(title: string, totals: readonly (readonly [string, number])[], unit: string): string[] {
  const named = totals.slice(0, 3).map(([name, tokens]) => `${name} (${formatCount(tokens)})`);
  return named.length === 0 ? [] : [`${title}, in ${unit}: ${named.join(', ')}.`];
}
