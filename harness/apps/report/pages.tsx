import { signal } from '@preact/signals';
import { pageName } from '../../util/page-name.ts';
import type { Cell } from '../../report/html/report-data.ts';
import { NO_VALUE, formatMs, formatNumber, signed } from '../../report/format.ts';
import { plain, share } from './format.ts';
import { choose, chosen, corpus, extractors, linkTo, listed, place, sorting, statusOf } from './state.ts';
import type { Choices, ListedPage } from './state.ts';

/** Rows drawn at once; a thousand would take the browser a second. */
const STEP = 200;
const most = signal(STEP);

/** The pages of the corpus, to be sorted, filtered and searched. */
export function Pages() {
  const all = listed.value;
  const [a, b] = chosen.value;
  return (
    <>
      <h1>Pages</h1>
      <Filters />
      <p role="status">
        {formatNumber(all.length, 'page')} of {corpus.value.pages.length}
      </p>
      {all.length === 0 ? (
        <p>No page is like that: change a filter, or clear them all.</p>
      ) : (
        <PageTable
          all={all}
          first={plain(a?.entry.name ?? 'first')}
          second={plain(b?.entry.name ?? 'second')}
        />
      )}
      {all.length > most.value && (
        <button type="button" onClick={() => (most.value += STEP)}>
          Show more
        </button>
      )}
    </>
  );
}

