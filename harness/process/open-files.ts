import { readFileSync } from 'node:fs';

/** Files that a run has open without its workers, and for each of them with its share of the threads that score: measured, and rounded up. */
const OF_RUN = 100;
const OF_WORKER = 22;

/** How many files this process may have open at once; undefined where the system does not say, or knows no limit. */
export function mostOpenFiles(): number | undefined {
  try {
    const [, soft] = /^Max open files\s+(\d+)/mu.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}

/** How many files a run with so many workers has open at once, at most. */
export function filesOfWorkers(workers: number): number {
  return OF_RUN + OF_WORKER * workers;
}

/** How many workers can be had with so many open files; at least 1. */
export function workersWithin(files: number): number {
  return Math.max(1, Math.floor((files - OF_RUN) / OF_WORKER));
}
