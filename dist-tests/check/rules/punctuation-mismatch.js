import { excerpt } from "../../gold/yaml/fault.js";
import { MEND, missingBlocks } from "../missing-text.js";
import { nearestText } from "../nearest-text.js";
/** A block whose words the page has in a row, with other signs: list marks, quotation marks, dashes. */
export const punctuationMismatch = {
    name: 'punctuation-mismatch',
    description: 'A block has other punctuation than the page, the words being the same: metrics of words do not see it, those that compare text do.',
    check(page) {
        return missingBlocks(page)
            .filter(({ differs }) => differs === 'signs')
            .map(({ gold: { name, text, place } }) => ({
            place,
            found: `${name} ${excerpt(text)}, whose words the page has with other punctuation${nearestText(page, text)}`,
            expected: 'text of the page, white space aside',
            mend: MEND,
        }));
    },
};
