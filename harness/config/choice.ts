import type { AssayConfig } from '../model/config.ts';
import { POLICIES } from '../model/policy.ts';
import type { Policy } from '../model/policy.ts';
import { unknownName } from '../util/did-you-mean.ts';
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

/**
 * The policy to score under: the one chosen, else that of `run.policy`, else `article`.
 *
 * @throws AssayError `usage` for a name that neither Assay nor the configuration knows.
 */
export function choosePolicy({ config, place }: LoadedConfig, chosen: string | Policy | undefined): Policy {
  if (typeof chosen === 'object') return chosen;
  if (chosen !== undefined) return policyNamed(config, chosen, '');
  if (config.run?.policy === undefined) return POLICIES.article;
  return policyNamed(config, config.run.policy, `${place(['run', 'policy'])}: `);
}

function policyNamed({ policies = {} }: AssayConfig, name: string, prefix: string): Policy {
  const known = entryOf<Policy>(POLICIES, name);
  if (known !== undefined) return known;
  const own = entryOf(policies, name);
  if (own !== undefined) return { name, description: '', comments: 'forbidden', ...own };
  const names = [...Object.keys(policies), ...Object.keys(POLICIES)];
  throw new AssayError('usage', `${prefix}${unknownName('policy', name, names)}`);
}
