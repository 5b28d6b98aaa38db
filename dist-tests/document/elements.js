/**
 * What the harness makes of each HTML element when it turns a page into blocks. The rules follow what a
 * reader with a browser sees: text that is never rendered is no text, an inline element never splits a word,
 * a block element always does. Elements that are in no list are inline, custom elements too, as browsers have it.
 */
/**
 * Elements whose content is never shown as text, or is not text of the page. A page's scripts are taken to run,
 * so `noscript` is not shown. A formula counts once, not in the other notations that may stand beside it.
 */
export const SKIPPED = new Set([
    'head', 'title', 'script', 'style', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'object', 'embed',
    'svg', 'canvas', 'audio', 'video', 'datalist', 'select', 'textarea', 'rt', 'rtc', 'rp', 'annotation', 'annotation-xml',
]); // prettier-ignore
/** Elements that stand on lines of their own. */
export const BLOCK_LEVEL = new Set([
    'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dialog', 'dir',
    'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
    'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'optgroup', 'option', 'p',
    'plaintext', 'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr',
    'ul', 'xmp',
]); // prettier-ignore
/**
 * Inline elements that a reader sees as an object of its own: words on both sides of it are not one word. The
 * elements of a formula are such objects too: `<mn>1</mn><mn>2</mn>` in a fraction is not twelve.
 */
export const INLINE_OBJECTS = new Set([
    'img', 'input', 'button', 'meter', 'progress', 'select', 'textarea', 'iframe', 'object', 'embed', 'svg',
    'canvas', 'audio', 'video', 'marquee', 'mi', 'mn', 'mo', 'ms', 'mtext',
]); // prettier-ignore
/** Elements that keep their white space. */
export const PREFORMATTED = new Set(['pre', 'listing', 'xmp', 'plaintext']);
/** Elements that a table of data without header cells does not hold; one that has them only arranges the page. */
export const LAYOUT_SIGNS = new Set([
    'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'article', 'section', 'aside', 'nav', 'header', 'footer', 'main', 'form',
    'hr', 'figure',
]); // prettier-ignore
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const DISPLAY_STYLE = /(?:^|;)\s*display\s*:\s*([a-z-]+)/i;
/**
 * Whether attributes alone keep an element from being shown: `hidden`, an inline style, a closed dialog or
 * popover. `aria-hidden` does not: it hides from screen readers only. Nor does a `details` that is closed: a
 * click shows it.
 */
export function isHidden({ tagName, attrs }) {
    let isOpen = tagName !== 'dialog';
    for (const { name, value } of attrs) {
        if (name === 'style' && HIDDEN_STYLE.test(value))
            return true;
        if (name === 'hidden' && value.toLowerCase() !== 'until-found')
            return true;
        if (name === 'popover')
            return true;
        if (name === 'type' && tagName === 'input' && value.toLowerCase() === 'hidden')
            return true;
        if (name === 'open')
            isOpen = true;
    }
    return !isOpen;
}
/**
 * How an element takes its place, by its name; an inline style makes more of an inline element
 * (`display: block`), never less of a block-level one. A formula is a block where it says so.
 */
export function flowOf({ tagName, attrs }) {
    if (BLOCK_LEVEL.has(tagName))
        return 'block';
    const flow = tagName === 'math' || INLINE_OBJECTS.has(tagName) ? 'object' : 'inline';
    for (const { name, value } of attrs) {
        if (name === 'style')
            return flowOfDisplay(DISPLAY_STYLE.exec(value)?.[1] ?? '') ?? flow;
        if (name === 'display' && tagName === 'math' && value.toLowerCase() === 'block')
            return 'block';
    }
    return flow;
}
function flowOfDisplay(display) {
    if (/^(?:block|flex|grid|flow-root|list-item|table)/i.test(display))
        return 'block';
    return /^inline-/i.test(display) ? 'object' : undefined;
}
