import { foldedText, squeezedText, unhiddenSqueezedText } from "./facts/page-text.js";
import { sourceText } from "./facts/source-text.js";
import { nearestText } from "./nearest-text.js";
/** @param squeezed the text without white space */
export function whereaboutsOf(page, squeezed) {
    if (squeezedText(page).includes(squeezed))
        return 'shown';
    if (foldedText(page).includes(squeezed.toLowerCase()))
        return 'other-case';
    if (unhiddenSqueezedText(page).includes(squeezed))
        return 'hidden';
    return sourceText(page).includes(squeezed) ? 'source' : 'nowhere';
}
const IN_WORDS = {
    shown: 'in the page',
    'other-case': 'in the page in other case only',
    hidden: 'in a hidden element of the page only',
    source: 'in a script, an attribute or the head of the page only',
    nowhere: 'nowhere in the page',
};
/** What to say of a text that a reader does not see in the page: where it is instead, or what comes nearest. */
export function describeAbsence(page, text, where) {
    return IN_WORDS[where] + (where === 'nowhere' ? nearestText(page, text) : '');
}
