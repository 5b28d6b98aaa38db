import { unknownName } from "../util/did-you-mean.js";
import { AssayError } from "../util/error.js";
import { POLICIES } from "../model/policy.js";
import { entryOf } from "./choice.js";
/**
 * The policy to score under: the one chosen, else that of `run.policy`, else `article`.
 *
 * @throws AssayError `usage` for a name that neither Assay nor the configuration knows.
 */
export function choosePolicy(loaded, chosen) {
    if (typeof chosen === 'object')
        return chosen;
    const { config, place } = loaded;
    if (chosen !== undefined)
        return policyNamed(loaded, chosen, '');
    if (config.run?.policy === undefined)
        return POLICIES.article;
    return policyNamed(loaded, config.run.policy, `${place(['run', 'policy'])}: `);
}
function policyNamed({ config }, name, prefix) {
    const known = entryOf(POLICIES, name);
    if (known !== undefined)
        return known;
    const own = entryOf(config.policies, name);
    if (own !== undefined)
        return { name, description: '', comments: 'forbidden', ...own };
    const names = [...Object.keys(config.policies ?? {}), ...Object.keys(POLICIES)];
    throw new AssayError('usage', `${prefix}${unknownName('policy', name, names)}`);
}
