import { availableParallelism } from 'node:os';
import { defined } from "../util/defined.js";
import { KNOWN_EXTRACTORS } from "../extract/catalog/register.js";
import { commandText } from "../util/command-words.js";
import { AssayError } from "../util/error.js";
import { entryOf } from "./choice.js";
import { mapInTurn } from "../util/map-in-turn.js";
import { openExtractors } from "./open-extractors.js";
/**
 * Every extractor of the configuration, then every known one that it does not rename; each is tried, which starts it.
 *
 * @param isAsked whether one is to be tried and listed. Default: all.
 */
export function listExtractors(loaded, isAsked = () => true) {
    const own = Object.keys(loaded.config.extractors ?? {});
    const configured = own.map((name) => {
        return { name, from: 'configuration', description: describeEntry(loaded, name) };
    });
    const known = KNOWN_EXTRACTORS.filter(({ name }) => !own.includes(name)).map((each) => {
        const { name, description, licence, homepage, returns, cannot } = each;
        return {
            name,
            from: 'assay',
            description,
            about: { licence, returns, ...defined({ homepage, cannot }) },
        };
    });
    const asked = [...configured, ...known].filter(({ name }) => isAsked(name));
    return mapInTurn(asked, availableParallelism(), async (each) => {
        return { ...each, state: await tryOut(loaded, each.name) };
    });
}
function describeEntry({ config }, name) {
    const entry = entryOf(config.extractors, name) ?? '';
    if (typeof entry === 'string')
        return entry;
    if ('http' in entry)
        return entry.http;
    if ('module' in entry)
        return `${entry.module} with settings`;
    return commandText(entry.command);
}
async function tryOut(loaded, name) {
    try {
        const [extractor] = await openExtractors(loaded, [name]);
        const { version, driver, accepts, network } = extractor;
        return { runs: true, version, driver, accepts, network };
    }
    catch (error) {
        if (error instanceof AssayError)
            return { runs: false, problem: error.message };
        throw error;
    }
}
