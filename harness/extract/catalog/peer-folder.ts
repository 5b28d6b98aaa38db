import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PeerLanguage } from './catalog-entry.ts';

/** Where `npm run peers` puts extractors of others, below the working directory. */
export const PEERS = '.assay/peers';

/** Written last into the folder of a peer: what was installed there. */
export const INSTALLED = 'installed.json';

/** This repository, or the folder of the installed package: the same files lie below either. */
const ASSAY = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * The folder that `npm run peers` made for an entry: below the working directory, else below Assay's own folder,
 * so that a clone's peers are found from anywhere. Undefined where it is not whole.
 */
export function peerFolder(language: PeerLanguage, entry: string, roots = peerRoots()): string | undefined {
  return roots
    .map((root) => join(root, PEERS, language, entry))
    .find((folder) => readInstalled(folder) !== undefined);
}

/** What stands in the mark of a whole folder; undefined where there is none. */
export function readInstalled(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, INSTALLED), 'utf8');
  } catch {
    return undefined;
  }
}

function peerRoots(): string[] {
  return [process.cwd(), ASSAY];
}
