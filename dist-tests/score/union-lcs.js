import { BitRows } from "../align/bit-rows.js";
import { Vocabulary } from "../document/vocabulary.js";
/**
 * How many tokens of a reference are hit: for each of its lines the union, over the lines of the candidate, of the
 * places on one longest common subsequence, a token counting no more often than either text has it. Which of several
 * longest subsequences is taken follows rouge-score's walk back through its table, cell by cell.
 *
 * Time: the product of the texts' lengths / 32 word steps at most; memory: near linear.
 */
export function unionHits(reference, candidate) {
    const vocabulary = new Vocabulary();
    const idsOf = (line) => Int32Array.from(line, (token) => vocabulary.idOf(token));
    const references = reference.map(idsOf);
    const candidates = candidate.map(idsOf);
    const left = [countsOf(references), countsOf(candidates)];
    const different = distinct(candidates);
    const occurs = new Uint8Array(vocabulary.size);
    let hits = 0;
    for (const line of references) {
        const union = unionOf(line, different, occurs);
        line.forEach((id, place) => {
            if (union[place] === 0 || left.some((counts) => (counts.get(id) ?? 0) === 0))
                return;
            hits++;
            for (const counts of left)
                counts.set(id, counts.get(id) - 1);
        });
    }
    return hits;
}
function countsOf(lines) {
    const counts = new Map();
    for (const line of lines)
        for (const id of line)
            counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
}
/** A line that stands twice adds nothing to a union. */
function distinct(lines) {
    return [...new Map(lines.map((line) => [line.join(' '), line])).values()];
}
/** 1 for each place of a line on the chosen common subsequence with one of the others. */
function unionOf(line, others, occurs) {
    const union = new Uint8Array(line.length);
    for (const id of line)
        occurs[id] = 1;
    for (const other of others) {
        const pattern = sharedPattern(other, occurs);
        if (pattern.ids.length > 0)
            markCommon(line, pattern, union);
    }
    for (const id of line)
        occurs[id] = 0;
    return union;
}
function sharedPattern(line, occurs) {
    const ids = [];
    const isFollowed = [];
    for (const id of line) {
        if (occurs[id] === 1) {
            ids.push(id);
            isFollowed.push(false);
        }
        else if (ids.length > 0) {
            isFollowed[ids.length - 1] = true;
        }
    }
    return { ids, isFollowed };
}
/**
 * Walks back as rouge-score does: equal tokens are taken; else a token of the pattern is skipped if skipping one of
 * the text would cost length, else one of the text. A clear bit of a row says that the subsequence is shorter without
 * that token of the text. Where the pattern had tokens that the text lacks, all tokens of the text that cost nothing
 * are skipped; tokens of the text that the pattern lacks never cost anything.
 */
function markCommon(line, { ids, isFollowed }, marks) {
    const wanted = new Set(ids);
    const places = [];
    line.forEach((id, place) => {
        if (wanted.has(id))
            places.push(place);
    });
    const text = Int32Array.from(places, (place) => line[place]);
    const rows = text.length <= 32 ? shortRows(text, ids) : longRows(text, ids);
    let at = text.length - 1;
    for (let j = ids.length; j > 0 && at >= 0;) {
        const clear = rows(j);
        if (isFollowed[j - 1])
            while (at >= 0 && !clear(at))
                at--;
        while (at >= 0 && text[at] !== ids[j - 1] && !clear(at))
            at--;
        if (at >= 0 && text[at] === ids[j - 1])
            marks[places[at--]] = 1;
        j--;
    }
}
function longRows(text, ids) {
    const local = new Map([...new Set(text)].map((id, index) => [id, index]));
    const toLocal = (id) => local.get(id);
    const rows = new BitRows(Int32Array.from(ids, toLocal), text.map(toLocal));
    return (j) => {
        const row = rows.row(j);
        return (at) => ((row[at >>> 5] >>> (at & 31)) & 1) === 0;
    };
}
/** The rows of `BitRows` for a text of at most 32 tokens, which most lines are: one word a row. */
function shortRows(text, ids) {
    const rows = [-1];
    for (const id of ids) {
        let mask = 0;
        for (let at = 0; at < text.length; at++)
            if (text[at] === id)
                mask |= 1 << at;
        const row = rows.at(-1);
        rows.push((row + (row & mask)) | (row & ~mask));
    }
    return (j) => {
        const row = rows[j];
        return (at) => ((row >>> at) & 1) === 0;
    };
}
