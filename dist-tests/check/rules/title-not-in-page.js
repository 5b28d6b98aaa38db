import { excerpt } from "../../gold/yaml/fault.js";
import { isInSource, lettersOf } from "../facts/source-text.js";
/** A title that nobody could read off the page. */
export const titleNotInPage = {
    name: 'title-not-in-page',
    description: 'The title stands nowhere in the source of the page, head and scripts included, case and punctuation aside: no extractor can return it.',
    check(page) {
        const { title } = page.gold.metadata;
        if (title === undefined || isInSource(page, lettersOf(title)))
            return [];
        return [
            {
                place: { section: 'title' },
                found: `the title ${excerpt(title)}, which is nowhere in the page`,
                expected: 'the headline as the page has it, without the name of the site',
                mend: 'write it as the page has it',
            },
        ];
    },
};
