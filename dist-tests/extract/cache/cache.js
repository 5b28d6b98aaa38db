import { join } from 'node:path';
import { extractorKey } from "./cache-key.js";
import { cachedSession } from "./cached-session.js";
import { FileStates } from "./file-states.js";
import { KeptAnswers } from "./kept-answers.js";
import { KeptDescriptions } from "./kept-descriptions.js";
/** The folder of the cache, below the working directory. */
export const CACHE_FOLDER = join('.assay', 'cache');
/** The rooms of the cache: folders in its folder. */
export const ROOMS = { answers: 'answers', descriptions: 'modules', scores: 'scores' };
/**
 * What earlier runs found out. An extractor's answer counts for a module where every file that its process loaded or
 * opened is what it was then, for a command or service where the configuration gives a `fingerprint`; and where its options,
 * limits and own file, the page and what the server said of it, Node's and Assay's versions are the same. A process
 * that has the network is a matter of its `fingerprint` too. Several runs may use one folder at once; one that cannot be
 * written keeps nothing.
 */
export class Cache {
    folder;
    states;
    /** What modules say of themselves. */
    descriptions;
    #conditions;
    constructor(folder, conditions, states = new FileStates()) {
        this.folder = folder;
        this.states = states;
        this.descriptions = new KeptDescriptions(join(folder, ROOMS.descriptions), conditions, states);
        this.#conditions = conditions;
    }
    /** Opens a session with the extractor that asks the cache first; where its answers may not be kept, a plain one. */
    async open(extractor, options) {
        const session = await extractor.open(options);
        const key = extractorKey(extractor, this.#conditions, options);
        if (key === undefined)
            return session;
        const folder = join(this.folder, ROOMS.answers, key);
        return cachedSession(session, new KeptAnswers(folder, extractor, this.states));
    }
}
