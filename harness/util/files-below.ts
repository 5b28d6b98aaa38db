import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { compareCodeUnits } from './compare-code-units.ts';
import { errorCode } from './error.ts';
import { unreadableFile } from './read-input.ts';
import { specialKind } from './special-file.ts';

/** What may not be read like a file of the folder, and what it is: `a named pipe`, `a link that leads out of the folder`. */
export interface StrangeFile {
  readonly path: string;
  readonly found: string;
}

/** What lies below a folder, each by its path from there, with slashes, sorted by code units. */
interface FilesBelow {
  readonly files: readonly string[];
  /** Folders, links to folders among them. */
  readonly folders: readonly string[];
  /** Links to what does not exist. */
  readonly dangling: readonly string[];
  /** Links that lead out of the folder, and what is neither file nor folder; nothing of them is looked at. */
  readonly strange: readonly StrangeFile[];
  /** Links to folders that are there without them, or that hold the folder itself: what is behind them is not looked at. */
  readonly repeated: readonly string[];
}

/**
 * Lists what lies below a folder, however deep. Links are followed, but every folder is listed once: first come those
 * that lie there themselves, then those behind links. A folder that does not exist holds nothing.
 *
 * @param within the folder that links may not lead out of. Default: the folder itself.
 * @param takes whether a file or folder of this name is looked at. Default: unless it begins with a dot.
 * @throws AssayError `bad-input` for a folder that cannot be read.
 */
export async function filesBelow(
  root: string,
  takes: (name: string) => boolean = (name) => !name.startsWith('.'),
  within: string = root,
): Promise<FilesBelow> {
  const found = {
    files: [] as string[],
    folders: [] as string[],
    dangling: [] as string[],
    repeated: [] as string[],
  };
  const strange: StrangeFile[] = [];
  const border = await realpath(within).catch(() => within);
  const isOutside = (target: string): boolean => target !== border && !target.startsWith(`${border}${sep}`);
  const links: { readonly path: string; readonly target: string }[] = [];
  const seen = new Set<string>();

  const visit = async (below: string, target: string): Promise<void> => {
    seen.add(target);
    for (const entry of await entriesOf(target)) {
      if (!takes(entry.name)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      const own = join(target, entry.name);
      if (entry.isDirectory()) {
        if (seen.has(own)) continue;
        found.folders.push(path);
        await visit(path, own);
      } else if (entry.isFile()) found.files.push(path);
      else if (entry.isSymbolicLink()) {
        const state = await stat(own).catch(() => undefined);
        const place = await realpath(own).catch(() => undefined);
        const kind = state && specialKind(state);
        if (state === undefined || place === undefined) found.dangling.push(path);
        else if (kind !== undefined) strange.push({ path, found: kind });
        else if (isOutside(place)) strange.push({ path, found: LEADS_OUT });
        else if (state.isDirectory()) links.push({ path, target: await realpath(own) });
        else if (state.isFile()) found.files.push(path);
      } else strange.push({ path, found: specialKind(entry) ?? 'no file' });
    }
  };

  const start = await realpath(root).catch(() => undefined);
  if (start !== undefined) await visit('', start);
  // The list grows while links behind links are found.
  for (const { path, target } of links) {
    const holdsRoot = `${start}${sep}`.startsWith(target.endsWith(sep) ? target : `${target}${sep}`);
    if (seen.has(target) || holdsRoot) found.repeated.push(path);
    else {
      found.folders.push(path);
      await visit(path, target);
    }
  }
  for (const list of Object.values(found)) list.sort();
  return { ...found, strange: strange.toSorted((a, b) => compareCodeUnits(a.path, b.path)) };
}

const LEADS_OUT = 'a link that leads out of the folder';

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.toSorted((a, b) => compareCodeUnits(a.name, b.name));
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(cause))) return [];
    throw unreadableFile(folder, cause);
  }
}
