import { parseHtml } from "./html/bounded-parser.js";
import { Walk } from "./html/walk.js";
/**
 * Reads an HTML page or fragment (parse5: the tree that browsers build) into blocks. Headings, lists,
 * definition lists, quotations, preformatted code, data tables, formulas on lines of their own and captions keep
 * their kind; all other text is `p`. Hidden elements are left out; where a page hides everything, a script is
 * to show it, and it is read as if it were shown. Empty or blank input gives no blocks. Never throws; time and
 * memory are linear in the input.
 */
export function htmlToDocument(html) {
    const tree = parseHtml(html);
    const shown = new Walk('what is shown', 'text').run(tree);
    return { blocks: shown.blocks.length > 0 ? shown.blocks : new Walk('all', 'text').run(tree).blocks };
}
