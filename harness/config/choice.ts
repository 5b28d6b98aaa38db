import { AssayError } from '../util/error.ts';
import type { LoadedConfig } from './load-config.ts';

/** What somebody chose: on the command line, in a program, or in a configuration. */
export interface Choice<T> {
  readonly value: T;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** Where it stands in the configuration; absent where it came from outside. */
  readonly place?: string;
}

/** Choices from outside: paths are relative to the working directory. */
export function choicesOf<T>(values: readonly T[]): Choice<T>[] {
  return values.map((value) => ({ value, folder: process.cwd() }));
}

/** The choices under a key of `run` in the configuration, a text or a list; undefined where it is not there. */
export function configuredChoices(
  { config, folder, place }: LoadedConfig,
  key: 'corpus' | 'extractor' | 'reporter',
): Choice<string>[] | undefined {
  const given = config.run?.[key];
  if (given === undefined) return undefined;
  if (typeof given === 'string') return [{ value: given, folder, place: place(['run', key]) }];
  return given.map((value, index) => ({ value, folder, place: place(['run', key, index]) }));
}

/** Does something with what a configuration says; a message that comes of it names the place first. */
export async function atPlace<T>(place: string | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (place === undefined || !(error instanceof AssayError)) throw error;
    throw new AssayError(error.code, `${place}: ${error.message}`, { cause: error });
  }
}

/** What stands under a name that the user chose; nothing that every object has. */
export function entryOf<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
}
