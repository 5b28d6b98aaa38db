import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import type { Machine } from '../store/run-description.ts';

/** Version of the Assay package. */
export function assayVersion(): string {
  // `dist` stands where `harness` does, so that this is the package's own file in both.
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
  return hasVersion ? String(manifest.version) : 'unknown';
}

/** The machine of a run: nothing that names its user or its place. */
export function describeMachine(): Machine {
  return {
    platform: platform(),
    arch: arch(),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    node: process.versions.node,
    unicode: process.versions['unicode'] ?? 'unknown',
  };
}
