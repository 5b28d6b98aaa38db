import { unknownName } from '../util/did-you-mean.ts';
import { AssayError } from '../util/error.ts';
import { POLICIES } from '../model/policy.ts';
import type { Policy } from '../model/policy.ts';
import { entryOf } from './choice.ts';
import type { LoadedConfig } from './load-config.ts';

/**
 * The policy to score under: the one chosen, else that of `run.policy`, else `article`.
 *
 * @throws AssayError `usage` for a name that neither Assay nor the configuration knows.
 */
export function choosePolicy(loaded: LoadedConfig, chosen: string | Policy | undefined): Policy {
  if (typeof chosen === 'object') return chosen;
  const { config, place } = loaded;
  if (chosen !== undefined) return policyNamed(loaded, chosen, '');
  if (config.run?.policy === undefined) return POLICIES.article;
  return policyNamed(loaded, config.run.policy, `${place(['run', 'policy'])}: `);
}

function policyNamed({ config }: LoadedConfig, name: string, prefix: string): Policy {
  const known = entryOf<Policy>(POLICIES, name);
  if (known !== undefined) return known;
  const own = entryOf(config.policies, name);
  if (own !== undefined) return { name, description: '', comments: 'forbidden', ...own };
  const names = [...Object.keys(config.policies ?? {}), ...Object.keys(POLICIES)];
  throw new AssayError('usage', `${prefix}${unknownName('policy', name, names)}`);
}
