import { resolve } from 'node:path';
import { AssayError } from "../util/error.js";
import { didYouMean } from "../util/did-you-mean.js";
import { readablePath } from "../util/readable-path.js";
import { SOURCES } from "./sources/register.js";
import { pathExists } from "../util/path-exists.js";
const DATASET = /^([a-z][\w-]+):(.*)$/su;
/** Whether it has the form of a public dataset, `source:PATH`. */
export function namesDataset(specification) {
    return DATASET.test(specification);
}
/**
 * Opens a corpus that a user named: the folder of a native corpus or of pairs, or `source:PATH` for a public dataset. A name
 * that is a path on this disk is a path, whatever colons are in it.
 *
 * @param folder what paths are relative to
 * @throws AssayError `usage` for a source that nobody knows, `bad-input` for one that cannot be read.
 */
export async function openCorpus(specification, folder = process.cwd()) {
    if (specification === '') {
        throw new AssayError('usage', 'found an empty name of a corpus; name a folder, or a dataset such as aeb:PATH');
    }
    const located = (path) => readablePath(resolve(folder, path));
    const [, name, path] = DATASET.exec(specification) ?? [];
    if (name === undefined || path === undefined || (await pathExists(located(specification)))) {
        return openFolder(located(specification));
    }
    const source = SOURCES.find((each) => each.name === name);
    if (source === undefined)
        throw new AssayError('usage', unknownSource(specification, name));
    if (path === '')
        throw new AssayError('usage', `"${specification}" names no folder; write ${name}:PATH`);
    return source.open(located(path));
}
/** Readers are loaded when there is something for them to read: their parsers take a run as long as some extractors. */
async function openFolder(directory) {
    const { holdsPairs, openPairs } = await import("./sources/pairs.js");
    if (await holdsPairs(directory))
        return openPairs(directory);
    const { openNativeCorpus } = await import("./native.js");
    return openNativeCorpus(directory);
}
function unknownSource(specification, name) {
    const names = SOURCES.map((source) => source.name);
    const near = didYouMean(name, names);
    const mend = near === undefined ? '; known' : `: did you mean "${near}"? Known`;
    const known = SOURCES.map((source) => `${source.name}:PATH (${source.description})`).join(', ');
    return `unknown corpus "${specification}"${mend} are builtin, names of the configuration, a folder with pages/ or with pairs of files, and ${known}`;
}
