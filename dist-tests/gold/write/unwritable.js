import { LONE_SURROGATE, SEPARATOR, separatorFinding } from "../yaml/separators.js";
import { strangerInLiteral } from "./text-style.js";
/** The texts that would not come back from a file as they are, in the order of the tree. */
export function findUnwritable(value, place = '') {
    if (value.type === 'text') {
        const finding = findingOf(value.text, /(?:^|\.)code\??$/u.test(place));
        return finding ? [{ ...finding, place, text: value }] : [];
    }
    if (value.type === 'list') {
        return value.items.flatMap((item, index) => findUnwritable(item.value, `${place}[${index + 1}]`));
    }
    return value.fields.flatMap((field) => findUnwritable(field.value, place === '' ? field.key : `${place}.${field.key}`));
}
function findingOf(text, isCode) {
    if (!text.isWellFormed())
        return LONE_SURROGATE;
    const separator = SEPARATOR.exec(text)?.[0];
    if (separator !== undefined)
        return separatorFinding(separator);
    return isCode ? findingOfCode(text) : undefined;
}
function findingOfCode(text) {
    const stranger = strangerInLiteral(text);
    return stranger === undefined ? undefined : { ...separatorFinding(stranger), expected: AS_IT_STANDS };
}
const AS_IT_STANDS = 'code that a literal block can hold as it stands';
