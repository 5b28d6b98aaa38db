import { toNormalForm } from './normal-form.ts';

/**
 * A text in normal form and without any white space, in which glue, line breaks and invisible characters make no
 * difference: gold and page are compared so.
 */
export function squeeze(text: string): string {
  return toNormalForm(text).text.replace(/[\s\u0085]+/gu, '');
}
