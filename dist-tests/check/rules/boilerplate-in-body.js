import { excerpt } from "../../gold/yaml/fault.js";
import { pageLabels } from "../facts/page-text.js";
import { goldTexts } from "../facts/gold-texts.js";
/** A text cannot be content and boilerplate in one place. */
export const boilerplateInBody = {
    name: 'boilerplate-in-body',
    description: 'An entry of boilerplate has no place of its own: it stands in the page only inside texts of the body or comments, or inside a longer entry.',
    check(page) {
        return pageLabels(page)
            .placements.filter(({ label, found }) => label.type === 'boilerplate' && found === 'taken')
            .map(({ label, text }) => {
            const gold = goldTexts(page).find((each) => each.place.section === label.part && each.text === text);
            return {
                ...(gold && { place: gold.place }),
                found: `${gold?.name ?? 'boilerplate'} ${excerpt(text)}, which stands in the page only where other gold has it`,
                expected: 'a place in the page that no other label has',
                mend: 'take the entry away; or, where it is boilerplate in the midst of a text, divide that text around it',
            };
        });
    },
};
