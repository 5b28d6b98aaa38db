import { isDeepStrictEqual } from 'node:util';
import { AssayError } from "../util/error.js";
import { formatProblem } from "./problem-text.js";
import { readGold } from "./read-gold.js";
import { treeOfGold } from "./write/gold-tree.js";
import { withModeline } from "./write/modeline.js";
import { renderTree } from "./write/render-tree.js";
import { findUnwritable } from "./write/unwritable.js";
/**
 * The text of a `gold.yaml` in the canonical form. It has been read again: `readGold` gives back exactly this
 * gold, and writing that gives the same text.
 *
 * @throws AssayError `bad-input` for gold that a file cannot hold: a lone surrogate, a blank text, a word
 * outside its vocabulary, code with control characters …
 */
export function writeGold(gold, { schema } = {}) {
    const tree = treeOfGold(gold);
    const [fault] = findUnwritable(tree.root);
    if (fault) {
        const { place, found, expected, mend } = fault;
        throw new AssayError('bad-input', `gold, ${place}: found ${found}; expected ${expected}; ${mend}`);
    }
    const text = renderTree({ ...tree, head: withModeline(tree.head, schema) });
    const { gold: again, problems } = readGold(text, 'gold.yaml');
    if (isDeepStrictEqual(again, gold))
        return text;
    throw new AssayError('bad-input', problems[0] ? `gold that no file can hold: ${formatProblem(problems[0])}` : CHANGED);
}
const CHANGED = 'gold that would not come back as it is from the file; keys without a value must be absent, not undefined';
