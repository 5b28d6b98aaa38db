import { parseHtml } from "./bounded-parser.js";
import { Walk } from "./walk.js";
/** Attributes that hold words for people. */
const WORDED = new Set([
    'alt', 'title', 'aria-label', 'placeholder', 'content', 'summary', 'label',
]); // prettier-ignore
/**
 * The unseen text of a page: first what the walk passed over, in the order of the page, then the attributes.
 *
 * @param passedOver what was left out of the text of the page
 */
export function findUnseenText(tree, passedOver) {
    const found = [];
    const rest = passedOver.toReversed();
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
        const { texts, inside } = next.because === 'hidden' ? ofHidden(next.element) : ofUnrendered(next.element);
        found.push(...texts.filter(({ text }) => text.trim() !== ''));
        for (const each of inside.toReversed())
            rest.push(each);
    }
    return [...found, ...attributeTexts(tree)];
}
function ofHidden(element) {
    const { blocks, sources, passedOver } = new Walk('all', 'text and sources').run(element);
    const texts = blocks.map(({ text }, index) => {
        return { where: 'hidden', text, element: sources[index][0]?.element ?? element };
    });
    return { texts, inside: passedOver };
}
function ofUnrendered(element) {
    switch (element.tagName) {
        case 'style':
            return { texts: [], inside: [] };
        case 'script':
            return { texts: [{ where: 'script', text: scriptText(textOf(element)), element }], inside: [] };
        case 'noscript':
            return ofMarkup(element, parseHtml(textOf(element)));
        case 'template':
            return ofMarkup(element, isTemplate(element) ? element.content : element);
        default:
            return ofChildren(element);
    }
}
function isTemplate(element) {
    return 'content' in element;
}
/** Markup that a browser with scripts holds back. */
function ofMarkup(element, content) {
    const { blocks } = new Walk('all', 'text').run(content);
    return {
        texts: blocks.map(({ text }) => ({ where: 'unrendered', text, element })),
        inside: [],
    };
}
function ofChildren(element) {
    const inside = element.childNodes.filter((node) => 'tagName' in node);
    const texts = [{ where: 'unrendered', text: textOf(element), element }];
    return { texts, inside: inside.map((child) => ({ element: child, because: 'not text' })) };
}
/** The text directly in an element. */
function textOf(element) {
    return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}
const ESCAPE = /\\(?:u([\dA-Fa-f]{4})|(.))/gsu;
const TAG = /<\/?[A-Za-z][^<>]*>/gu;
/** What a script says: its strings with their escapes undone, and without the tags in them. */
function scriptText(source) {
    const said = source.replace(ESCAPE, (_, code, character) => {
        if (code !== undefined)
            return String.fromCharCode(Number.parseInt(code, 16));
        return /[nrt]/u.test(character) ? ' ' : character;
    });
    return said.replace(TAG, ' ');
}
function attributeTexts(tree) {
    const found = [];
    const rest = tree.childNodes.toReversed();
    for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
        if (!('tagName' in node))
            continue;
        for (const { name, value } of node.attrs) {
            if (!WORDED.has(name) || value.trim() === '')
                continue;
            found.push({ where: 'attribute', text: value, element: node, attribute: name });
        }
        for (const child of node.childNodes.toReversed())
            rest.push(child);
    }
    return found;
}
