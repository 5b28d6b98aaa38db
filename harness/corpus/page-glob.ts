import picomatch from 'picomatch';
import type { PageReference } from '../model/page.ts';
import { boundedGlob } from '../util/bounded-glob.ts';

/**
 * Whether a glob takes a page: by its identifier, or by its site, which takes all pages of that.
 *
 * @throws AssayError `usage` for a glob of more than 1,000 characters.
 */
export function pageGlob(glob: string): (page: Pick<PageReference, 'id' | 'site'>) => boolean {
  const isWanted = picomatch(boundedGlob(glob));
  return ({ id, site }) => isWanted(id) || isWanted(site);
}
