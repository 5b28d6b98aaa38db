import { isMap, isScalar, isSeq } from 'yaml';
import { GOLD_KEYS } from "../outline.js";
import { composeYaml } from "../yaml/compose.js";
import { textOfScalar } from "../yaml/read-text.js";
import { elementsOf } from "./elements.js";
import { findComments } from "./find-comments.js";
import { placeComments } from "./place-comments.js";
/**
 * What a gold file says, with all its comments; entries and lists are divided as in the file, keys are in the
 * order of the format.
 *
 * @param source a file without problems
 */
export function treeOfSource(source) {
    const text = source.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n');
    const { root, lines } = composeYaml(text);
    const places = placeComments(findComments(text), elementsOf(root, text), text);
    const file = { text, places, lineOf: (offset) => lines.linePos(offset).line };
    const fields = isMap(root) ? mapOf(root, file) : { type: 'map', fields: [], after: [] };
    return { head: places.head, root: fields };
}
function valueOf(node, file) {
    if (isMap(node))
        return mapOf(node, file);
    if (isSeq(node)) {
        const items = node.items.map((item) => ({
            before: commentsBefore(item, file),
            value: valueOf(item, file),
        }));
        return { type: 'list', items, after: commentsAfter(node, file) };
    }
    if (!isScalar(node))
        return { type: 'text', text: '' };
    return { type: 'text', text: textOfScalar(file.text, node), line: file.lineOf(node.range[0]) };
}
function mapOf(node, file) {
    const fields = node.items.map((pair) => ({
        key: String(isScalar(pair.key) ? pair.key.value : ''),
        before: commentsBefore(pair, file),
        value: valueOf(pair.value, file),
    }));
    return { type: 'map', fields: fields.toSorted(byOrder), after: commentsAfter(node, file) };
}
/** The keys whose order matters; block kinds and categories come before `from`. */
const ORDER = [...GOLD_KEYS, 'status', 'type', 'by', 'on', 'with', 'without', 'from'];
function byOrder(a, b) {
    return ORDER.indexOf(a.key) - ORDER.indexOf(b.key);
}
function commentsBefore(node, { places }) {
    return places.before.get(node) ?? [];
}
function commentsAfter(node, { places }) {
    return places.after.get(node) ?? [];
}
