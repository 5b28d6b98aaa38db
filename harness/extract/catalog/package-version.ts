import { readFileSync } from 'node:fs';
import { isRecord } from '../../model/is-record.ts';

/**
 * The version that an installed package states. Its manifest is looked for in its folder, because many packages
 * do not export it.
 *
 * @throws Error if the package is not installed or states none.
 */
export function packageVersion(name: string): string {
  const folder = `/node_modules/${name}/`;
  const entry = import.meta.resolve(name);
  const root = entry.slice(0, entry.lastIndexOf(folder) + folder.length);
  const manifest: unknown = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  if (isRecord(manifest) && typeof manifest['version'] === 'string') return manifest['version'];
  throw new Error(`the package ${name} states no version`);
}
