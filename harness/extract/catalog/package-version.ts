import { createRequire } from 'node:module';
import { isRecord } from '../is-record.ts';

/**
 * The version that an installed package states.
 *
 * @throws Error if the package is not installed or states none.
 */
export function packageVersion(name: string): string {
  const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`);
  if (isRecord(manifest) && typeof manifest['version'] === 'string') return manifest['version'];
  throw new Error(`the package ${name} states no version`);
}
