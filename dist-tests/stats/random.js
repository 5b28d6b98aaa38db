/**
 * Random numbers from a seed: sfc32 (Chris Doty-Humphrey, PractRand), the same on every machine. It is started from
 * four FNV-1a hashes of the seed's UTF-16 code units.
 */
export class Random {
    #a;
    #b;
    #c;
    #counter = 1;
    constructor(seed) {
        this.#a = hash(seed, 0x811c9dc5);
        this.#b = hash(seed, 0x9e3779b9);
        this.#c = hash(seed, 0x85ebca6b);
        // Seeds that differ in one letter part ways within some ten steps.
        for (let step = 0; step < 16; step++)
            this.next();
    }
    /** A whole number in 0..2³² − 1. */
    next() {
        const sum = (this.#a + this.#b + this.#counter) | 0;
        this.#counter = (this.#counter + 1) | 0;
        this.#a = this.#b ^ (this.#b >>> 9);
        this.#b = (this.#c + (this.#c << 3)) | 0;
        this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
        return sum >>> 0;
    }
    /** A whole number in 0..limit − 1; limit at most 2²⁰, beyond which some come up measurably more often. */
    below(limit) {
        return Math.floor((this.next() * limit) / 2 ** 32);
    }
}
function hash(text, offset) {
    let state = offset;
    for (let index = 0; index < text.length; index++) {
        state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
    }
    return state;
}
