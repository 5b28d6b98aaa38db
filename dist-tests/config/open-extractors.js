import { availableParallelism } from 'node:os';
import { KNOWN_EXTRACTORS, OWN_EXTRACTORS } from "../extract/catalog/register.js";
import { loadEntry } from "../extract/load-entry.js";
import { ownExtractors, resolveExtractor } from "../extract/resolve.js";
import { commandText } from "../util/command-words.js";
import { defined } from "../util/defined.js";
import { AssayError } from "../util/error.js";
import { mapInTurn } from "../util/map-in-turn.js";
import { formatPath } from "../util/shape.js";
import { atPlace, choicesOf, configuredChoices, entryOf } from "./choice.js";
import { checkSettings } from "./load-config.js";
/**
 * The extractors to run: those chosen, else those of `run.extractor`, else all of the configuration with the
 * baselines, else all that come with Assay. A name of the configuration goes before a known one.
 *
 * @throws AssayError for the first that cannot be had, with its place in the configuration.
 */
export async function openExtractors(loaded, chosen, options = {}) {
    const choices = chosen === undefined ? defaults(loaded) : choicesOf(chosen);
    if (choices === undefined)
        return ownExtractors(options);
    return Promise.all(choices.map((choice) => open(loaded, choice, options)));
}
function defaults(loaded) {
    const configured = configuredChoices(loaded, 'extractor');
    if (configured !== undefined)
        return configured;
    const own = Object.keys(loaded.config.extractors ?? {});
    if (own.length === 0)
        return undefined;
    const baselines = OWN_EXTRACTORS.filter((entry) => entry.baseline).map(({ name }) => name);
    return choicesOf([...new Set([...own, ...baselines])]);
}
async function open(loaded, { value, folder, place }, options) {
    if (typeof value !== 'string')
        return openNamed(value, folder, options);
    const entry = entryOf(loaded.config.extractors, value);
    if (entry === undefined) {
        const otherNames = Object.keys(loaded.config.extractors ?? {});
        return atPlace(place, () => resolveExtractor(value, { ...options, folder, otherNames }));
    }
    const entryPlace = loaded.place(['extractors', value]);
    const extractor = await atPlace(entryPlace, () => openEntry(entry, loaded.folder, options));
    return { ...extractor, name: value };
}
function openEntry(entry, folder, options) {
    if (typeof entry !== 'string')
        return loadEntry(entry, folder, options);
    return resolveExtractor(entry, { ...options, folder });
}
async function openNamed({ name, module, ...given }, folder, options) {
    const { moduleEntry } = await import("../model/config.js");
    const what = name ?? String(module);
    const place = (path) => [what, formatPath(path)].filter(Boolean).join(': ');
    const entry = checkSettings(moduleEntry, { ...given, module: String(module) }, what, place);
    const extractor = await loadEntry(entry, folder, options);
    return name === undefined ? extractor : { ...extractor, name };
}
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
