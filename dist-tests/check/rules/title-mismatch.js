import { excerpt } from "../../gold/yaml/fault.js";
import { squeeze } from "../../document/squeeze.js";
import { contentTexts } from "../facts/gold-texts.js";
/** Two titles of one page. */
export const titleMismatch = {
    name: 'title-mismatch',
    description: 'The title differs from the title block of the body, white space and case aside: one page has two truths about its title.',
    check(page) {
        const { title } = page.gold.metadata;
        const blocks = contentTexts(page).filter(({ name }) => name === 'title');
        if (title === undefined || blocks.length === 0)
            return [];
        const wanted = squeeze(title).toLowerCase();
        if (blocks.some(({ squeezed }) => squeezed.toLowerCase() === wanted))
            return [];
        return [
            {
                place: { section: 'title' },
                found: `the title ${excerpt(title)}, and ${excerpt(blocks[0].text)} as title block of the body`,
                expected: 'the same headline in both',
                mend: 'write both as the page has its headline',
            },
        ];
    },
};
