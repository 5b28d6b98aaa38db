import { pageToDocument } from "../../document/page-document.js";
import { documentToText } from "../../document/plain-text.js";
import { squeeze } from "../../document/squeeze.js";
import { tokenize } from "../../document/tokens.js";
import { unhiddenText } from "../../document/unhidden-text.js";
import { Vocabulary } from "../../document/vocabulary.js";
import { labelPage } from "../../label/label-page.js";
import { fact } from "../fact.js";
/** The page, decoded and parsed once for all that is asked of it. */
export const pageDocument = fact(({ page }) => pageToDocument(page));
/** What every piece of it is by the gold. */
export const pageLabels = fact((page) => labelPage(pageDocument(page), page.gold));
/** What a reader sees of the page, one block a line. */
export const pageText = fact((page) => documentToText(pageDocument(page)));
/** The same without white space. */
export const squeezedText = fact((page) => {
    return squeeze(pageText(page));
});
/** The same in lower case. */
export const foldedText = fact((page) => {
    return squeezedText(page).toLowerCase();
});
/** Without white space, what a reader sees and what hidden elements hold. */
export const unhiddenSqueezedText = fact((page) => {
    const { tree } = pageDocument(page);
    return tree === undefined ? squeezedText(page) : squeeze(unhiddenText(tree));
});
/** The tokens of what a reader sees, as one block. */
export const pageTokens = fact((page) => {
    const vocabulary = new Vocabulary();
    return { tokens: tokenize([{ text: pageText(page) }], vocabulary), vocabulary };
});
