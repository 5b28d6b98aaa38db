import { goldTexts } from "../facts/gold-texts.js";
import { isInPage, missingText } from "../missing-text.js";
/** A label that labels nothing. */
export const boilerplateNotInPage = {
    name: 'boilerplate-not-in-page',
    description: 'An entry of boilerplate is not in the page, white space aside: it labels nothing.',
    check(page) {
        return goldTexts(page)
            .filter((gold) => gold.type === 'boilerplate' && !isInPage(page, gold))
            .map((gold) => missingText(page, gold));
    },
};
