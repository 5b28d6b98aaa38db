import type { CheckedPage } from '../checked-page.ts';
import { fact } from '../fact.ts';
import { contentTexts } from './gold-texts.ts';

/** All content of the body in one, without white space; empty where there is none, or no body is labelled. */
export const squeezedGold = fact((page: CheckedPage): string => {
  return contentTexts(page)
    .map(({ squeezed }) => squeezed)
    .join('');
});
