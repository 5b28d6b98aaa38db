import { tokenize } from "../../document/tokens.js";
import { toNormalForm } from "../../document/normal-form.js";
import { Vocabulary } from "../../document/vocabulary.js";
import { sharedCount, toBag } from "../bag.js";
/** The form in which metadata is compared: normal form of `tokens`, lower case, white space folded and trimmed. */
export function plainForm(text) {
    return toNormalForm(text).text.toLowerCase().replace(/\s+/gu, ' ').trim();
}
/** Tokens that two texts share, as multisets, and how many each of them has. */
export function sharedTokens(gold, returned) {
    const vocabulary = new Vocabulary();
    const bagOf = (text) => toBag(tokenize([{ text: plainForm(text) }], vocabulary).ids);
    const [left, right] = [bagOf(gold), bagOf(returned)];
    return { shared: sharedCount(left, right), gold: left.total, returned: right.total };
}
