import { readFileSync } from 'node:fs';

/** Version of the Assay package. */
export function assayVersion(): string {
  // `dist` stands where `harness` does, so that this is the package's own file in both.
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'unknown';
}
