import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import type { Machine } from '../store/run.ts';

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
