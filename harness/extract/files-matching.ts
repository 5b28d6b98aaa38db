import { realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import fastGlob from 'fast-glob';
import { boundedGlob } from '../util/bounded-glob.ts';

/**
 * The files that globs match, by their paths from a folder, sorted. Links are followed, but not those to a folder that
 * holds the link: such a loop would give every file again, some forty times.
 *
 * @throws AssayError `usage` for a glob of more than 1,000 characters.
 */
export function filesMatching(globs: readonly string[], folder: string): string[] {
  const root = resolve(folder);
  const stat = (path: string): Stats => {
    const found = statSync(path);
    if (found.isDirectory() && leadsBack(path, root)) throw new Error(`${path} leads back`);
    return found;
  };
  // Asked of links alone. One that throws is left unfollowed, as is one that leads nowhere.
  return fastGlob.sync(globs.map(boundedGlob), { cwd: root, dot: true, fs: { statSync: stat } }).toSorted();
}

/** Whether a link leads to a folder that it was reached through, or to one that holds such a folder. */
function leadsBack(link: string, root: string): boolean {
  const target = withSlash(realpathSync(link));
  for (let above = dirname(link); ; above = dirname(above)) {
    if (withSlash(realpathSync(above)).startsWith(target)) return true;
    if (above === root || above === dirname(above)) return false;
  }
}

function withSlash(path: string): string {
  return path.endsWith(sep) ? path : `${path}${sep}`;
}
