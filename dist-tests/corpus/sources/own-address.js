const TAG = /<(?:link|meta)\s[^<>]*>/gi;
const CANONICAL = /\srel\s*=\s*["']?canonical["'\s/>]/i;
const OPEN_GRAPH = /\sproperty\s*=\s*["']?og:url["'\s/>]/i;
/**
 * The address that a page says it has: that of its `canonical` link, else of its `og:url`. Undefined where it
 * gives none that is absolute. For telling sites apart where a dataset does not keep the address; good enough for pages
 * that a program wrote out, not a parser.
 */
export function ownAddress(html) {
    const tags = html.match(TAG) ?? [];
    const canonical = tags.filter((tag) => CANONICAL.test(tag)).map((tag) => valueOf(tag, 'href'));
    const openGraph = tags.filter((tag) => OPEN_GRAPH.test(tag)).map((tag) => valueOf(tag, 'content'));
    return [...canonical, ...openGraph].find((address) => /^https?:\/\/[^/\s]/i.test(address));
}
function valueOf(tag, name) {
    const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]*))`, 'i').exec(tag);
    return (value
        ?.slice(1)
        .find((each) => each !== undefined)
        ?.trim() ?? '');
}
