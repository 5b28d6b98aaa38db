import { POLICIES } from "../model/policy.js";
import { unknownName } from "../util/did-you-mean.js";
import { AssayError } from "../util/error.js";
/** Choices from outside: paths are relative to the working directory. */
export function choicesOf(values) {
    return values.map((value) => ({ value, folder: process.cwd() }));
}
/** The choices under a key of `run` in the configuration, a text or a list; undefined where it is not there. */
export function configuredChoices({ config, folder, place }, key) {
    const given = config.run?.[key];
    if (given === undefined)
        return undefined;
    if (typeof given === 'string')
        return [{ value: given, folder, place: place(['run', key]) }];
    return given.map((value, index) => ({ value, folder, place: place(['run', key, index]) }));
}
/** Does something with what a configuration says; a message that comes of it names the place first. */
export async function atPlace(place, work) {
    try {
        return await work();
    }
    catch (error) {
        if (place === undefined || !(error instanceof AssayError))
            throw error;
        throw new AssayError(error.code, `${place}: ${error.message}`, { cause: error });
    }
}
/** What stands under a name that the user chose; nothing that every object has. */
export function entryOf(entries, name) {
    return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
}
/**
 * The policy to score under: the one chosen, else that of `run.policy`, else `article`.
 *
 * @throws AssayError `usage` for a name that neither Assay nor the configuration knows.
 */
export function choosePolicy({ config, place }, chosen) {
    if (typeof chosen === 'object')
        return chosen;
    if (chosen !== undefined)
        return policyNamed(config, chosen, '');
    if (config.run?.policy === undefined)
        return POLICIES.article;
    return policyNamed(config, config.run.policy, `${place(['run', 'policy'])}: `);
}
function policyNamed({ policies = {} }, name, prefix) {
    const known = entryOf(POLICIES, name);
    if (known !== undefined)
        return known;
    const own = entryOf(policies, name);
    if (own !== undefined)
        return { name, description: '', comments: 'forbidden', ...own };
    const names = [...Object.keys(policies), ...Object.keys(POLICIES)];
    throw new AssayError('usage', `${prefix}${unknownName('policy', name, names)}`);
}
