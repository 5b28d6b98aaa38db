import { fact } from "../fact.js";
import { goldTexts } from "./gold-texts.js";
/** All texts of a page's labels, in no order that matters. */
export const labelTexts = fact((page) => {
    const { segments, metadata } = page.gold;
    const { title, publisher, authors = [] } = metadata;
    return [
        ...(title === undefined
            ? []
            : [{ name: 'the title', text: title, place: { section: 'title' } }]),
        ...(publisher === undefined ? [] : [{ name: 'the publisher', text: publisher }]),
        ...authors.map((text) => ({ name: 'the author', text, place: { section: 'authors' } })),
        ...goldTexts(page),
        ...[...(segments?.with ?? []), ...(segments?.without ?? [])].map((text) => ({
            name: 'the segment',
            text,
        })),
    ];
});
