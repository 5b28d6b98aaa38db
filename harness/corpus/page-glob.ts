import picomatch from 'picomatch';
import type { PageReference } from '../model/page.ts';

/** Whether a glob takes a page: by its identifier, or by its site, which takes all pages of that. */
export function pageGlob(glob: string): (page: Pick<PageReference, 'id' | 'site'>) => boolean {
  const isWanted = picomatch(glob);
  return ({ id, site }) => isWanted(id) || isWanted(site);
}
