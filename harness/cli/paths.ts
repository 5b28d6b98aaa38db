import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the corpus that comes with Assay, as a path that a user can read: relative where that is shorter. */
export function builtInCorpus(): string {
  return readablePath(fileURLToPath(new URL('../../corpus', import.meta.url)));
}

/** A path as messages show it: relative to the working directory if it lies inside, with `/`. */
export function readablePath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return (fromHere === '' || fromHere.startsWith('..') ? path : fromHere).replaceAll('\\', '/');
}

/** Version of the Assay package. */
export function assayVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
