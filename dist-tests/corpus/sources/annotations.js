/** Elements that the annotators' tool put around text; what they hold is of the page. */
const WRAPPER = /^marked-(?:text|tail|head)$/;
/** Attributes of the tool. */
const ATTRIBUTE = /^(?:cc-|data-anno-)/;
/** Its classes, each with the white space before it, in a quoted attribute. */
const TOOL_CLASSES = /(?<=")(?:mark-selected|cc-unloaded)(?=["\s])|\s+(?:mark-selected|cc-unloaded)(?=["\s])/g;
/** Elements of which the content is text, whatever it looks like. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes', 'plaintext']); // prettier-ignore
/** The style sheet of the tool, and the line feed before it. */
const STYLE_SHEET = /\n?<style id="cc-extraStyle"[^>]*>[^<]*<\/style>/g;
const TAG_OR_COMMENT = /<!--|<(\/?)([a-zA-Z][^\s/>]*)/g;
const NEXT_ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?/y;
/**
 * Takes out of a page of WebMainBench what the annotators' tool left in it: the attributes `data-anno-…` and `cc-…`
 * (`cc-select="true"` marks what is main content), its classes (`mark-selected`, `cc-unloaded`), the empty
 * `style=""` that it left on selected elements, `user-select: none` on the body, the elements `marked-text` and
 * `marked-tail` around loose text, and its style sheet. These give the answer away. Everything else stays as it is, to
 * the byte: nothing is parsed and written again. Scripts, styles and comments are not looked into. Time is linear.
 */
export function withoutAnnotations(html) {
    const page = html.replace(STYLE_SHEET, '');
    const tags = new RegExp(TAG_OR_COMMENT);
    let clean = '';
    let copied = 0;
    for (let found = tags.exec(page); found !== null; found = tags.exec(page)) {
        const [opening, slash, name] = found;
        if (name === undefined) {
            tags.lastIndex = endOf(page, /-->/g, tags.lastIndex);
            continue;
        }
        const tag = readTag(page, tags.lastIndex);
        const element = name.toLowerCase();
        if (WRAPPER.test(element))
            clean += page.slice(copied, found.index);
        else
            clean += page.slice(copied, found.index) + opening + cleanAttributes(element, tag);
        copied = tag.end;
        const isRaw = slash === '' && RAW_TEXT.has(element);
        tags.lastIndex = isRaw ? startOf(page, new RegExp(`</${element}`, 'gi'), tag.end) : tag.end;
    }
    return clean + page.slice(copied);
}
function readTag(page, from) {
    const next = new RegExp(NEXT_ATTRIBUTE);
    next.lastIndex = from;
    const attributes = [];
    let read = from;
    for (let found = next.exec(page); found !== null; found = next.exec(page)) {
        const [source, name = '', value = ''] = found;
        attributes.push({ source, name: name.toLowerCase(), value });
        read = next.lastIndex;
    }
    const end = endOf(page, />/g, read);
    return { attributes, rest: page.slice(read, end), end };
}
function cleanAttributes(element, { attributes, rest }) {
    const isAnnotated = attributes.some(({ name }) => ATTRIBUTE.test(name));
    if (!isAnnotated)
        return attributes.map(({ source }) => source).join('') + rest;
    const isSelected = attributes.some(({ name }) => name === 'cc-select');
    const kept = attributes.map((attribute) => {
        const { source, name, value } = attribute;
        if (ATTRIBUTE.test(name))
            return '';
        if (name === 'class')
            return cleanClasses(attribute);
        if (name !== 'style')
            return source;
        if (isSelected && value === '""')
            return '';
        return element === 'body' && value === '"user-select: none;"' ? '' : source;
    });
    return kept.join('') + rest;
}
/** The attribute without the classes of the tool, and nothing where there are no others. */
function cleanClasses({ source, value }) {
    const cleaned = value.replace(TOOL_CLASSES, '').replace(/^"\s+/, '"');
    if (cleaned === value)
        return source;
    return cleaned === '""' ? '' : source.slice(0, source.length - value.length) + cleaned;
}
/** Where the match after a place begins; the end of the page if there is none. */
function startOf(page, pattern, from) {
    pattern.lastIndex = from;
    return pattern.exec(page)?.index ?? page.length;
}
/** Where it ends. */
function endOf(page, pattern, from) {
    pattern.lastIndex = from;
    return pattern.test(page) ? pattern.lastIndex : page.length;
}
