import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
/**
 * The page as a DOM, for extractors made for the browser. linkedom is the fastest, but it does not supply the html,
 * head and body that a page may leave out, nor mend what is nested wrongly; parse5 does both. No script
 * runs and nothing is fetched.
 */
export function parseDocument(html) {
    return parseHTML(serialize(parse(html))).document;
}
