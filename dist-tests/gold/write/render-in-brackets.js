import { quoted, wordInFlow } from "./text-style.js";
/** A value on one line, lists in `[…]` and maps in `{ … }`; comments inside it go above that line. */
export function renderInBrackets(value, brackets) {
    return { above: commentsWithin(value), lines: [lineOf(value, brackets)] };
}
function lineOf(value, brackets) {
    if (value.type === 'text')
        return brackets === 'words' ? wordInFlow(value.text) : quoted(value.text);
    if (value.type === 'list')
        return `[${value.items.map((item) => lineOf(item.value, brackets)).join(', ')}]`;
    if (value.fields.length === 0)
        return '{}';
    return `{ ${value.fields.map((field) => `${field.key}: ${lineOf(field.value, brackets)}`).join(', ')} }`;
}
function commentsWithin(value) {
    if (value.type === 'text')
        return [];
    const children = value.type === 'list' ? value.items : value.fields;
    return [...children.flatMap((child) => [...child.before, ...commentsWithin(child.value)]), ...value.after];
}
