import { isMap, isScalar, isSeq } from 'yaml';
import { BLOCK_KINDS, isWordOf } from "../model/vocabulary.js";
import { excerpt } from "./yaml/fault.js";
import { readList } from "./yaml/read-list.js";
import { emptyText, readText } from "./yaml/read-text.js";
import { isAbsent, startOf } from "./yaml/reading.js";
/** The content of a block of this kind, or nothing when it has a fault. */
export function readStructure(reading, slot, kind, base, readBlocks) {
    if (kind === 'ul' || kind === 'ol') {
        const items = readItems(reading, slot, readBlocks);
        return items && { ...base, kind, items };
    }
    if (kind === 'dl') {
        const entries = readDefinitions(reading, slot, readBlocks);
        return entries && { ...base, kind, entries };
    }
    if (kind === 'table') {
        const rows = readRows(reading, slot, readBlocks);
        return rows && { ...base, kind, rows };
    }
    const text = kind === 'code' ? readCode(reading, slot) : readText(reading, slot);
    return text === undefined ? undefined : { ...base, kind, text };
}
function readCode(reading, slot) {
    const { value } = slot;
    const isWritten = isScalar(value) && !isAbsent(value) && !reading.isUnreadable(value);
    if (!isWritten || value.type === 'BLOCK_LITERAL')
        return readText(reading, slot);
    return reading.report(startOf(value), {
        code: 'wrong-value',
        found: `code on the line of its key: ${excerpt(String(value.value))}`,
        expected: 'a literal block, in which white space and line breaks stand as they are',
        mend: 'write "code: |" and the code on the lines below, indented further',
    });
}
const ITEMS = {
    expected: 'a list of items',
    mend: 'write ["first item", "second item"], or "- " and one item a line',
};
function readItems(reading, slot, readBlocks) {
    return readCells(reading, readList(reading, slot, ITEMS), readBlocks);
}
const ENTRIES = { expected: 'a list of [term, text…]', mend: 'write ["term", "what it means"] for each' };
function readDefinitions(reading, slot, readBlocks) {
    const entries = readLists(reading, slot, ENTRIES);
    return entries
        ?.map((entry) => readDefinition(reading, entry, readBlocks))
        .filter((definition) => definition !== undefined);
}
function readDefinition(reading, slot, readBlocks) {
    const [first, ...rest] = readList(reading, slot, ENTRIES) ?? [];
    const term = first && readText(reading, first);
    const texts = readCells(reading, rest, readBlocks);
    if (first && rest.length === 0) {
        return reading.report(slot.at, {
            code: 'empty-text',
            found: `a term without a text${term === undefined ? '' : `: ${excerpt(term)}`}`,
            ...ENTRIES,
        });
    }
    return term === undefined || !texts ? undefined : { term, texts };
}
const ROWS = {
    expected: 'a list of rows, each a list of cells',
    mend: 'write [["Year", "Towns"], ["2024", "28"]], or "- " and one row a line',
};
const CELLS = {
    expected: 'a list of cells',
    mend: 'write ["2024", "28"] for each row; "" for an empty cell',
};
function readRows(reading, slot, readBlocks) {
    const rows = readLists(reading, slot, ROWS)?.map((row) => {
        const cells = readList(reading, row, CELLS);
        return readCells(reading, cells, readBlocks, { mayBeEmpty: true });
    });
    if (!rows?.every((row) => row !== undefined))
        return undefined;
    const isBlank = rows.flat().every((cell) => typeof cell === 'string' && !/\S/u.test(cell));
    return isBlank ? reading.report(slot.at, emptyText(slot.name)) : rows;
}
/** A list of lists. Texts alone are one list too few, which is one fault and not one for each text. */
function readLists(reading, slot, rules) {
    const items = readList(reading, slot, rules);
    const [first] = items ?? [];
    const isFlat = items?.every(({ value }) => isScalar(value) && !reading.isUnreadable(value)) === true;
    if (!first || !isFlat)
        return items;
    return reading.report(first.at, {
        code: 'wrong-value',
        found: `a list of texts for ${slot.name}`,
        ...rules,
    });
}
function readCells(reading, slots, readBlocks, rules = {}) {
    const cells = slots?.map((slot) => readCell(reading, slot, readBlocks, rules));
    return cells?.every((cell) => cell !== undefined) ? cells : undefined;
}
function readCell(reading, slot, readBlocks, rules) {
    const { value } = slot;
    if (isSeq(value)) {
        if (value.items.length === 0)
            return reading.report(startOf(value), emptyText(slot.name));
        if (value.items.every((item) => isScalar(item) && !reading.isUnreadable(item)))
            return reportTexts(reading, slot);
        return readBlocks(slot);
    }
    const kind = isMap(value) ? String(value.items[0]?.key) : undefined;
    if (value && kind !== undefined && isWordOf(BLOCK_KINDS, kind.replace(/\?$/u, ''))) {
        return reading.report(startOf(value), {
            code: 'wrong-value',
            found: `the block "${kind}" in the place of an item of ${slot.name}`,
            expected: 'a text, or a list of blocks',
            mend: `write the text alone, or "- - ${kind}: …" for a list of blocks`,
        });
    }
    return readText(reading, slot, rules);
}
function reportTexts(reading, { at, name }) {
    return reading.report(at, {
        code: 'wrong-value',
        found: `a list of texts in the place of an item of ${name}`,
        expected: 'a text, or a list of blocks',
        mend: 'take the inner brackets or dashes away, or give each text a kind, e.g. "- - p: …"',
    });
}
