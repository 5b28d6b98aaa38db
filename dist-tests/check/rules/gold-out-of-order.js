import { excerpt } from "../../gold/yaml/fault.js";
import { placeInOrder } from "../../label/place-in-order.js";
import { placesOf } from "../../label/places-of.js";
import { goldTexts } from "../facts/gold-texts.js";
import { squeezedText } from "../facts/page-text.js";
/** Blocks in another order than the page has: every extractor that keeps the page's loses by them. */
export const goldOutOfOrder = {
    name: 'gold-out-of-order',
    description: 'A block of the body stands in the page only before blocks that precede it in gold: an extractor that keeps the order of the page loses it.',
    check(page) {
        const source = squeezedText(page);
        const body = goldTexts(page).filter(({ place, from }) => place.section === 'body' && from === undefined);
        const present = body
            .map((gold) => ({
            gold,
            length: gold.squeezed.length,
            places: placesOf(gold.squeezed, source, MOST_PLACES),
        }))
            .filter(({ places }) => places.length > 0 && places.length < MOST_PLACES);
        const placed = placeInOrder(present);
        return present.flatMap(({ gold }, index) => {
            if (placed[index] !== undefined)
                return [];
            const before = placed.findLastIndex((place, other) => other < index && place !== undefined);
            return [toFinding(gold, present[before]?.gold)];
        });
    },
};
/** A text that stands there as often as this is a sign or a letter, and says nothing about order. */
const MOST_PLACES = 200;
function toFinding({ name, text, place }, before) {
    const neighbour = before === undefined ? 'the blocks around it' : `${before.name} ${excerpt(before.text)}`;
    return {
        place,
        found: `${name} ${excerpt(text)} behind ${neighbour}, where the page has it no more`,
        expected: 'blocks in the order of the page',
        mend: 'move it to its place in the body',
    };
}
