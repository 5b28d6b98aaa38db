import { excerpt } from "../gold/yaml/fault.js";
import { fact } from "./fact.js";
import { goldTexts } from "./facts/gold-texts.js";
import { squeezedText, unhiddenSqueezedText } from "./facts/page-text.js";
import { sourceText } from "./facts/source-text.js";
import { hasWordsOf } from "./nearest-text.js";
import { describeAbsence, whereaboutsOf } from "./whereabouts.js";
/** Whether the page has a text of gold where gold says that it is: seen by a reader, hidden, or in a script. */
export function isInPage(page, gold) {
    return placeOf(gold.from)(page).includes(gold.squeezed);
}
/** The blocks of body and comments that the page does not have. */
export const missingBlocks = fact((page) => {
    return goldTexts(page)
        .filter((gold) => gold.type === 'block' && !isInPage(page, gold))
        .map((gold) => ({
        gold,
        differs: gold.from === undefined && hasWordsOf(page, gold.text) ? 'signs' : 'words',
    }));
});
/** The text of the page, without white space, in which gold of that origin is looked for. */
export function placeOf(from) {
    if (from === 'script')
        return sourceText;
    return from === 'hidden' ? unhiddenSqueezedText : squeezedText;
}
/** The finding about a text that is not in the page; where it can be told, with what to write instead. */
export function missingText(page, { name, text, squeezed, from, place }) {
    const where = whereaboutsOf(page, squeezed);
    return {
        place,
        found: `${name} ${excerpt(text)}, which is ${describeAbsence(page, text, where)}`,
        expected: 'text of the page, white space aside',
        mend: (from === undefined ? MEND_BY_ORIGIN[where] : undefined) ?? MEND,
    };
}
/** What to write or take away. */
export const MEND = 'write it as the page has it, or take the entry away';
const MEND_BY_ORIGIN = {
    hidden: 'add "from: hidden", or take the entry away',
    source: 'add "from: script" if it is text of a script, or take the entry away',
};
