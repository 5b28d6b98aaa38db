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
