import { Fate } from "../align/alignment.js";
import { CharacterClass, characterClass } from "../document/characters.js";
/**
 * Counts glued edges. An edge is glued if its word is missing and a surplus token in its place ends with it (a first
 * word) or begins with it (a last word) and is longer. In its place means beside the match of its neighbour in the
 * block; the word of a block of one word has no neighbour, and is glued if the token is it and the edge of a block next
 * to it. Scripts without spaces between words have no edges: there a character is a token, and nothing can be glued.
 */
export function gluedEdges(input) {
    const edges = edgesOf(input);
    const search = new GlueSearch(input);
    return { edges: edges.length, glued: edges.filter((edge) => search.isGlued(edge)).length };
}
function edgesOf({ goldTokens, goldDocument, wordOf }) {
    const blocks = blockRanges(goldTokens);
    const word = (token) => wordOf(goldTokens.ids[token]);
    return blocks.flatMap(({ start, end }, index) => {
        if (goldDocument.blocks[goldTokens.block[start]].role !== 'required')
            return [];
        const [before, after] = [blocks[index - 1], blocks[index + 1]];
        const edges = [
            {
                word: word(start),
                token: start,
                side: 'first',
                ...(end - start > 1 && { neighbour: start + 1 }),
                ...(before !== undefined && { across: word(before.end - 1) }),
            },
            {
                word: word(end - 1),
                token: end - 1,
                side: 'last',
                ...(end - start > 1 && { neighbour: end - 2 }),
                ...(after !== undefined && { across: word(after.start) }),
            },
        ];
        return edges.filter((edge) => characterClass(edge.word.codePointAt(0)) === CharacterClass.WORD);
    });
}
/** Stretches of tokens that share a block. */
function blockRanges({ block, length }) {
    const ranges = [];
    let start = 0;
    for (let end = 1; end <= length; end++) {
        if (end < length && block[end] === block[start])
            continue;
        ranges.push({ start, end });
        start = end;
    }
    return ranges;
}
class GlueSearch {
    /** For each gold token its place in the extraction, or −1. */
    #place;
    /** For each token of the extraction the word if it is surplus. */
    #surplus;
    #words;
    constructor({ alignment, gold, tokens, wordOf }) {
        this.#place = new Int32Array(gold.ids.length).fill(-1);
        this.#surplus = Array.from(alignment.fate, (fate, index) => {
            if (fate === Fate.SURPLUS)
                return wordOf(tokens.ids[index]);
            this.#place[alignment.goldOf[index]] = index;
            return undefined;
        });
        this.#words = new Set(this.#surplus);
    }
    isGlued({ word, token, neighbour, across, side }) {
        if (this.#place[token] >= 0)
            return false;
        if (neighbour === undefined) {
            return across !== undefined && this.#words.has(side === 'first' ? across + word : word + across);
        }
        const beside = this.#place[neighbour];
        if (beside < 0)
            return false;
        const glue = this.#surplus[side === 'first' ? beside - 1 : beside + 1];
        if (glue === undefined || glue.length <= word.length)
            return false;
        return side === 'first' ? glue.endsWith(word) : glue.startsWith(word);
    }
}
