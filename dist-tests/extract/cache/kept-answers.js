import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from "../../util/sha256.js";
import { readChecked, writeChecked } from "./checked-file.js";
import { isUnchanged, listFiles } from "./file-list.js";
/**
 * The answers of one extractor in the cache. Its folder holds lists of files, `<digest>.json`, and beside each a folder
 * `<digest>/` with the answers that depend on these, one file a page. A list is valid while what is at every path is
 * what was there then.
 */
export class KeptAnswers {
    #folder;
    #extractor;
    #states;
    /** Where answers wait until the session has ended: no list names them before `commit`. */
    #waiting;
    #areWaiting = false;
    #valid;
    constructor(folder, extractor, states) {
        this.#folder = folder;
        this.#extractor = extractor;
        this.#states = states;
        this.#waiting = join(folder, sha256(randomUUID()));
    }
    /**
     * The answer to the page of a `pageKey`, if there is one for the files as they are, which are looked at once; and
     * these files, the same object for all answers that depend on them.
     */
    async find(key) {
        this.#valid ??= this.#findValid();
        for (const { name, files } of await this.#valid) {
            const outcome = await readChecked(join(this.#folder, name, `${key}.json`));
            if (outcome !== undefined)
                return { outcome, files };
        }
        return undefined;
    }
    /** Keeps the answer to the page of a `pageKey`, to be found once `commit` has been called. */
    async keep(key, outcome) {
        this.#areWaiting = true;
        await writeChecked(join(this.#waiting, `${key}.json`), outcome);
    }
    /**
     * At the end, and only then: the answers count for the files that the session's processes touched, unless one of them
     * may have been something else when it was read; where no files are known, if the extractor is still what it was.
     */
    async commit(touched) {
        if (!this.#areWaiting)
            return;
        const files = touched === undefined ? await this.#noFiles() : listFiles(touched, this.#states);
        if (files !== undefined)
            await this.#name(files);
        await rm(this.#waiting, { recursive: true, force: true }).catch(() => { });
    }
    async #noFiles() {
        const { dependence } = this.#extractor;
        // What cannot be told any more has changed.
        return (await dependence?.isUnchanged?.().catch(() => false)) === true ? [] : undefined;
    }
    /** Moves what waits to the other answers that depend on these files, which a run beside this one may be doing too. */
    async #name(files) {
        const name = sha256(JSON.stringify(files));
        const folder = join(this.#folder, name);
        const list = { extractor: this.#extractor.name, files };
        try {
            await mkdir(folder, { recursive: true });
            for (const file of await readdir(this.#waiting)) {
                await rename(join(this.#waiting, file), join(folder, file));
            }
            await writeChecked(`${folder}.json`, list);
        }
        catch {
            // A cache that cannot be written keeps nothing.
        }
    }
    async #findValid() {
        const entries = await readdir(this.#folder).catch(() => []);
        const valid = [];
        for (const entry of entries.filter((each) => each.endsWith('.json')).toSorted()) {
            const list = await readChecked(join(this.#folder, entry));
            if (list === undefined || !isUnchanged(list.files, this.#states))
                continue;
            valid.push({ name: entry.slice(0, -'.json'.length), files: list.files });
        }
        return valid;
    }
}
