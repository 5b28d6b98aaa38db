import { isDeepStrictEqual } from 'node:util';
import { readGold } from "./read-gold.js";
import { findComments } from "./write/find-comments.js";
import { isModeline, withModeline } from "./write/modeline.js";
import { treeOfSource } from "./write/parsed-tree.js";
import { renderTree } from "./write/render-tree.js";
import { findUnwritable } from "./write/unwritable.js";
/**
 * Brings the text of a `gold.yaml` into the canonical form: how it is written changes, not what it says, nor how
 * its entries and lists are divided. Comments are kept, on lines of their own. A schema that is given takes the
 * place of one that the file names. What comes out has been read again: the same gold, the same comments.
 *
 * @param file the path to name in the problems
 * @throws Error if it is not the same, which is a bug; nothing may be written then.
 */
export function formatGold(source, file, { schema } = {}) {
    const { gold, problems } = readGold(source, file);
    if (gold === undefined)
        return { status: 'faulty', problems };
    const tree = treeOfSource(source);
    const unwritable = findUnwritable(tree.root);
    if (unwritable.length > 0)
        return { status: 'faulty', problems: unwritable.map((each) => toProblem(each, file)) };
    const text = renderTree({ ...tree, head: withModeline(tree.head, schema) });
    const isSame = isDeepStrictEqual(readGold(text, file).gold, gold);
    if (!isSame || !isDeepStrictEqual(remarksIn(text), remarksIn(source))) {
        throw new Error(`${file}: its canonical form would not say the same; the file was not touched`);
    }
    return { status: 'formatted', text };
}
function toProblem({ code, found, expected, mend, text }, file) {
    return { code, file, ...(text.line === undefined ? {} : { line: text.line }), found, expected, mend };
}
/** All comments but those that name a schema, in no order of their own: keys may have moved. */
function remarksIn(source) {
    return findComments(source)
        .map(({ text }) => text)
        .filter((text) => !isModeline(text))
        .toSorted();
}
