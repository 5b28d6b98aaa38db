import { listValue, mapValue, textValue } from "../../gold/write/tree.js";
/**
 * Blocks as entries `todo`, so that a labeller only has to change keys: a list is a list of texts, a table or
 * definition list is rows of texts, code is a literal block, all else is a text. That is what a kind takes, and what a
 * category of boilerplate takes too. Every text that is not blank stands once and in order.
 *
 * Paragraphs of one item or cell are lines of one text. A list or table that holds more than texts (a list in a list,
 * as in a menu) comes apart into entries of its own, as only its kind could hold it together.
 */
export function todosOf(blocks) {
    return blocks.flatMap(contentsOf).map((todo) => mapValue({ todo }));
}
function contentsOf(block) {
    if ('text' in block)
        return /\S/u.test(block.text) ? [textOf(block)] : [];
    if ('items' in block) {
        const items = plainTexts(block.items)?.filter((item) => /\S/u.test(item));
        if (items === undefined)
            return comeApart(block.items);
        return items.length === 0 ? [] : [textsOf(items)];
    }
    const rows = 'rows' in block ? block.rows : block.entries.map(({ term, texts }) => [term, ...texts]);
    const texts = rows.map(plainTexts);
    const isPlain = texts.every((row) => row !== undefined) && /\S/u.test(texts.flat().join(''));
    return isPlain ? [listValue(texts.map(textsOf))] : comeApart(rows.flat());
}
function textOf({ kind, text }) {
    return kind === 'code' ? { ...textValue(text), isLiteral: true } : textValue(text);
}
function textsOf(texts) {
    return listValue(texts.map(textValue));
}
function plainTexts(cells) {
    const texts = cells.map(plainText);
    return texts.every((text) => text !== undefined) ? texts : undefined;
}
/** The text of an item or cell, unless it holds lists, tables or code. */
function plainText(cell) {
    if (typeof cell === 'string')
        return cell;
    const texts = cell.map((block) => ('text' in block && block.kind !== 'code' ? block.text : undefined));
    return texts.every((text) => text !== undefined) ? texts.join('\n') : undefined;
}
/** Neighbours that are plain stay together as a list. */
function comeApart(cells) {
    const contents = [];
    let run = [];
    const endRun = () => {
        const [first, ...more] = run;
        if (first !== undefined)
            contents.push(more.length === 0 ? textValue(first) : textsOf(run));
        run = [];
    };
    for (const cell of cells) {
        const text = plainText(cell);
        if (text === undefined && typeof cell !== 'string') {
            endRun();
            contents.push(...cell.flatMap(contentsOf));
        }
        else if (text !== undefined && /\S/u.test(text))
            run.push(text);
    }
    endRun();
    return contents;
}
