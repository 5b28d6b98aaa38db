import type { LabelledPage, PageReference } from '../model/page.ts';

/** A page under check. What rules want to know of it beyond that are facts (`fact.ts`). */
export interface CheckedPage extends LabelledPage {
  readonly reference: PageReference;
  /** The day of the check, `2025-07-09`. */
  readonly today: string;
}
