import type { CheckedPage } from './checked-page.ts';

/** Something that can be found out about a page. */
export type Fact<T> = (page: CheckedPage) => T;

/** A fact that is found out once for each page, when the first rule asks for it, and forgotten with the page. */
export function fact<T>(find: Fact<T>): Fact<T> {
  const known = new WeakMap<CheckedPage, { readonly value: T }>();
  return (page) => {
    const found = known.get(page) ?? { value: find(page) };
    known.set(page, found);
    return found.value;
  };
}
