import { renderInBrackets } from "./render-in-brackets.js";
import { behind, below, stack } from "./rendered.js";
import { linesOfLiteral, linesOfText } from "./text-style.js";
/**
 * Writes the tree out in the canonical form: one line for every key, entry, text and row, and none is ever
 * folded. Comments stand on lines of their own above that to which they belong.
 */
export function renderTree({ head, root }) {
    const { above, lines } = renderMap(root);
    return `${[...head, ...above, ...lines].join('\n')}\n`;
}
/** How the value of a key is written where that does not follow from the value alone. */
const SHAPES = new Map([
    ['traits', 'words'],
    ['response', 'words'],
    ['labelled', 'words'],
    ['authors', 'texts'],
    ['table', 'rows'],
    ['dl', 'rows'],
    ['code', 'code'],
]);
function renderMap({ fields, after }) {
    return stack(fields.map(renderField), after);
}
function renderField({ key, before, value }) {
    const shape = SHAPES.get(key.replace(/\?$/u, ''));
    if (shape === 'words' || shape === 'texts') {
        return behind(`${key}:`, before, renderInBrackets(value, shape));
    }
    if (value.type === 'text' && (shape === 'code' || value.isLiteral === true)) {
        return behind(`${key}:`, before, { above: [], lines: linesOfLiteral(value.text) });
    }
    if (value.type === 'list' && (shape === 'rows' || isRows(value)))
        return below(`${key}:`, before, renderRows(value));
    return isOneLine(value)
        ? behind(`${key}:`, before, render(value))
        : below(`${key}:`, before, render(value));
}
/** A list of lists of texts; blocks in an item or cell are maps. */
function isRows({ items }) {
    const isRow = ({ value }) => value.type === 'list' && value.items.every((cell) => cell.value.type === 'text');
    return items.length > 0 && items.every(isRow);
}
function isOneLine(value) {
    return value.type === 'text' || (value.type === 'list' ? value.items : value.fields).length === 0;
}
function render(value) {
    if (value.type === 'text')
        return { above: [], lines: linesOfText(value.text) };
    if (isOneLine(value))
        return renderInBrackets(value, 'texts');
    return value.type === 'map' ? renderMap(value) : stack(value.items.map(renderItem), value.after);
}
function renderItem({ before, value }) {
    return behind('-', before, render(value));
}
/** The rows of a table, or the terms of a definition list: one line each, if its texts have no line breaks. */
function renderRows({ items, after }) {
    return stack(items.map(renderRow), after);
}
function renderRow(row) {
    const { before, value } = row;
    const isLine = value.type === 'list' && value.items.every((cell) => isLineOfText(cell.value));
    return isLine ? behind('-', before, renderInBrackets(value, 'texts')) : renderItem(row);
}
function isLineOfText(value) {
    return value.type === 'text' && !value.text.includes('\n');
}
