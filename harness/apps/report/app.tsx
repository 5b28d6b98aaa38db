import { computed, effect, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { About } from './about.tsx';
import { Compare } from './compare.tsx';
import { Failures } from './failures.tsx';
import { holdsPage, wholeFile } from './data.ts';
import { formatCount } from '../../report/format.ts';
import { plain } from './format.ts';
import { Help } from './help.tsx';
import { listenToKeys } from './keys.ts';
import { Overview } from './overview.tsx';
import { Page } from './page.tsx';
import { Pages } from './pages.tsx';
import { choose, corpus, lastStep, linkTo, listed, notFound, place, report } from './state.ts';
import type { View } from './state.ts';

const SHOWS: Readonly<Record<View, ComponentType>> = {
  overview: Overview,
  pages: Pages,
  page: Page,
  compare: Compare,
  failures: Failures,
  about: About,
};

const TITLES: readonly (readonly [view: View, title: string])[] = [
  ['overview', 'Overview'],
  ['pages', 'Pages'],
  ['compare', 'Compare'],
  ['failures', 'Failures'],
  ['about', 'About'],
];

const isHelpOpen = signal(false);

listenToKeys(isHelpOpen);
effect(() => {
  const { view, choices } = place.value;
  document.title = `${plain(choices.page ?? TITLES.find(([name]) => name === view)?.[1] ?? '')} · Assay report`;
});

const isWhole = signal(false);
void wholeFile.then(() => (isWhole.value = true));

/** What there was no room for, which is known when the whole file has been read. */
const leftOut = computed((): readonly string[] => {
  if (!isWhole.value) return [];
  const pages = report.value!.corpora.flatMap((each) => each.pages).filter(({ at }) => at !== undefined);
  const held = pages.filter(({ at }) => holdsPage(at!)).length;
  if (held === pages.length) return [];
  return [
    `The texts of the ${formatCount(held)} worst pages are here, which make 40 MB; those of all by: assay report RUN --report-pages all`,
  ];
});

/** The frame around every view. */
export function App() {
  const { view } = place.value;
  const Shown = SHOWS[view];
  useLayoutEffect(arrive, [lastStep.value]);
  return (
    <>
      <a class="skip" href={`#${view}`} onClick={skip}>
        Skip to content
      </a>
      <header>
        <strong class="brand">Assay report</strong>
        <nav aria-label="Views">
          {TITLES.map(([name, title]) => (
            <a
              key={name}
              href={linkTo(name)}
              aria-current={name === view || (name === 'pages' && view === 'page') ? 'page' : undefined}
            >
              {title}
            </a>
          ))}
        </nav>
        <CorpusChoice />
        <button type="button" class="keys" onClick={() => (isHelpOpen.value = true)}>
          Keys <kbd>?</kbd>
        </button>
      </header>
      <main id="content" tabIndex={-1}>
        {[...notFound.value, ...report.value!.notes, ...leftOut.value].map((note) => (
          <p class="note" role="note" key={note}>
            {plain(note)}
          </p>
        ))}
        {report.value!.beside !== undefined && view !== 'compare' && (
          <p class="note" role="note">
            An earlier run stands beside this one: its extractors have “@ {plain(report.value!.beside.run)}”
            behind their names. <a href={linkTo('compare')}>What changed</a>
          </p>
        )}
        <Shown />
      </main>
      {isHelpOpen.value && <Help close={() => (isHelpOpen.value = false)} />}
    </>
  );
}

/** After a step the focus is on the heading; back in the list, on the page that one comes from, where it was. */
function arrive(): void {
  const step = lastStep.value;
  if (step === undefined) return;
  const { view, choices } = step.from;
  const index = listed.value.findIndex(({ id }) => id === choices.page);
  const row =
    view === 'page' && place.value.view === 'pages'
      ? document.querySelector<HTMLElement>(`[data-row="${index}"] a`)
      : null;
  if (row !== null) {
    scrollTo(0, step.listScroll);
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
    return;
  }
  const heading = document.querySelector('h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  scrollTo(0, 0);
  heading.focus({ preventScroll: true });
}

/** The address holds the view, so that a link to a place in the page would leave it. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function CorpusChoice() {
  const { corpora } = report.value!;
  if (corpora.length < 2) return null;
  return (
    <label>
      Corpus{' '}
      <select
        value={corpus.value.name}
        onChange={({ currentTarget }) =>
          choose({ corpus: currentTarget.value, a: '', b: '', slice: '', class: '', page: '' })
        }
      >
        {corpora.map(({ name }) => (
          <option key={name} value={name}>
            {plain(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
