import { sha256 } from '../util/sha256.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { POLICIES } from '../model/policy.ts';
import type { Policy } from '../model/policy.ts';

/**
 * What tables and signatures call a policy: its name; behind that of a user's own `@` and eight hex digits of the
 * SHA-256 over what it requires, so that figures under a changed policy do not look like those from before.
 */
export function policyLabel(policy: Policy): string {
  if (isAssays(policy)) return policy.name;
  return `${policy.name}@${sha256(contentOf(policy)).slice(0, 8)}`;
}

/** Whether it is one of the policies that come with Assay, or says the same under its name. */
export function isAssays(policy: Policy): boolean {
  return Object.values<Policy>(POLICIES).some(
    (known) => known.name === policy.name && contentOf(known) === contentOf(policy),
  );
}

function contentOf({ required, comments }: Policy): string {
  return JSON.stringify({ required: [...new Set(required)].toSorted(compareCodeUnits), comments });
}
