import { InvalidArgumentError } from 'commander';

/** Parses a whole number of at least 1. */
export function positiveInteger(value: string): number {
  const parsed = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(parsed) || parsed < 1) {
    throw new InvalidArgumentError('It takes a whole number of at least 1.');
  }
  return parsed;
}

/** Flags and description of the option that names a configuration. */
export const CONFIG_OPTION = [
  '--config <file>',
  'configuration file (default: assay.config.ts, .mts, .js, .mjs or .yaml in the working directory)',
] as const;

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** Name and description of the argument that names corpora. */
export const CORPORA_ARGUMENT = [
  '[corpus...]',
  'a configured name, builtin, a folder, or a public dataset, e.g. aeb:PATH (default: as configured, else builtin)',
] as const;

/** What an argument that may be repeated chose: nothing named is nothing chosen. */
export function chosen(sources: readonly string[]): readonly string[] | undefined {
  return sources.length === 0 ? undefined : sources;
}
