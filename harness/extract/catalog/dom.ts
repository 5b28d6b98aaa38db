// linkedom in one file instead of 160, which take longer to load than most pages to extract.
import { parseHTML } from 'linkedom/worker';
import { parse, serialize } from 'parse5';

/**
 * The page as a DOM, for extractors made for the browser. linkedom is the fastest, but it does not supply the html,
 * head and body that a page may leave out, nor correct what is nested wrongly; parse5 does both. No script
 * runs and nothing is fetched.
 */
export function parseDocument(html: string): ReturnType<typeof parseHTML>['document'] {
  return parseHTML(serialize(parse(html))).document;
}
