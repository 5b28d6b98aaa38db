import { compareCodeUnits } from '../util/compare-code-units.ts';
import type { ExplanationCounts } from './explanation.ts';

/** One page before and after a change; what is absent came out without a fault. */
export interface PageBeforeAndAfter {
  readonly before: ExplanationCounts | undefined;
  readonly after: ExplanationCounts | undefined;
}

/** How much more or less some pages lost or leaked for one reason: `missing in-table`, 40 tokens more on 3 pages. */
export interface ClassChange {
  /** What went wrong and its class, such as `surplus related`. */
  readonly class: string;
  /** After less before, in tokens, or in snippets where gold is snippets. Positive: it came; negative: it went. */
  readonly tokens: number;
  /** Pages on which it changed. */
  readonly pages: number;
}

/** The classes that came and went, the greatest change first. What came on one page and went on another is set off. */
export function classChanges(pages: readonly PageBeforeAndAfter[]): ClassChange[] {
  const sums = new Map<string, { tokens: number; pages: number }>();
  for (const { before, after } of pages) {
    const [old, now] = [countsOf(before), countsOf(after)];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      const tokens = (now.get(name) ?? 0) - (old.get(name) ?? 0);
      if (tokens === 0) continue;
      const sum = sums.get(name) ?? { tokens: 0, pages: 0 };
      sums.set(name, { tokens: sum.tokens + tokens, pages: sum.pages + 1 });
    }
  }
  return [...sums]
    .map(([name, sum]) => ({ class: name, ...sum }))
    .filter(({ tokens }) => tokens !== 0)
    .toSorted((a, b) => Math.abs(b.tokens) - Math.abs(a.tokens) || compareCodeUnits(a.class, b.class));
}

function countsOf(explained: ExplanationCounts | undefined): Map<string, number> {
  return new Map(
    (['missing', 'surplus'] as const).flatMap((fault) =>
      Object.entries(explained?.[fault] ?? {}).map(([name, tokens]) => [`${fault} ${name}`, tokens] as const),
    ),
  );
}
