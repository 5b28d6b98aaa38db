import { tokenFigures } from '../score/metrics/tokens.ts';
import { MISSING_CLASSES, SURPLUS_CLASSES } from './classes.ts';
import type { MissingClass, SurplusClass } from './classes.ts';
import type { ExplanationCounts } from './explanation.ts';

/** What one class of faults cost an extractor over some pages. */
export interface ClassSum {
  /** `altered` and `moved` cost on both sides; mending them mends both. */
  readonly class: SurplusClass | MissingClass;
  /** In tokens, or in snippets where gold is snippets. */
  readonly surplus: number;
  readonly missing: number;
  /** Pages on which it occurs. */
  readonly pages: number;
  /** By how much the F1 of these pages would be higher if this class alone were mended. */
  readonly gain: number;
}

/** What is added up of a page. */
export interface CountedPage {
  /** `tokens`: the mean of page F1 is the F1 of the pages; `segments`: it is that of the sums. */
  readonly metric: 'tokens' | 'segments';
  readonly required: number;
  readonly matched: number;
  readonly surplus: number;
  readonly explained: ExplanationCounts;
}

// oxlint-disable-next-line no-unsafe-type-assertion -- the keys of constants
const CLASSES = [...new Set([...Object.keys(SURPLUS_CLASSES), ...Object.keys(MISSING_CLASSES)])] as readonly (
  SurplusClass | MissingClass
)[];

/**
 * Adds up the classes of pages, the costliest first: by what mending one would gain, then by tokens. The gain is not
 * estimated: every page is scored once more without the surplus and with the missing tokens of the class. Pages that
 * require nothing have no F1; what came out there counts in tokens and pages only. Classes that never occur are left out.
 */
export function sumClasses(pages: readonly CountedPage[]): ClassSum[] {
  const f1 = new F1(pages);
  const now = f1.mending(undefined);
  return CLASSES.flatMap((name): ClassSum[] => {
    const touched = pages.filter((page) => surplusOf(page, name) + missingOf(page, name) > 0);
    if (touched.length === 0) return [];
    const surplus = sum(touched, (page) => surplusOf(page, name));
    const missing = sum(touched, (page) => missingOf(page, name));
    return [{ class: name, surplus, missing, pages: touched.length, gain: f1.mending(name) - now }];
  }).toSorted((a, b) => b.gain - a.gain || b.surplus + b.missing - a.surplus - a.missing);
}

/** The F1 of some pages, 0 where none has one; and what it would be if a class were mended. */
class F1 {
  readonly #pages: readonly CountedPage[];
  /** Of each page as it is. */
  readonly #now: readonly number[];

  constructor(pages: readonly CountedPage[]) {
    this.#pages = pages.filter(({ required, metric }) => required > 0 || metric === 'segments');
    this.#now = this.#pages.map(
      ({ matched, surplus, required }) => tokenFigures(matched, surplus, required).f1,
    );
  }

  mending(name: ClassSum['class'] | undefined): number {
    if (this.#pages.length === 0) return 0;
    return this.#pages[0]!.metric === 'tokens' ? this.#ofTokens(name) : this.#ofSegments(name);
  }

  #ofTokens(name: ClassSum['class'] | undefined): number {
    let total = 0;
    this.#pages.forEach((page, index) => {
      const { required, matched } = page;
      const surplus = surplusOf(page, name);
      const missing = missingOf(page, name);
      total +=
        surplus + missing === 0
          ? this.#now[index]!
          : tokenFigures(matched + missing, page.surplus - surplus, required).f1;
    });
    return total / this.#pages.length;
  }

  #ofSegments(name: ClassSum['class'] | undefined): number {
    let [matched, whole] = [0, 0];
    for (const page of this.#pages) {
      const missing = missingOf(page, name);
      matched += page.matched + missing;
      whole += page.matched + missing + page.surplus - surplusOf(page, name) + page.required;
    }
    return whole === 0 ? 0 : (2 * matched) / whole;
  }
}

/** Surplus tokens of a class; none of no class. */
function surplusOf({ explained }: CountedPage, name: string | undefined): number {
  return name === undefined
    ? 0
    : ((explained.surplus as Readonly<Record<string, number | undefined>>)[name] ?? 0);
}

function missingOf({ explained }: CountedPage, name: string | undefined): number {
  return name === undefined
    ? 0
    : ((explained.missing as Readonly<Record<string, number | undefined>>)[name] ?? 0);
}

function sum<Each>(all: readonly Each[], of: (each: Each) => number): number {
  return all.reduce((total, each) => total + of(each), 0);
}
