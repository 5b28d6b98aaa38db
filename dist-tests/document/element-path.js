import { attributeOf } from "./html/attribute.js";
/** Classes beyond these say little more and make paths unreadable: frameworks give an element dozens. */
const MOST_CLASSES = 2;
/**
 * The path of an element from the root, as a CSS selector that people can read and developer tools take:
 * `html > body > div#story.article > p:nth-of-type(3)`. An identifier stands for itself; otherwise up to two
 * classes and, among siblings of its name, its place. Identifiers and classes that CSS would need escapes for are
 * left out.
 */
export function elementPath(element) {
    const steps = [];
    for (let at = element; at !== null && 'tagName' in at; at = at.parentNode) {
        steps.push(stepOf(at));
    }
    return steps.toReversed().join(' > ');
}
const PLAIN_NAME = /^[A-Za-z_][\w-]*$/u;
function stepOf(element) {
    const { tagName } = element;
    const id = attributeOf(element, 'id')?.trim();
    const named = id !== undefined && PLAIN_NAME.test(id);
    const classes = (attributeOf(element, 'class') ?? '').split(/\s+/u).filter((name) => PLAIN_NAME.test(name));
    const shown = classes.slice(0, MOST_CLASSES).map((name) => `.${name}`);
    return [tagName, named ? `#${id}` : '', ...shown, named ? '' : placeOf(element)].join('');
}
function placeOf(element) {
    const siblings = element.parentNode?.childNodes ?? [];
    const same = siblings.filter((node) => 'tagName' in node && node.tagName === element.tagName);
    return same.length < 2 ? '' : `:nth-of-type(${same.indexOf(element) + 1})`;
}
