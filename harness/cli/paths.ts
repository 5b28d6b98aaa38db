import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readablePath } from '../corpus/readable-path.ts';

/** Folder of the corpus that comes with Assay, as a path that a user can read: relative where that is shorter. */
export function builtInCorpus(): string {
  return readablePath(fileURLToPath(new URL('../../corpus', import.meta.url)));
}

/** Version of the Assay package. */
export function assayVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'unknown';
}
