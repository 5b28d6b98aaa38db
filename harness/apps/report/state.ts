import { batch, computed, signal } from '@preact/signals';
import type { Cell, CorpusIndex, PageRow, ReportIndex, TableRow } from '../../report/html/report-data.ts';

/** Everything that is shown follows from the data and from what stands in the address, so that every view is a link. */

export const VIEWS = ['overview', 'pages', 'page', 'compare', 'failures', 'about'] as const;
export type View = (typeof VIEWS)[number];

/** What can stand behind the view in the address; absent ones have their default. */
export interface Choices {
  /** Name of a corpus. */
  readonly corpus?: string;
  /** Names of the two extractors that are looked at. */
  readonly a?: string;
  readonly b?: string;
  readonly page?: string;
  /** Which pages: all, failed, different or worst ones. */
  readonly show?: string;
  readonly search?: string;
  readonly slice?: string;
  readonly class?: string;
  /** Status or verdict of the first extractor. */
  readonly status?: string;
  /** The highest score of the first extractor. */
  readonly most?: string;
  readonly sort?: string;
  /** Kind of slice in the heat map. */
  readonly by?: string;
  /** `1`: only blocks that differ from gold. */
  readonly brief?: string;
}

interface Place {
  readonly view: View;
  readonly choices: Choices;
  /** What stands in the address for a view, if there is no such view. */
  readonly unknownView: string | undefined;
}

/** A step to another address. */
interface Step {
  readonly from: Place;
  /** How far the list of pages was scrolled when it was left last. */
  readonly listScroll: number;
}

const hash = signal(location.hash);
/** The last step; to change a choice is none. */
export const lastStep = signal<Step | undefined>(undefined);
addEventListener('hashchange', () => {
  const from = place.peek();
  const listScroll = from.view === 'pages' ? scrollY : (lastStep.peek()?.listScroll ?? 0);
  batch(() => {
    lastStep.value = { from, listScroll };
    hash.value = location.hash;
  });
});

