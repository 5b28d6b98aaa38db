import type { VariablesEntry } from '../model/config.ts';
import { withheldVariable } from '../process/child-settings.ts';
import { AssayError } from '../util/error.ts';
import { SECRET_NAME } from './hide-secrets.ts';

/** Variables that an extractor is given beside those of every child. */
export interface Variables {
  readonly values: Readonly<Record<string, string>>;
  /** Those of the values that were passed on under a name that says that they are secret. */
  readonly secrets: readonly string[];
}

/**
 * The variables that `env` of an extractor gives, and those of the harness that it passes on.
 *
 * @throws AssayError `usage` for one that is to be passed on and is not set.
 */
export function resolveVariables(
  { passes = [], ...given }: VariablesEntry = {},
  source: string,
  environment: NodeJS.ProcessEnv = process.env,
): Variables {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) if (typeof value === 'string') values[name] = value;
  const secrets: string[] = [];
  for (const name of [passes].flat()) {
    const value = environment[name];
    if (value === undefined) {
      const fix = 'set it in the environment, or remove it';
      throw new AssayError('usage', `${source}: env.passes: the variable ${name} is not set; ${fix}`);
    }
    values[name] = value;
    if (SECRET_NAME.test(name)) secrets.push(value.trim());
  }
  return { values, secrets };
}

/** Says what to do where an extractor that failed seems to have wanted a variable that it was not given. */
export function variableHint(message: string, given: NodeJS.ProcessEnv): string {
  const name = withheldVariable(message, given);
  if (name === undefined) return '';
  return `; extractors get no variable of yours unless the configuration says so: env: { passes: [${name}] }`;
}
