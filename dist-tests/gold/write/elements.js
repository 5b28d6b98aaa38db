import { isCollection, isMap } from 'yaml';
/** Every element of a tree in the order of the file. */
export function elementsOf(root, text) {
    return childrenOf(root, text, []);
}
/** 0-based column of an offset. */
export function columnOf(text, offset) {
    return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
function childrenOf(value, text, around) {
    if (!isCollection(value))
        return [];
    const holders = [...around, value];
    const column = columnOf(text, value.range[0]);
    if (isMap(value)) {
        return value.items.flatMap((pair) => [
            { node: pair, start: pair.key.range[0], column: columnOf(text, pair.key.range[0]), holders },
            ...childrenOf(pair.value, text, holders),
        ]);
    }
    return value.items.flatMap((item) => [
        { node: item, start: item.range[0], column, holders },
        ...childrenOf(item, text, holders),
    ]);
}
