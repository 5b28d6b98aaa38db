import { squeeze } from "../../document/squeeze.js";
import { fact } from "../fact.js";
/** All texts of body, comments and boilerplate, each section in its order. Empty texts are left out. */
export const goldTexts = fact(({ gold }) => {
    return [
        ...textsOf('body', gold.body ?? []),
        ...textsOf('comments', gold.comments),
        ...textsOf('boilerplate', gold.boilerplate),
    ];
});
/** The texts of the body that are content. */
export const contentTexts = fact((page) => {
    return goldTexts(page).filter(({ type, place }) => type === 'block' && place.section === 'body');
});
function textsOf(section, entries) {
    return entries
        .flatMap((entry) => leavesOf(entry))
        .map((leaf, index) => ({ ...leaf, squeezed: squeeze(leaf.text), place: { section, index } }))
        .filter(({ squeezed }) => squeezed !== '');
}
function leavesOf(entry, outer) {
    const from = entry.from ?? outer;
    const origin = from === undefined ? {} : { from };
    if (entry.type === 'boilerplate') {
        return [{ type: 'boilerplate', name: entry.category, text: entry.text, ...origin }];
    }
    if ('text' in entry)
        return [{ type: 'block', name: entry.kind, text: entry.text, ...origin }];
    return cellsOf(entry).flatMap((cell) => typeof cell === 'string'
        ? [{ type: 'block', name: entry.kind, text: cell, ...origin }]
        : cell.flatMap((block) => leavesOf(block, from)));
}
function cellsOf(block) {
    if ('rows' in block)
        return block.rows.flat();
    if ('items' in block)
        return block.items;
    return block.entries.flatMap(({ term, texts }) => [term, ...texts]);
}
