import type { Document } from '../model/document.ts';
import { parseHtml } from './html/bounded-parser.ts';
import { Walk } from './html/walk.ts';

/**
 * Reads an HTML page or fragment (parse5: the tree that browsers build) into blocks. Headings, lists,
 * definition lists, quotations, preformatted code, data tables, formulas on lines of their own and captions keep
 * their kind; all other text is `p`. Hidden elements are left out; where a page hides everything, a script is
 * to show it, and it is read as if it were shown. Empty or blank input gives no blocks. Never throws; time and
 * memory are linear in the input.
 *
 * @param contentType what a page was sent as; one that is XHTML by it is read as XML closes its elements
 */
export function htmlToDocument(html: string, contentType?: string): Document {
  const tree = parseHtml(html, contentType);
  const shown = new Walk('what is shown', 'text').run(tree);
  return { blocks: shown.blocks.length > 0 ? shown.blocks : new Walk('all', 'text').run(tree).blocks };
}
