import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { GatedPage, PageState } from './gated.ts';

/** How many more or fewer tokens a page lost or leaked for one reason, after less before: `missing in-table`, +40. */
export interface ClassChange {
  readonly class: string;
  readonly tokens: number;
}

/** The classes of a page that came and went, the greatest change first; nothing where an explanation is missing. */
export function classChanges(pages: readonly GatedPage[]): ClassChange[] {
  const sums = new Map<string, number>();
  for (const { before, after } of pages) {
    add(sums, after, 1);
    add(sums, before, -1);
  }
  return [...sums]
    .filter(([, tokens]) => tokens !== 0)
    .map(([name, tokens]) => ({ class: name, tokens }))
    .toSorted((a, b) => Math.abs(b.tokens) - Math.abs(a.tokens) || compareCodeUnits(a.class, b.class));
}

function add(sums: Map<string, number>, { explained }: PageState, sign: 1 | -1): void {
  for (const fault of ['missing', 'surplus'] as const) {
    for (const [name, tokens = 0] of Object.entries(explained?.[fault] ?? {})) {
      const key = `${fault} ${name}`;
      sums.set(key, (sums.get(key) ?? 0) + sign * tokens);
    }
  }
}
