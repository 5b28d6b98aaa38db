import { pageName } from '../../util/page-name.ts';
import { isSignificant } from '../../stats/ranks.ts';
import type { Cell } from '../../report/html/report-data.ts';
import { formatCount, formatNumber, signed } from '../../report/format.ts';
import { plain, share } from './format.ts';
import { DifferenceHint, ExtractorChoices } from './pages.tsx';
import { Plot, shareAxis } from './plots.tsx';
import { SinceEarlier, chance } from './since-earlier.tsx';
import { chosen, corpus, go, linkTo, listed, place, sinceEarlier } from './state.ts';
import type { ListedPage } from './state.ts';

/** Changed pages shown; the list of pages has all. */
const CHANGES_SHOWN = 20;

/** Two extractors on the pages that both scored: who is better, where, and by what. */
export function Compare() {
  const [a, b] = chosen.value;
  if (a === undefined || b === undefined) {
    return (
      <>
        <h1>Compare</h1>
        <p>The run has one extractor; to compare takes two.</p>
      </>
    );
  }
  const [first, second] = [plain(a.entry.name), plain(b.entry.name)];
  const shared = listed.value.filter(({ difference }) => difference !== undefined);
  const changed = shared
    .filter(({ difference }) => difference !== 0)
    .toSorted((one, other) => Math.abs(other.difference!) - Math.abs(one.difference!));
  return (
    <>
      <h1>
        {first} against {second}
      </h1>
      <p class="filters">
        <ExtractorChoices />
      </p>
      <SinceEarlier />
      <Summary shared={shared} first={a.entry.name} second={b.entry.name} />
      <div class="plots">
        <Scatter pages={shared} first={first} second={second} />
        <Differences pages={shared} first={first} second={second} />
      </div>
      <section aria-labelledby="changed">
        <h2 id="changed">Changed pages, the greatest difference first</h2>
        <DifferenceHint first={first} second={second} />
        <div class="scroll" tabIndex={0} role="region" aria-label="Changed pages">
          <table class="pages">
            <thead>
              <tr>
                <th scope="col" class="left">
                  page
                </th>
                <th scope="col">{first}</th>
                <th scope="col">{second}</th>
                <th scope="col">difference</th>
                <th scope="col" class="left">
                  tokens of {first}
                </th>
              </tr>
            </thead>
            <tbody>
              {changed.slice(0, CHANGES_SHOWN).map((page) => (
                <tr key={page.id}>
                  <th scope="row" class="left">
                    <a
                      href={linkTo('page', { page: page.id, show: 'different', brief: '1' })}
                      title={plain(page.id)}
                    >
                      {plain(pageName(page.id, page.site))}
                    </a>
                  </th>
                  <td>{share(page.scoreA)}</td>
                  <td>{share(page.scoreB)}</td>
                  <td class={page.difference! < 0 ? 'worse' : 'better'}>{signed(page.difference!)}</td>
                  <td class="left">
                    {changesText(changesOf([page]))
                      .slice(0, 3)
                      .join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {changed.length > CHANGES_SHOWN && (
          <p>
            <a href={linkTo('pages', { show: 'different' })}>
              All {formatCount(changed.length)} changed pages
            </a>
          </p>
        )}
      </section>
      <ClassChanges pages={shared} first={first} second={second} />
    </>
  );
}

function Summary({
  shared,
  first,
  second,
}: {
  readonly shared: readonly ListedPage[];
  readonly first: string;
  readonly second: string;
}) {
  const better = shared.filter(({ difference }) => difference! > 0).length;
  const worse = shared.filter(({ difference }) => difference! < 0).length;
  const mean = shared.reduce((sum, { difference }) => sum + difference!, 0) / (shared.length || 1);
  const pair = corpus.value.pairs.find(
    (each) => [each.first, each.second].includes(first) && [each.first, each.second].includes(second),
  );
  const isTurned = pair?.first !== first;
  const isChange = sinceEarlier.value.some(
    (each) => each.after === pair?.first && each.before === pair.second,
  );
  const corrected = isChange ? '' : ', corrected for all pairs';
  const interval = pair?.test?.interval;
  const range =
    interval === undefined
      ? undefined
      : isTurned
        ? ([-interval.high, -interval.low] as const)
        : ([interval.low, interval.high] as const);
  const isFiltered = shared.length < corpus.value.pages.length && hasFilter();
  return (
    <p class="verdict">
      {plain(first)} is better on {formatNumber(better, 'page')}, worse on {formatCount(worse)}, the same on{' '}
      {formatCount(shared.length - better - worse)}; its mean score is {signed(mean)} beside that of{' '}
      {plain(second)}
      {isFiltered && ' (pages of the filter)'}. <LeftOut />
      {range !== undefined && `95 % interval on all pages: ${signed(range[0])} to ${signed(range[1])}. `}
      {pair?.test === undefined
        ? 'Nothing is said of chance: that takes 20 shared sites and no baseline.'
        : isSignificant(pair)
          ? `The difference is more than chance (p ${chance(pair.test.adjusted)}${corrected}).`
          : `The difference may be chance (p ${chance(pair.test.adjusted)}${corrected}).`}
    </p>
  );
}

/** The pages that are not compared, so that the numbers sum up to all. */
function LeftOut() {
  const out = listed.value.filter(({ difference }) => difference === undefined);
  const scorable = out.filter(({ a, b }) => a?.f !== undefined && b?.f !== undefined).length;
  const parts = [
    ...(scorable > 0 ? [`${formatCount(scorable)} with nothing to score`] : []),
    ...(out.length > scorable
      ? [`${formatCount(out.length - scorable)} that one or both did not run on`]
      : []),
  ];
  return parts.length === 0 ? null : (
    <>
      Left out: {formatNumber(out.length, 'page')}, {parts.join(' and ')}.{' '}
    </>
  );
}

function hasFilter(): boolean {
  const { show, search, slice, class: name, status, most } = place.value.choices;
  return [show, search, slice, name, status, most].some((each) => each !== undefined);
}

interface Pair {
  readonly pages: readonly ListedPage[];
  readonly first: string;
  readonly second: string;
}

function Scatter({ pages, first, second }: Pair) {
  // The same for both: on the line from corner to corner they are equal.
  const axis = shareAxis(
    '',
    pages.flatMap(({ scoreA, scoreB }) => [scoreA!, scoreB!]),
  );
  return (
    <Plot
      title="Page by page"
      words={`Every point is a page. Above the line ${second} is better, below it ${first}.`}
      x={{ ...axis, title: first }}
      y={{ ...axis, title: second }}
      height={400}
    >
      {({ x, y }) => (
        <>
          <line class="equal" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />
          {pages.map(({ id, site, scoreA, scoreB }) => (
            // For the mouse only: the table below has the same pages as links.
            <circle
              key={id}
              class="point"
              cx={x(scoreA!)}
              cy={y(scoreB!)}
              r={4}
              onClick={() => go('page', { page: id, brief: '1' })}
            >
              <title>{plain(pageName(id, site))}</title>
            </circle>
          ))}
        </>
      )}
    </Plot>
  );
}

function Differences({ pages, first, second }: Pair) {
  const sorted = pages.map(({ difference }) => difference!).toSorted((a, b) => a - b);
  const most = sorted.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0.1);
  const ticks = [-1, -0.5, -0.2, -0.1, 0, 0.1, 0.2, 0.5, 1].filter((tick) => Math.abs(tick) <= most);
  return (
    <Plot
      title="Differences, sorted"
      words={`A column a page: ${first} less ${second}. Green, above the line: ${first} is better. Red, below it: ${second} is.`}
      x={{ title: 'pages', low: 0, high: sorted.length, ticks: [0, sorted.length] }}
      y={{
        title: 'difference',
        low: -most,
        high: most,
        ticks,
        format: (value) => (value > 0 ? `+${value}` : String(value)),
      }}
      height={400}
    >
      {({ x, y }) =>
        sorted.map((difference, index) => (
          <rect
            key={index}
            class={difference < 0 ? 'worse-bar' : 'better-bar'}
            x={x(index)}
            width={Math.max(0.5, x(1) - x(0) - 0.2)}
            y={Math.min(y(difference), y(0))}
            height={Math.abs(y(difference) - y(0))}
          />
        ))
      }
    </Plot>
  );
}

interface ClassChange {
  readonly name: string;
  readonly side: '+' | '−';
  readonly ofFirst: number;
  readonly ofSecond: number;
}

/** Surplus and missing tokens by class, of the first and of the second; what is the same is left out. */
function changesOf(pages: readonly ListedPage[]): ClassChange[] {
  const all = (['x', 'm'] as const).flatMap((side) => {
    const names = new Set(
      pages.flatMap(({ a, b }) => [...Object.keys(a?.[side] ?? {}), ...Object.keys(b?.[side] ?? {})]),
    );
    const sum = (name: string, of: (page: ListedPage) => Cell | null | undefined): number =>
      pages.reduce((total, page) => total + (of(page)?.[side]?.[name] ?? 0), 0);
    return [...names].map((name): ClassChange => ({
      name,
      side: side === 'x' ? '+' : '−',
      ofFirst: sum(name, ({ a }) => a),
      ofSecond: sum(name, ({ b }) => b),
    }));
  });
  return all
    .filter(({ ofFirst, ofSecond }) => ofFirst !== ofSecond)
    .toSorted(
      (one, other) => Math.abs(other.ofFirst - other.ofSecond) - Math.abs(one.ofFirst - one.ofSecond),
    );
}

function changesText(changes: readonly ClassChange[]): string[] {
  return changes.map(({ name, side, ofFirst, ofSecond }) => {
    const tokens = formatCount(Math.abs(ofFirst - ofSecond));
    return `${tokens} ${ofFirst > ofSecond ? 'more' : 'fewer'} ${side === '+' ? 'surplus' : 'missing'} ${name}`;
  });
}

function ClassChanges({ pages, first, second }: Pair) {
  const changes = changesOf(pages).slice(0, 15);
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="classes">
      <h2 id="classes">Classes of faults that one has more of</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label="Classes of faults">
        <table>
          <thead>
            <tr>
              <th scope="col" class="left">
                class
              </th>
              <th scope="col">{first}</th>
              <th scope="col">{second}</th>
              <th scope="col">difference</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, side, ofFirst, ofSecond }) => (
              <tr key={side + name}>
                <th scope="row" class="left">
                  {side} {name}
                </th>
                <td>{formatCount(ofFirst)}</td>
                <td>{formatCount(ofSecond)}</td>
                <td class={ofFirst > ofSecond ? 'worse' : 'better'}>
                  {ofFirst > ofSecond ? '+' : '−'}
                  {formatCount(Math.abs(ofFirst - ofSecond))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">
        + surplus, − missing tokens on the pages that both scored. Difference: {first} less {second};{' '}
        <span class="worse">red</span>: {first} has more of that fault, <span class="better">green</span>:
        fewer.
      </p>
    </section>
  );
}
