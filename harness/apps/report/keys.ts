import type { Signal } from '@preact/signals';
import { choose, chosen, extractors, go, linkTo, listed, place } from './state.ts';

/** Index in the list of the page that is marked there. */
function markedRow(): number {
  const row = document.activeElement?.closest('[data-row]');
  return row instanceof HTMLElement ? Number(row.dataset['row']) : -1;
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  '/': () => {
    if (place.value.view !== 'pages') go('pages');
    // The view is drawn a moment later.
    setTimeout(() => document.getElementById('search')?.focus(), 50);
  },
  j: () => step(1),
  k: () => step(-1),
  n: () => nextMark(1),
  N: () => nextMark(-1),
  '[': () => compareWith(-1),
  ']': () => compareWith(1),
  a: () => go('pages', { show: '' }),
  f: () => go('pages', { show: 'failed' }),
  d: () => go('pages', { show: 'different' }),
  w: () => go('pages', { show: 'worst' }),
  o: () => go('overview'),
  p: () => go('pages'),
  c: () => go('compare'),
};

/** Listens to keys; they do nothing in fields, with modifiers, and beside the help. */
export function listenToKeys(isHelpOpen: Signal<boolean>): void {
  addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (isHelpOpen.value) {
      if (key === 'Escape') isHelpOpen.value = false;
      return;
    }
    if (target instanceof HTMLElement && target.matches('input:not([type=checkbox]), select, textarea')) {
      if (key === 'Escape') target.blur();
      return;
    }
    const action = actionOf(key, isHelpOpen);
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
}

function actionOf(key: string, isHelpOpen: Signal<boolean>): (() => void) | undefined {
  if (key === '?') return () => (isHelpOpen.value = true);
  if (key === 'Escape') return place.value.view === 'page' ? () => go('pages') : undefined;
  if (/^[1-9]$/u.test(key)) return () => lookAt(Number(key) - 1);
  return Object.hasOwn(ACTIONS, key) ? ACTIONS[key] : undefined;
}

function lookAt(index: number): void {
  const name = extractors.value[index]?.entry.name;
  if (name === undefined) return;
  const { b } = place.value.choices;
  choose({ a: name, ...(b === name && { b: '' }) });
}

function compareWith(by: number): void {
  const [a, b] = chosen.value;
  const others = extractors.value.filter((row) => row !== a);
  const next = others[(Math.max(0, others.indexOf(b!)) + by + others.length) % others.length];
  if (next !== undefined) choose({ a: a!.entry.name, b: next.entry.name });
}

/** In the list the mark goes to another row, on a page another page is opened. */
function step(by: number): void {
  const { view, choices } = place.value;
  if (view === 'page') {
    const next = neighbour(choices.page, by);
    if (next !== undefined) location.hash = linkTo('page', { page: next });
    return;
  }
  if (view !== 'pages') return;
  const row = document.querySelector(`[data-row="${Math.max(0, markedRow() + by)}"] a`);
  if (row instanceof HTMLElement) row.focus();
}

/** The page before or behind one in the list. */
export function neighbour(page: string | undefined, by: number): string | undefined {
  const all = listed.value;
  const at = all.findIndex(({ id }) => id === page);
  return all[at + by]?.id;
}

function nextMark(by: number): void {
  const marks = [...document.querySelectorAll<HTMLElement>('[data-mark]')];
  if (marks.length === 0) return;
  const at = marks.findIndex((mark) => mark === document.activeElement);
  const next = marks[at === -1 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length];
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}
