import { Parser } from 'parse5';
/** How many formatting elements that nobody closed are opened again in the next block. */
const MOST_REOPENED = 8;
/**
 * parse5, the tree that browsers build, in time and memory linear in the page. By the standard, formatting
 * elements that were never closed (`<font size=1><font size=2>…`) are opened again in every block behind them,
 * so that 38 kB of them make millions of elements. They change how text looks, not what it is, so only the newest
 * few are kept.
 */
class BoundedParser extends Parser {
    _reconstructActiveFormattingElements() {
        const list = this.activeFormattingElements;
        let entry = list.newest;
        for (let kept = 0; entry !== null && 'element' in entry && kept < MOST_REOPENED; kept++)
            entry = entry.older;
        while (entry !== null && 'element' in entry) {
            const { older } = entry;
            list.removeEntry(entry);
            entry = older;
        }
        // oxlint-disable-next-line no-underscore-dangle -- the name that parse5 gave it
        super._reconstructActiveFormattingElements();
    }
}
/** Parses a page or a fragment of one. Never throws. */
export function parseHtml(html) {
    return BoundedParser.parse(html);
}
