import { squeeze } from "../../document/squeeze.js";
import { sha256 } from "../../util/sha256.js";
import { NEARLY_THE_SAME, Resemblances } from "../resemblances.js";
/** Finds what corpora have in common: it is given the text of every page and keeps a sketch of each. */
export class OverlapSearch {
    #resemblances = new Resemblances(NEARLY_THE_SAME);
    #pages = new Map();
    #byText = new Map();
    #overlaps = new Map();
    add(corpus, id, text) {
        const squeezed = squeeze(text);
        if (squeezed === '')
            return;
        const page = { corpus, id };
        const key = JSON.stringify(page);
        this.#pages.set(key, page);
        const textKey = sha256(squeezed);
        const same = this.#byText.get(textKey) ?? [];
        this.#byText.set(textKey, [...same, page]);
        for (const other of same)
            this.#note(other, page, 'same');
        for (const { id: otherKey } of this.#resemblances.add(key, text)) {
            const other = this.#pages.get(otherKey);
            if (!same.includes(other))
                this.#note(other, page, 'similar');
        }
    }
    /** For each two corpora that share pages: which; corpora in the order in which they came. */
    result() {
        return [...this.#overlaps.values()];
    }
    #note(a, b, kind) {
        if (a.corpus === b.corpus)
            return;
        const key = JSON.stringify([a.corpus, b.corpus]);
        const overlap = this.#overlaps.get(key) ?? { corpora: [a.corpus, b.corpus], pairs: [] };
        overlap.pairs.push({ pages: [a.id, b.id], kind });
        this.#overlaps.set(key, overlap);
    }
}
