import { labelTexts } from "./facts/label-texts.js";
/** One finding for each label that holds characters of a pattern; `toFinding` is given their names in one text. */
export function findCharacters(page, pattern, toFinding) {
    return labelTexts(page).flatMap((label) => {
        const found = new Set(Array.from(label.text.matchAll(pattern), ([character]) => nameOf(character)));
        if (found.size === 0)
            return [];
        const { place } = label;
        return [{ ...toFinding(label, [...found].join(', ')), ...(place === undefined ? {} : { place }) }];
    });
}
/** `U+200B`. */
function nameOf(character) {
    return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
