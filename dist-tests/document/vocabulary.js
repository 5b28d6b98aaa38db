/** Interns strings as small integers, so that texts are compared as numbers. Gold and extraction share one. */
export class Vocabulary {
    #ids = new Map();
    #words = [];
    /** Number of different strings seen. */
    get size() {
        return this.#ids.size;
    }
    /** The number of a string: 0, 1, 2 … in the order in which they were first seen. */
    idOf(word) {
        const known = this.#ids.get(word);
        if (known !== undefined)
            return known;
        const id = this.#ids.size;
        this.#ids.set(word, id);
        this.#words.push(word);
        return id;
    }
    /** The string of a number that `idOf` has given. */
    wordOf(id) {
        return this.#words[id];
    }
}
