import { excerpt } from "../../gold/yaml/fault.js";
import { goldTexts } from "../facts/gold-texts.js";
import { placeOf } from "../missing-text.js";
/** Text that must come out twice, of a page that has it once. */
export const repeatedGold = {
    name: 'repeated-gold',
    description: 'A block stands in gold more often than in the page, so it must come out more often than it can; or boilerplate lists a text twice, where once labels every occurrence.',
    check(page) {
        const seen = new Map();
        return goldTexts(page).flatMap((gold) => {
            const key = `${gold.place.section === 'boilerplate' ? 'around' : 'in'} ${gold.from ?? ''} ${gold.squeezed}`;
            const times = (seen.get(key) ?? 0) + 1;
            seen.set(key, times);
            if (times === 1)
                return [];
            if (gold.place.section === 'boilerplate')
                return [listedTwice(gold)];
            const there = countOf(placeOf(gold.from)(page), gold.squeezed);
            return there > 0 && times > there ? [toFinding(gold, times, there)] : [];
        });
    },
};
function countOf(source, text) {
    let count = 0;
    for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + text.length))
        count++;
    return count;
}
function toFinding({ name, text, place }, times, there) {
    return {
        place,
        found: `${name} ${excerpt(text)} for the ${ordinal(times)} time, while the page has it ${there === 1 ? 'once' : `${there} times`}`,
        expected: 'each block as often as the page has it',
        mend: 'take it out where the page does not have it',
    };
}
function ordinal(count) {
    return count < 4 ? (['first', 'second', 'third'][count - 1] ?? '') : `${count}th`;
}
function listedTwice({ name, text, place }) {
    return {
        place,
        found: `${name} ${excerpt(text)} a second time under "boilerplate"`,
        expected: 'each text once, because an entry labels every occurrence',
        mend: 'take one of the two away',
    };
}
