import { join } from 'node:path';
import { sha256 } from "../../util/sha256.js";
import { readChecked, writeChecked } from "./checked-file.js";
import { isUnchanged, listFiles } from "./file-list.js";
/**
 * What modules said of themselves when they were loaded, so that one whose answers are all known need not be loaded
 * again. It counts while every file that loading it touched is what it was; one file a module, of its latest state.
 */
export class KeptDescriptions {
    #folder;
    #conditions;
    #states;
    constructor(folder, conditions, states) {
        this.#folder = folder;
        this.#conditions = conditions;
        this.#states = states;
    }
    async find(call) {
        const stored = await readChecked(this.#fileOf(call));
        return stored !== undefined && isUnchanged(stored.files, this.#states) ? stored.about : undefined;
    }
    /** Keeps a description, unless one of the files may have been something else when it was read. */
    async keep(call, about, touched) {
        const files = listFiles(touched, this.#states);
        if (files === undefined)
            return;
        const stored = { files, about };
        await writeChecked(this.#fileOf(call), stored);
    }
    #fileOf({ url, allowNetwork, memoryMb }) {
        const machine = [
            this.#conditions.node,
            process.platform,
            process.arch,
            process.env['NODE_OPTIONS'] ?? '',
        ];
        const key = ['assay/description@1', this.#conditions.assayVersion, machine, url, allowNetwork, memoryMb];
        return join(this.#folder, `${sha256(JSON.stringify(key))}.json`);
    }
}
