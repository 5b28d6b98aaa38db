import { CharacterClass, characterClass } from "./characters.js";
import { toNormalForm } from "./normal-form.js";
const WHITE = /[\s\u0085]/u;
/** Joins blocks to one text as `squeeze` gives it, with where each character comes from. No blocks: empty. */
export function toSqueezedText(blocks) {
    const pieces = [];
    const columns = {
        block: [],
        start: [],
        end: [],
        glued: [],
    };
    blocks.forEach(({ text: source }, block) => {
        const { text, origin } = toNormalForm(source);
        let before = CharacterClass.OTHER;
        let piece = '';
        for (let at = 0; at < text.length; at++) {
            const unit = text[at];
            if (WHITE.test(unit)) {
                before = CharacterClass.OTHER;
                continue;
            }
            const here = classAt(text, at, before);
            piece += unit;
            columns.block.push(block);
            columns.start.push(origin ? origin.start[at] : at);
            columns.end.push(origin ? origin.end[at] : at + 1);
            columns.glued.push(goesOn(before, here) ? 1 : 0);
            before = here;
        }
        pieces.push(piece);
    });
    return {
        text: pieces.join(''),
        block: Int32Array.from(columns.block),
        start: Int32Array.from(columns.start),
        end: Int32Array.from(columns.end),
        glued: Uint8Array.from(columns.glued),
    };
}
/** The second half of a surrogate pair is what its first half is. */
function classAt(text, at, before) {
    const unit = text.charCodeAt(at);
    return unit >= 0xdc00 && unit <= 0xdfff ? before : characterClass(text.codePointAt(at));
}
function goesOn(before, here) {
    if (before === CharacterClass.OTHER || here === CharacterClass.OTHER)
        return false;
    return here === CharacterClass.MARK || (here === before && here === CharacterClass.WORD);
}
