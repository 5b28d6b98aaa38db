import { InvalidArgumentError } from 'commander';

/** Parses a whole number of at least 1. */
export function positiveInteger(value: string): number {
  const parsed = Number(value);
  if (!/^\d+$/.test(value) || !Number.isSafeInteger(parsed) || parsed < 1) {
    throw new InvalidArgumentError('It takes a whole number of at least 1.');
  }
  return parsed;
}

/** Collects an option that may be given several times. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
