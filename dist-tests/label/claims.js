import { placesOf } from "./places-of.js";
/** From here on a text that begins or ends inside a word of the page is hardly there by chance. */
const TELLING_LENGTH = 16;
/** The text of a page, and which stretches of it already have a label. */
export class Claims {
    text;
    #glued;
    /** For each unit of the text 1 + the number of its claim, 0 where it has none. */
    #claimOf;
    constructor({ text, glued }) {
        this.text = text;
        this.#glued = glued;
        this.#claimOf = new Int32Array(text.length);
    }
    /** The number that `claim` gave to what holds this unit; none: undefined. */
    claimAt(at) {
        const claim = this.#claimOf[at] ?? 0;
        return claim === 0 ? undefined : claim - 1;
    }
    claim(start, end, number) {
        this.#claimOf.fill(number + 1, start, end);
    }
    isFree(start, end) {
        for (let at = start; at < end; at++)
            if (this.#claimOf[at] !== 0)
                return false;
        return true;
    }
    /**
     * Where a text begins in the page, free or not, ascending; no more than `most`. A short text inside longer words
     * (`ad` in `read`) counts only if it stands nowhere by itself, or next to what has a label: words may be glued.
     */
    occurrences(text, most) {
        const all = placesOf(text, this.text, most);
        if (text.length >= TELLING_LENGTH)
            return all;
        const whole = all.filter((at) => this.#standsAlone(at, at + text.length));
        return whole.length > 0 ? whole : all;
    }
    #standsAlone(start, end) {
        const begins = this.#glued[start] !== 1 || this.#claimOf[start - 1] !== 0;
        const ends = this.#glued[end] !== 1 || this.#claimOf[end] !== 0;
        return begins && ends;
    }
}
