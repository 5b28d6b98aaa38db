import { entryOf } from "../config/choice.js";
import { metricNames } from "../analyse/labels.js";
import { readDescription } from "../store/read-run.js";
/**
 * The settings of a run that was stopped, with what is asked for now in place of its own: extractors, corpora and
 * everything else as that run had them.
 *
 * @throws AssayError `bad-input` if there is no run in the folder.
 */
export async function settingsOfRun(folder, { policy, metrics, extractors, corpora, ...asked }, { config }) {
    const description = await readDescription(folder);
    const { options, ownPolicy } = description;
    // A name of the configuration goes before what the configuration says it stands for.
    const named = (entries) => ({ name, source }) => entryOf(entries, name) === undefined ? source : name;
    const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    return {
        ...options,
        ...given,
        extractors: extractors ?? description.extractors.map(named(config.extractors)),
        corpora: corpora ?? description.corpora.map(named(config.corpora)),
        policy: policy ?? ownPolicy ?? description.policy,
        metrics: metrics ?? metricNames(description),
    };
}
