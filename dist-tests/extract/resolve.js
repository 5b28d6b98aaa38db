import { resolve } from 'node:path';
import { didYouMean } from "../util/did-you-mean.js";
import { readablePath } from "../util/readable-path.js";
import { AssayError } from "../util/error.js";
import { loadKnown } from "./catalog/load-known.js";
import { KNOWN_EXTRACTORS, OWN_EXTRACTORS } from "./catalog/register.js";
import { loadModuleExtractor } from "./drivers/module.js";
import { loadEntry } from "./load-entry.js";
const RECORDED = 'recorded:';
/** A command on the command line: by `cmd:` one process a page, by `jsonl:` one for all. */
const COMMAND = /^(cmd|jsonl):(.*)$/s;
/**
 * The extractor that a user named: a name of the catalogue, `cmd:COMMAND` (a process a page, which prints text),
 * `jsonl:COMMAND`, the URL of a service, `recorded:PATH`, or a path to a TypeScript or JavaScript module (anything
 * else with a slash, or ending like one).
 *
 * @throws AssayError `usage` for a name that nobody knows or a module that is no extractor, `bad-input` for
 * recorded output that cannot be read.
 */
export async function resolveExtractor(specification, { folder = process.cwd(), otherNames = [], descriptions } = {}) {
    const known = KNOWN_EXTRACTORS.find((each) => each.name === specification);
    if (known !== undefined)
        return loadKnown(known, { descriptions });
    if (specification.startsWith(RECORDED))
        return loadRecorded(specification, folder);
    const [, protocol, words] = COMMAND.exec(specification) ?? [];
    if (words !== undefined) {
        return loadEntry({ command: words, protocol: protocol === 'jsonl' ? 'jsonl' : 'stdio' }, folder);
    }
    if (/^https?:\/\//.test(specification))
        return loadEntry({ http: specification }, folder);
    if (specification.startsWith('file:'))
        return loadModuleExtractor(new URL(specification), { descriptions });
    if (/^[a-z][a-z\d+.-]+:\/\//iu.test(specification)) {
        throw new AssayError('usage', `${specification}: found no URL of a service; expected http://… or https://…`);
    }
    if (isPath(specification)) {
        return loadModuleExtractor(resolve(folder, specification), { source: specification, descriptions });
    }
    throw new AssayError('usage', unknownExtractor(specification, otherNames));
}
/** Every extractor that comes with Assay, in the order of the catalogue: what runs where nobody names one. */
export function ownExtractors(options) {
    return Promise.all(OWN_EXTRACTORS.map((known) => loadKnown(known, options)));
}
async function loadRecorded(specification, folder) {
    const path = specification.slice(RECORDED.length);
    if (path === '')
        throw new AssayError('usage', `"${specification}" names no file; write recorded:PATH`);
    const { loadRecordedExtractor } = await import("./drivers/recorded.js");
    return loadRecordedExtractor(readablePath(resolve(folder, path)));
}
function isPath(specification) {
    return /[/\\]|\.(?:ts|mts|cts|js|mjs|cjs)$/.test(specification);
}
function unknownExtractor(specification, otherNames) {
    const names = [...new Set([...otherNames, ...KNOWN_EXTRACTORS.map(({ name }) => name)])];
    const near = didYouMean(specification, names);
    const mend = near === undefined ? '; ' : `: did you mean "${near}"? `;
    const others = 'a module is named by its path, a command by cmd:COMMAND or jsonl:COMMAND, a service by its URL, recorded output by recorded:PATH';
    // Not the names themselves: nobody finds one among fifty.
    return `unknown extractor "${specification}"${mend}"assay extractors" lists those that are known; ${others}`;
}
