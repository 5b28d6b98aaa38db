import type { JournalPage } from '../store/journal-line.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { GatedPage } from './gated.ts';

/** The slices that a page is in by name, `language=ja`; with several traits it is in several. */
export function slicesOfPage({ traits = [], ...single }: NonNullable<JournalPage['slices']>): string[] {
  return [
    ...Object.entries(single).map(([key, value]) => `${key}=${value}`),
    ...traits.map((trait) => `trait=${trait}`),
  ];
}

/** The slices of some pages, names by code units. */
export function slicesOf(pages: readonly GatedPage[]): Map<string, GatedPage[]> {
  const slices = new Map<string, GatedPage[]>();
  for (const page of pages) {
    for (const name of slicesOfPage(page.slices)) {
      const members = slices.get(name) ?? [];
      members.push(page);
      slices.set(name, members);
    }
  }
  return new Map([...slices].toSorted(([a], [b]) => compareCodeUnits(a, b)));
}
