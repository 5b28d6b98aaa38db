import { decode, decodeUtf8 } from "../../document/decode.js";
import { documentToGold } from "../../document/document-to-gold.js";
import { htmlToDocument } from "../../document/html.js";
import { textToDocument } from "../../document/plain-text.js";
import { formatProblem } from "../../gold/problem-text.js";
import { readGold } from "../../gold/read-gold.js";
import { treeOfGold } from "../../gold/write/gold-tree.js";
import { holdableGold } from "../../gold/write/holdable-gold.js";
import { withModeline } from "../../gold/write/modeline.js";
import { renderTree } from "../../gold/write/render-tree.js";
import { listValue } from "../../gold/write/tree.js";
import { todosOf } from "./todos.js";
/**
 * The text of a `gold.yaml` in which every visible block of the page stands as `todo`, in the order of the page:
 * segmentation only, nobody's guess at what is content. It has been read again: apart from the todos, each of which is
 * one problem, nothing is wrong with it.
 */
export function startGold(page, { schema } = {}) {
    const { url, captured, response } = page;
    const about = {
        traits: [],
        ...(url !== undefined && { url }),
        ...(captured !== undefined && { captured }),
        ...(response !== undefined && { response }),
    };
    const blocks = documentToGold(page.media === 'html'
        ? htmlToDocument(decode(page.bytes, response?.type).text)
        : textToDocument(decodeUtf8(page.bytes)));
    const { gold } = holdableGold({ about, metadata: {}, body: blocks, comments: [], boilerplate: [] });
    const todos = todosOf((gold.body ?? []).filter((entry) => entry.type === 'block'));
    const text = renderWith(gold, todos, schema);
    checkStarted(text, todos.length);
    return { text, todos: todos.length };
}
function renderWith(gold, todos, schema) {
    const { head, root } = treeOfGold({ ...gold, body: [] });
    const fields = root.fields.map((field) => field.key === 'body' ? { ...field, value: listValue(todos) } : field);
    return renderTree({ head: withModeline(head, schema), root: { ...root, fields } });
}
function checkStarted(text, todos) {
    const { problems } = readGold(text, 'gold.yaml');
    const other = problems.find(({ code }) => code !== 'todo-left');
    if (other)
        throw new Error(`gold was begun that has a fault: ${formatProblem(other)}`);
    if (problems.length !== todos)
        throw new Error(`of ${todos} todos ${problems.length} came back`);
}