export const place = computed((): Place => {
  const [asked = '', query = ''] = hash.value.replace(/^#\/?/u, '').split('?');
  const choices: Choices = Object.fromEntries(new URLSearchParams(query));
  const view = VIEWS.find((each) => each === asked);
  return {
    view: view ?? 'overview',
    choices,
    unknownView: view === undefined && asked !== '' ? asked : undefined,
  };
});

/** The address of a view; what is not changed stays, an empty text removes a choice. */
export function linkTo(view: View, changed: Choices = {}): string {
  const all = Object.entries({ ...place.value.choices, ...changed }).filter(
    ([name, value]) => value !== undefined && value !== '' && (name !== 'page' || view === 'page'),
  );
  const query = new URLSearchParams(all).toString();
  return `#${view}${query === '' ? '' : `?${query}`}`;
}

/** Goes to another view, which the browser's way back leaves again. */
export function go(view: View, changed: Choices = {}): void {
  location.hash = linkTo(view, changed);
}

/** Changes a choice of this view, without a step on the way back. */
export function choose(changed: Choices): void {
  const link = linkTo(place.value.view, changed);
  history.replaceState(null, '', link);
  hash.value = link;
}

/** Set once, before anything is shown. */
export const report = signal<ReportIndex | undefined>(undefined);

export const corpus = computed((): CorpusIndex => {
  const { corpora } = report.value!;
  return corpora.find(({ name }) => name === place.value.choices.corpus) ?? corpora[0]!;
});

/** The extractors that were run, best first: the oracle, which is no extractor, has no pages. */
export const extractors = computed(() => corpus.value.rows.filter((_, row) => cellsOf(row).length > 0));

function cellsOf(row: number): CorpusIndex['cells'][number] {
  return corpus.value.cells[row] ?? [];
}

/** What became of the extractors of an earlier run on this corpus; none where no run stands beside this one. */
export const sinceEarlier = computed(() =>
  (report.value?.beside?.changes ?? []).filter((change) => change.corpus === corpus.value.name),
);

/** What the address asks for and the report does not have, a sentence each. */
export const notFound = computed((): readonly string[] => {
  const { choices, unknownView } = place.value;
  const names = [...new Set([choices.a, choices.b])].filter((name) => name !== undefined);
  const missing = names.filter((name) => !corpus.value.rows.some(({ entry }) => entry.name === name));
  return [
    ...(unknownView === undefined ? [] : [`There is no view “${unknownView}”; this is the overview.`]),
    ...(choices.corpus === undefined || choices.corpus === corpus.value.name
      ? []
      : [`There is no corpus “${choices.corpus}” in this report; this is ${corpus.value.name}.`]),
    ...missing.map((name) => `There is no extractor “${name}” in this table; another one is shown.`),
  ];
});

/**
 * The two extractors that are looked at: those of the address, else the one that changed most since an earlier run, after
 * and before, else the two best ones that are no baselines.
 */
export const chosen = computed((): readonly [a: TableRow | undefined, b: TableRow | undefined] => {
  const change = sinceEarlier.value.toSorted(
    (one, other) => Math.abs(other.difference) - Math.abs(one.difference),
  )[0];
  const { a = change?.after, b = change?.before } = place.value.choices;
  const own = extractors.value;
  const named = (name: string | undefined): TableRow | undefined =>
    own.find(({ entry }) => entry.name === name);
  const usual = [...own.filter(({ entry }) => !entry.baseline), ...own.filter(({ entry }) => entry.baseline)];
  const first = named(a) ?? usual.find(({ entry }) => entry.name !== b);
  return [first, named(b) ?? usual.find((row) => row !== first)];
});

/** An extractor on every page of the corpus, in the order of pages. */
export function cellsFor(row: TableRow | undefined): readonly (Cell | null)[] {
  return row === undefined ? [] : cellsOf(corpus.value.rows.indexOf(row));
}

/** The headline figure of a page. */
export function scoreOf(cell: Cell | null | undefined): number | undefined {
  const { figures, headline } = corpus.value;
  return cell?.f?.[figures.findIndex(([name]) => name === headline)] ?? undefined;
}

/** A page with what the two extractors made of it. */
export interface ListedPage extends PageRow {
  readonly index: number;
  readonly a: Cell | null | undefined;
  readonly b: Cell | null | undefined;
  readonly scoreA: number | undefined;
  readonly scoreB: number | undefined;
  /** First less second; undefined where one has no figure. */
  readonly difference: number | undefined;
}

const allPages = computed((): ListedPage[] => {
  const [a, b] = chosen.value.map(cellsFor);
  return corpus.value.pages.map((page, index) => {
    const [cellA, cellB] = [a?.[index], b?.[index]];
    const [scoreA, scoreB] = [scoreOf(cellA), scoreOf(cellB)];
    const difference = scoreA === undefined || scoreB === undefined ? undefined : scoreA - scoreB;
    return { ...page, index, a: cellA, b: cellB, scoreA, scoreB, difference };
  });
});

/** Which pages a choice takes. */
export const SHOWN: Readonly<Record<string, (page: ListedPage) => boolean>> = {
  all: () => true,
  failed: ({ index }) => corpus.value.cells.some((row) => row[index]?.s === 'failed'),
  different: ({ difference }) => difference !== undefined && difference !== 0,
  worst: ({ scoreA }) => scoreA !== undefined && scoreA < 1,
};

const SORTS: Readonly<Record<string, (page: ListedPage) => number | string | undefined>> = {
  page: ({ id }) => id,
  a: ({ scoreA }) => scoreA,
  b: ({ scoreB }) => scoreB,
  difference: ({ difference }) => (difference === undefined ? undefined : Math.abs(difference)),
  time: ({ a }) => a?.ms,
};
/** What is sorted from high to low, unless it is turned around. */
const HIGH_FIRST: ReadonlySet<string> = new Set(['difference', 'time']);

interface Sorting {
  readonly by: string;
  /** By the address, which has a minus then. */
  readonly isReversed: boolean;
  /** From high to low. */
  readonly isFalling: boolean;
}

/** How pages are sorted where nobody chose: by what the view is about. */
export const sorting = computed((): Sorting => {
  const { sort, show } = place.value.choices;
  const usual = show === 'worst' ? 'a' : show === 'different' ? 'difference' : 'page';
  const asked = sort?.replace(/^-/u, '') ?? usual;
  const by = Object.hasOwn(SORTS, asked) ? asked : usual;
  const isReversed = sort?.startsWith('-') ?? false;
  return { by, isReversed, isFalling: HIGH_FIRST.has(by) !== isReversed };
});

/** The pages that the filters leave, in their order: what the table shows, and what next and previous go through. */
export const listed = computed((): ListedPage[] => {
  const { show = 'all', search = '', slice, class: name, status, most } = place.value.choices;
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = allPages.value.filter(
    (page) =>
      (SHOWN[show] ?? SHOWN['all']!)(page) &&
      words.every((word) =>
        `${page.site} ${page.id} ${page.slices.join(' ')}`.toLowerCase().includes(word),
      ) &&
      (slice === undefined || page.slices.includes(slice) || `site:${page.site}` === slice) &&
      (name === undefined || page.a?.x?.[name] !== undefined || page.a?.m?.[name] !== undefined) &&
      (status === undefined || statusOf(page.a) === status || page.a?.v === status) &&
      (most === undefined || (page.scoreA !== undefined && page.scoreA <= Number(most))),
  );
  const { by, isFalling } = sorting.value;
  const up = isFalling ? -1 : 1;
  const keyOf = SORTS[by]!;
  const sorted = found
    .filter((page) => keyOf(page) !== undefined)
    .toSorted((one, other) => {
      const [k, l] = [keyOf(one)!, keyOf(other)!];
      return k < l ? -up : k > l ? up : one.index - other.index;
    });
  // What has no figure comes last, whichever way the others stand.
  const rest = found.filter((page) => keyOf(page) === undefined);
  return [...sorted, ...rest];
});

export function statusOf(cell: Cell | null | undefined): string {
  return cell === null || cell === undefined ? 'not run' : (cell.s ?? 'extracted');
}
