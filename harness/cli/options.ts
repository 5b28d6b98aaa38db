import { InvalidArgumentError } from 'commander';
import type { LoadedConfig } from '../config/load-config.ts';
import { defaultsToBuiltIn, unfinishedPages } from '../config/open-corpora.ts';
import type { NamedCorpus } from '../config/open-corpora.ts';
import { LONGEST_TIMEOUT_MS } from '../extract/extractor.ts';
import type { Shard } from '../store/run-description.ts';
import { tell } from '../report/print.ts';

/** Exit codes, the same for every command. */
export const ExitCode = {
  DONE: 0,
  /** The gate or a check says no. */
  REFUSED: 1,
  /** Wrong use or bad input. */
  MISUSE: 2,
  /** The harness itself failed. */
  INTERNAL: 3,
  /** Stopped by Ctrl-C, as shells have it: 128 and the number of the signal. */
  INTERRUPTED: 130,
} as const;

/** Parses a whole number of at least 1. */
export function positiveInteger(value: string): number {
  const parsed = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(parsed) || parsed < 1) {
    throw new InvalidArgumentError('It takes a whole number of at least 1.');
  }
  return parsed;
}

/** Parses a time limit, in milliseconds. */
export function timeLimit(value: string): number {
  const parsed = positiveInteger(value);
  if (parsed <= LONGEST_TIMEOUT_MS) return parsed;
  throw new InvalidArgumentError(`It takes milliseconds, at most ${LONGEST_TIMEOUT_MS} (12 days).`);
}

/** Flags and description of the option that names a configuration. */
export const CONFIG_OPTION = [
  '--config <file>',
  'configuration file (default: assay.config.ts, .mts, .js, .mjs or .yaml in the working directory)',
] as const;

/** Description of an argument that names a run. */
export const RUN_ARGUMENT =
  'a run: its folder, here or below reports/runs, its label (run --label), or latest';

/** Flags and description of the option that gives a run a name. */
export const LABEL_OPTION = [
  '--label <name>',
  'what the run is called beside its folder; other commands find it below reports/runs by this name',
] as const;

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Name and description of the argument that names corpora. */
export const CORPORA_ARGUMENT = [
  '[corpus...]',
  'a configured name, builtin, a folder, or a public dataset, e.g. aeb:PATH (default: as configured, else ./corpus, else builtin)',
] as const;

/** What a repeatable argument chose; undefined if nothing was named, so that the default applies. */
export function chosen(sources: readonly string[]): readonly string[] | undefined {
  return sources.length === 0 ? undefined : sources;
}

/** Says on standard error that a command is about the corpus of Assay where nobody asked for that. */
export async function tellBuiltIn(loaded: LoadedConfig, sources: readonly string[]): Promise<void> {
  if (sources.length > 0 || !(await defaultsToBuiltIn(loaded))) return;
  tell(
    'no corpus is named or configured, and there is none in ./corpus: this is builtin, the corpus of Assay',
  );
}

/** Names on standard error the pages that are left out because their labels are not finished. */
export function tellUnfinished(corpora: readonly NamedCorpus[]): void {
  for (const line of unfinishedPages(corpora)) tell(`left out: ${line}`);
}

/** Parses a shard: `2/8` is the second of eight. */
export function shard(value: string): Shard {
  const [, index, count] = /^(\d{1,6})\/(\d{1,6})$/u.exec(value) ?? [];
  const parsed = { index: Number(index), count: Number(count) };
  if (index === undefined || parsed.index < 1 || parsed.index > parsed.count) {
    throw new InvalidArgumentError('It takes I/N: the I-th of N parts, e.g. 1/4 to 4/4.');
  }
  return parsed;
}
