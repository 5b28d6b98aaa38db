import { toSqueezedText } from "../document/squeezed-text.js";
import { tokenize } from "../document/tokens.js";
import { Vocabulary } from "../document/vocabulary.js";
import { findAltered } from "./altered.js";
import { Claims } from "./claims.js";
import { needlesOf } from "./needles.js";
import { placeInOrder } from "./place-in-order.js";
import { placeTokens } from "./placed-tokens.js";
import { toSpans } from "./spans.js";
/** A text with more places than this (a cell `1`) is placed after those around it. */
const MOST_PLACES = 256;
/** Boilerplate is labelled wherever it stands, but not more often than this. */
const MOST_OCCURRENCES = 10_000;
/**
 * Says what every piece of a page is by its gold. White space does not count, and a word that is glued of two
 * texts is divided between them. In this order, and a piece that has a label keeps it:
 *
 * 1. the body, in its order: as much of it as can be placed so, together where it stands more than once; what is
 *    not there to the letter, by its tokens between its neighbours; what is left, anywhere;
 * 2. comments, in the same way;
 * 3. the title of the metadata, unless the body has one: where it stands last before the body;
 * 4. boilerplate around the body: longest first, each wherever it stands.
 *
 * Gold that says `from: script` or `from: hidden` is looked for in the page's unseen text, and labels nothing.
 */
export function labelPage(page, gold) {
    return new Labelling(page).run(gold);
}
class Labelling {
    #page;
    #text;
    #claims;
    #labels = [];
    #placements = [];
    #vocabulary = new Vocabulary();
    #tokens;
    #unseen;
    constructor(page) {
        this.#page = page;
        this.#text = toSqueezedText(page.blocks);
        this.#claims = new Claims(this.#text);
    }
    run(gold) {
        const { title, body, comments, boilerplate } = needlesOf(gold);
        this.#placeList(body);
        const start = this.#labels.length === 0 ? undefined : this.#firstClaim();
        this.#placeList(comments);
        for (const needle of title)
            this.#placeTitle(needle, start);
        for (const needle of boilerplate.flat().toSorted((a, b) => b.squeezed.length - a.squeezed.length)) {
            this.#placeEverywhere(needle);
        }
        const spans = toSpans(this.#text, this.#claims, this.#labels);
        return { page: this.#page, spans, placements: this.#placements };
    }
    /** Places texts that stand in an order. */
    #placeList(entries) {
        const needles = this.#divide(entries.map((entry) => entry.filter((needle) => !this.#isUnseen(needle))));
        const places = placeInOrder(needles.map(({ squeezed }) => ({ length: squeezed.length, places: this.#freePlaces(squeezed) })));
        const left = [];
        needles.forEach((needle, index) => {
            const place = places[index];
            if (place === undefined)
                left.push({ needle, index });
            else
                this.#claimAll(needle, place, 'in place');
        });
        for (const { needle, index } of left)
            this.#placeBetween(needle, this.#gapAt(index, needles, places));
    }
    /** An entry whose texts follow each other in the page is one text; any other is its texts. */
    #divide(entries) {
        return entries.flatMap((entry) => {
            if (entry.length === 0)
                return [];
            const whole = entry.map(({ squeezed }) => squeezed).join('');
            if (entry.length === 1 || this.#claims.text.includes(whole))
                return [{ squeezed: whole, parts: entry }];
            return entry.map((needle) => ({ squeezed: needle.squeezed, parts: [needle] }));
        });
    }
    #freePlaces(text) {
        const places = this.#claims.occurrences(text, MOST_PLACES + 1);
        if (places.length > MOST_PLACES)
            return [];
        return places.filter((at) => this.#claims.isFree(at, at + text.length));
    }
    /** Between what was placed before and after, as far as it is known. */
    #gapAt(index, needles, places) {
        const before = places.findLastIndex((place, at) => at < index && place !== undefined);
        const after = places.findIndex((place, at) => at > index && place !== undefined);
        const from = before < 0 ? 0 : places[before] + needles[before].squeezed.length;
        return [from, after < 0 ? this.#claims.text.length : places[after]];
    }
    #placeBetween(needle, [from, to]) {
        const { squeezed } = needle;
        const places = this.#claims.occurrences(squeezed, MOST_OCCURRENCES);
        const free = places.filter((at) => this.#claims.isFree(at, at + squeezed.length));
        const inside = free.find((at) => at >= from && at + squeezed.length <= to);
        if (inside !== undefined)
            this.#claimAll(needle, inside, 'in place');
        else if (this.#claimAltered(needle, [from, to]))
            return;
        else if (free[0] !== undefined)
            this.#claimAll(needle, free[0], 'out of order');
        else
            for (const part of needle.parts)
                this.#place(part, places.length > 0 ? 'taken' : 'absent');
    }
    #claimAltered({ parts }, gap) {
        const text = parts.map((part) => part.text).join('\n');
        const stretches = findAltered(text, this.#pageTokens(), this.#vocabulary, gap);
        if (stretches === undefined)
            return false;
        const number = this.#labels.push(parts[0].label) - 1;
        for (const { start, end } of stretches) {
            if (this.#claims.isFree(start, end))
                this.#claims.claim(start, end, number);
        }
        for (const part of parts)
            this.#place(part, 'altered');
        return true;
    }
    #pageTokens() {
        return (this.#tokens ??= placeTokens(tokenize(this.#page.blocks, this.#vocabulary), this.#text));
    }
    #placeTitle(needle, bodyStart) {
        const { length } = needle.squeezed;
        const free = this.#freePlaces(needle.squeezed);
        const place = free.findLast((at) => bodyStart === undefined || at + length <= bodyStart) ?? free[0];
        if (place === undefined)
            this.#place(needle, this.#claims.text.includes(needle.squeezed) ? 'taken' : 'absent');
        else
            this.#claimAll({ squeezed: needle.squeezed, parts: [needle] }, place, 'in place');
    }
    #placeEverywhere(needle) {
        if (this.#isUnseen(needle))
            return;
        const { squeezed } = needle;
        const places = this.#claims.occurrences(squeezed, MOST_OCCURRENCES);
        const number = this.#labels.push(needle.label) - 1;
        let isPlaced = false;
        for (const at of places) {
            if (!this.#claims.isFree(at, at + squeezed.length))
                continue;
            this.#claims.claim(at, at + squeezed.length, number);
            isPlaced = true;
        }
        this.#place(needle, isPlaced ? 'in place' : places.length > 0 ? 'taken' : 'absent');
    }
    /** Settles what the gold says stands in unseen text. */
    #isUnseen(needle) {
        if (needle.from === undefined)
            return false;
        this.#unseen ??= toSqueezedText(this.#page.unseen).text;
        this.#place(needle, this.#unseen.includes(needle.squeezed) ? 'unseen' : 'absent');
        return true;
    }
    #claimAll({ parts }, place, found) {
        let start = place;
        for (const part of parts) {
            const number = this.#labels.push(part.label) - 1;
            this.#claims.claim(start, start + part.squeezed.length, number);
            start += part.squeezed.length;
            this.#place(part, found);
        }
    }
    #place({ label, text }, found) {
        this.#placements.push({ label, text, found });
    }
    #firstClaim() {
        for (let at = 0; at < this.#claims.text.length; at++)
            if (this.#claims.claimAt(at) !== undefined)
                return at;
        return undefined;
    }
}
