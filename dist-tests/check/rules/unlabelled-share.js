import { elementPath } from "../../document/element-path.js";
import { elementAt } from "../../document/page-block.js";
import { tokenize } from "../../document/tokens.js";
import { Vocabulary } from "../../document/vocabulary.js";
import { excerpt } from "../../gold/yaml/fault.js";
import { labelTokens } from "../../label/token-labels.js";
import { pageDocument, pageLabels } from "../facts/page-text.js";
import { goldTexts } from "../facts/gold-texts.js";
/** More of a page than this without a label is more than a clock or a counter that was overlooked. */
const MOST_UNLABELLED = 0.05;
/** Text that nobody looked at may be content that was forgotten, and what leaks from it cannot be named. */
export const unlabelledShare = {
    name: 'unlabelled-share',
    description: `A page whose boilerplate is labelled has no label on more than ${100 * MOST_UNLABELLED} % of its text: content may have been forgotten, and leaks from there have no name.`,
    check(page) {
        if (!goldTexts(page).some(({ type }) => type === 'boilerplate'))
            return [];
        const { blocks } = pageDocument(page);
        const tokens = tokenize(blocks, new Vocabulary());
        const pieces = labelTokens(pageLabels(page), tokens);
        const unlabelled = [...pieces.keys()].filter((index) => pieces[index].some(({ label }) => label === undefined));
        if (unlabelled.length <= MOST_UNLABELLED * tokens.length)
            return [];
        const first = unlabelled[0];
        const block = blocks[tokens.block[first]];
        const element = elementAt(block, tokens.start[first]);
        const where = element === undefined ? '' : ` in ${elementPath(element)}`;
        return [
            {
                place: { section: 'boilerplate' },
                found: `no label on ${unlabelled.length} of ${tokens.length} tokens of the page, the first in ${excerpt(block.text.slice(tokens.start[first]))}${where}`,
                expected: `a label on all of its text, or all but ${100 * MOST_UNLABELLED} %`,
                mend: 'add what is missing to the body, or to the boilerplate by its category',
            },
        ];
    },
};
