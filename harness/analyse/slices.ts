import type { JournalPage } from '../store/journal-line.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { defined } from '../util/defined.ts';

/** What pages are grouped by, as floors name it: `language` of `language=ja`. */
export const SLICE_KEYS = ['kind', 'language', 'script', 'trait', 'split', 'difficulty'] as const;

type Slices = NonNullable<JournalPage['slices']>;

/** The slices that a page is in, as what pages are grouped by and a value; with several traits it is in several. */
export function slicePairs({ traits = [], ...single }: Slices): [by: string, value: string][] {
  return [...Object.entries(defined(single)), ...traits.map((trait): [string, string] => ['trait', trait])];
}

/** The same by name: `language=ja`. */
export function slicesOfPage(slices: Slices): string[] {
  return slicePairs(slices).map((pair) => pair.join('='));
}

/** The slices of some pages, names by code units. */
export function slicesOf<Page extends { readonly slices: Slices }>(
  pages: readonly Page[],
): Map<string, Page[]> {
  const slices = new Map<string, Page[]>();
  for (const page of pages) {
    for (const name of slicesOfPage(page.slices)) {
      const members = slices.get(name) ?? [];
      members.push(page);
      slices.set(name, members);
    }
  }
  return new Map([...slices].toSorted(([a], [b]) => compareCodeUnits(a, b)));
}
