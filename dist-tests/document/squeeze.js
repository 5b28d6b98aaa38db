import { toNormalForm } from "./normal-form.js";
const SPACE = /[\s\u0085]+/u;
/**
 * A text in normal form and without any white space, in which glue, line breaks and invisible characters make no
 * difference: gold and page are compared so. Word by word, because only few words of a page are not in normal form, and
 * those that are cost next to nothing.
 */
export function squeeze(text) {
    return text
        .split(SPACE)
        .map((word) => toNormalForm(word).text)
        .join('')
        .replace(ALL_SPACE, '');
}
/** The normal form of some signs has a space of its own: ´ is a space with an accent. */
const ALL_SPACE = new RegExp(SPACE.source, 'gu');
