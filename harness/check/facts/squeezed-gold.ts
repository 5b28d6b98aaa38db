import type { CheckedPage } from '../checked-page.ts';
import { contentTexts } from './gold-texts.ts';

/** All content of the body in one, without white space; empty where there is none, or no body is labelled. */
export function squeezedGold(page: CheckedPage): string {
  return page
    .get(contentTexts)
    .map(({ squeezed }) => squeezed)
    .join('');
}
