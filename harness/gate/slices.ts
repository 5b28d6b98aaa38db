import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { GatedPage } from './gated.ts';

/** The slices of some pages by name, `language=ja`, names by code units; a page with several traits is in several. */
export function slicesOf(pages: readonly GatedPage[]): Map<string, GatedPage[]> {
  const slices = new Map<string, GatedPage[]>();
  for (const page of pages) {
    const { traits = [], ...single } = page.slices;
    const names = [
      ...Object.entries(single).map(([key, value]) => `${key}=${value}`),
      ...traits.map((trait) => `trait=${trait}`),
    ];
    for (const name of names) {
      const members = slices.get(name) ?? [];
      members.push(page);
      slices.set(name, members);
    }
  }
  return new Map([...slices].toSorted(([a], [b]) => compareCodeUnits(a, b)));
}
