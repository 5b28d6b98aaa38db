import type { Gold } from '../model/gold.ts';
import type { LabelledPage, Page, PageReference } from '../model/page.ts';

/** Something that can be found out about a page: a pure function, known to a page by its identity. */
export type Fact<T> = (page: CheckedPage) => T;

/** A page under check. What rules want to know of it is found out once, when the first of them asks. */
export class CheckedPage {
  readonly page: Page;
  readonly gold: Gold;
  readonly reference: PageReference;
  /** The day of the check, `2025-07-09`. */
  readonly today: string;
  readonly #known = new Map<Fact<unknown>, unknown>();

  constructor(reference: PageReference, { page, gold }: LabelledPage, today: string) {
    this.reference = reference;
    this.page = page;
    this.gold = gold;
    this.today = today;
  }

  /** A fact of this page; asking again costs nothing. */
  get<T>(fact: Fact<T>): T {
    if (!this.#known.has(fact)) this.#known.set(fact, fact(this));
    return this.#known.get(fact) as T;
  }
}