function PageTable({
  all,
  first,
  second,
}: {
  readonly all: readonly ListedPage[];
  readonly first: string;
  readonly second: string;
}) {
  return (
    <>
      <DifferenceHint first={first} second={second} />
      <div class="scroll" tabIndex={0} role="region" aria-label="Pages">
        <table class="pages">
          <thead>
            <tr>
              <SortHead by="page" title="page" isLeft />
              <SortHead by="a" title={first} />
              <SortHead by="b" title={second} />
              <SortHead by="difference" title="difference" />
              <SortHead by="time" title="ms" />
              <th scope="col" class="left">
                status
              </th>
              <th scope="col" class="left">
                costs most
              </th>
              <th scope="col" class="left">
                slices
              </th>
            </tr>
          </thead>
          <tbody>
            {all.slice(0, most.value).map((page, row) => (
              <PageLine key={page.id} page={page} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What the sign and the colour of a difference say. */
export function DifferenceHint({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <p class="hint">
      Difference: {first} less {second}; it is sorted by size, whatever the sign.{' '}
      <span class="better">+ green</span>: {first} is better. <span class="worse">− red</span>: {second} is.
    </p>
  );
}

function PageLine({ page, row }: { readonly page: ListedPage; readonly row: number }) {
  const { id, site, slices, a, scoreA, scoreB, difference } = page;
  const tone = difference === undefined || difference === 0 ? '' : difference < 0 ? 'worse' : 'better';
  return (
    <tr data-row={row}>
      <th scope="row" class="left">
        <a href={linkTo('page', { page: id })} title={plain(id)}>
          {plain(pageName(id, site))}
        </a>
      </th>
      <td>{share(scoreA)}</td>
      <td>{share(scoreB)}</td>
      <td class={tone}>{difference === undefined ? NO_VALUE : signed(difference)}</td>
      <td>{a?.ms === undefined ? NO_VALUE : formatMs(a.ms)}</td>
      <td class="left">{a?.v ?? statusOf(a)}</td>
      <td class="left">{costliest(a)}</td>
      <td class="left">
        <small title={plain(slices.join(' '))}>{plain(shortSlices(slices))}</small>
      </td>
    </tr>
  );
}

/** What a page is, without its traits, which are many. */
function shortSlices(slices: readonly string[]): string {
  return slices
    .filter((slice) => !/^(?:trait|split):/u.test(slice))
    .map((slice) => slice.slice(slice.indexOf(':') + 1))
    .join(', ');
}

/** The two classes with the most tokens. */
function costliest(cell: Cell | null | undefined): string {
  const all = [
    ...Object.entries(cell?.x ?? {}).map(([name, tokens]) => ({ text: `+${tokens} ${name}`, tokens })),
    ...Object.entries(cell?.m ?? {}).map(([name, tokens]) => ({ text: `−${tokens} ${name}`, tokens })),
  ];
  if (all.length === 0) return NO_VALUE;
  return all
    .toSorted((one, other) => other.tokens - one.tokens)
    .slice(0, 2)
    .map(({ text }) => text)
    .join(', ');
}

function SortHead({
  by,
  title,
  isLeft = false,
}: {
  readonly by: string;
  readonly title: string;
  readonly isLeft?: boolean;
}) {
  const now = sorting.value;
  const isSorted = now.by === by;
  const next = isSorted && !now.isReversed ? `-${by}` : by;
  return (
    <th
      scope="col"
      class={isLeft ? 'left' : undefined}
      aria-sort={isSorted ? (now.isFalling ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" onClick={() => choose({ sort: next })}>
        {title} {isSorted && <span aria-hidden="true">{now.isFalling ? '▼' : '▲'}</span>}
      </button>
    </th>
  );
}

const VIEWS = [
  ['all', 'All'],
  ['failed', 'Failed'],
  ['different', 'Different'],
  ['worst', 'Worst'],
] as const;

function Filters() {
  const { choices } = place.value;
  const cells = listed.value.map(({ a }) => a);
  const { slices, rows } = corpus.value;
  const classes = [...new Set(rows.flatMap((row) => row.classes.map((each) => each.class)))].toSorted();
  const statuses = [
    ...new Set(cells.flatMap((cell) => [statusOf(cell), ...(cell?.v ? [cell.v] : [])])),
  ].toSorted();
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <div role="group" aria-label="Which pages">
        {VIEWS.map(([show, title]) => (
          <button
            key={show}
            type="button"
            aria-pressed={(choices.show ?? 'all') === show}
            onClick={() => choose({ show: show === 'all' ? '' : show, sort: '' })}
          >
            {title}
          </button>
        ))}
      </div>
      <label>
        Search{' '}
        <input
          id="search"
          type="search"
          value={choices.search ?? ''}
          onInput={({ currentTarget }) => choose({ search: currentTarget.value })}
        />
      </label>
      <ExtractorChoices />
      <Choice name="slice" title="Slice" values={slices.map(({ slice, value }) => `${slice}:${value}`)} />
      <Choice name="class" title="Class of faults" values={classes} />
      <Choice name="status" title="Status" values={statuses} />
      <label>
        Score at most{' '}
        <input
          type="number"
          min="0"
          max="1"
          step="0.05"
          value={choices.most ?? ''}
          onInput={({ currentTarget }) => choose({ most: currentTarget.value })}
        />
      </label>
      <button
        type="button"
        onClick={() => choose({ show: '', search: '', slice: '', class: '', status: '', most: '', sort: '' })}
      >
        Clear
      </button>
    </form>
  );
}

function Choice({
  name,
  title,
  values,
}: {
  readonly name: keyof Choices & ('slice' | 'class' | 'status');
  readonly title: string;
  readonly values: readonly string[];
}) {
  const now = place.value.choices[name] ?? '';
  const all = now === '' || values.includes(now) ? values : [now, ...values];
  return (
    <label>
      {title}{' '}
      <select value={now} onChange={({ currentTarget }) => choose({ [name]: currentTarget.value })}>
        <option value="">any</option>
        {all.map((value) => (
          <option key={value} value={value}>
            {plain(value)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The two extractors that are looked at. */
export function ExtractorChoices() {
  const [a, b] = chosen.value;
  const names = extractors.value.map(({ entry }) => entry.name);
  const select = (title: string, name: 'a' | 'b', value: string | undefined) => (
    <label>
      {title}{' '}
      <select value={value} onChange={({ currentTarget }) => choose({ [name]: currentTarget.value })}>
        {names.map((each) => (
          <option key={each} value={each}>
            {plain(each)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      {select('Extractor', 'a', a?.entry.name)}
      {names.length > 1 && select('against', 'b', b?.entry.name)}
    </>
  );
}
