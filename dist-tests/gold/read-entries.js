import { isScalar, isSeq } from 'yaml';
import { excerpt } from "./yaml/fault.js";
import { gluedColon, missingColon } from "./yaml/layout/findings.js";
import { readList } from "./yaml/read-list.js";
import { readFields } from "./yaml/read-map.js";
import { emptyText, readText } from "./yaml/read-text.js";
import { readWord } from "./yaml/read-word.js";
import { isAbsent } from "./yaml/reading.js";
import { readKind } from "./entry-kind.js";
import { GOLD_OUTLINE } from "./outline.js";
import { readStructure } from "./read-structure.js";
/** The body: blocks and the boilerplate between them, in page order; empty when the page has nothing. */
export function readBody(reading, slot) {
    return readEntries(reading, slot, {
        blocks: true,
        boilerplate: true,
        name: 'the body',
        mend: 'begin every entry with "- " and its kind, e.g. "- p: …"; write "body: []" if the page has nothing to extract',
    });
}
/** What readers wrote: blocks only. */
export function readComments(reading, slot) {
    const mend = 'begin every entry with "- " and its kind, e.g. "- p: …"';
    return readBlocks(reading, slot, { blocks: true, boilerplate: false, name: 'the comments', mend });
}
/** Boilerplate around the body. */
export function readBoilerplate(reading, slot) {
    const mend = 'begin every entry with "- " and its category, e.g. "- nav: …"';
    const place = { blocks: false, boilerplate: true, name: 'the boilerplate', mend };
    return readEntries(reading, slot, place).filter((entry) => entry.type === 'boilerplate');
}
const INSIDE = {
    blocks: true,
    boilerplate: false,
    name: 'an item or cell',
    mend: 'write a text, or a list of blocks, e.g. "- - p: …"',
};
function readBlocks(reading, slot, place) {
    return readEntries(reading, slot, place).filter((entry) => entry.type === 'block');
}
function readEntries(reading, slot, place) {
    const rules = { expected: 'a list of entries', mend: place.mend, mayBeEmpty: true };
    return (readList(reading, slot, rules) ?? []).flatMap((entry) => readEntry(reading, entry, place));
}
function readEntry(reading, slot, place) {
    if (reading.isUnreadable(slot.value))
        return [];
    if (isScalar(slot.value) || isAbsent(slot.value))
        return reportBareText(reading, slot, place);
    const fields = readFields(reading, slot, 'an entry with a kind, e.g. "p: …"');
    if (!fields)
        return [];
    const from = readFrom(reading, fields);
    const kinds = fields.filter(({ key }) => key !== 'from');
    if (kinds.length === 0)
        reportNoKind(reading, slot);
    const [first, ...more] = kinds;
    for (const second of more)
        readSecondKind(reading, second, place);
    return first ? readKindOf(reading, first, place, from) : [];
}
function readFrom(reading, fields) {
    const field = fields.find(({ key }) => key === 'from');
    return field && readWord(reading, field.slot, { script: true, hidden: true });
}
function readKindOf(reading, field, place, from) {
    const { kind, fault } = readKind(field.key, place);
    if (fault)
        reading.report(field.at, fault);
    if (kind)
        return readOfKind(reading, field, kind, from);
    // What it is nobody knows, but most kinds hold a text, and a text that is cut is worth reporting.
    if (isScalar(field.slot.value) && !isAbsent(field.slot.value))
        readText(reading, field.slot);
    return [];
}
function readOfKind(reading, { slot, at }, kind, from) {
    const origin = from && { from };
    if (kind.type === 'todo')
        return reportTodo(reading, at);
    if (kind.type === 'boilerplate') {
        const texts = readBoilerplateTexts(reading, slot);
        return texts.map((text) => ({ type: 'boilerplate', category: kind.category, text, ...origin }));
    }
    const base = { type: 'block', optional: kind.optional, ...origin };
    const block = readStructure(reading, slot, kind.kind, base, (inner) => readBlocks(reading, inner, INSIDE));
    return block ? [block] : [];
}
const TEXTS = { expected: 'a text, or a list of texts', mend: 'write the text, or take the entry away' };
/** One text, or texts in a list or in rows that are boilerplate each for itself; a cell of a row may be empty. */
function readBoilerplateTexts(reading, slot) {
    if (!isSeq(slot.value)) {
        const text = readText(reading, slot);
        return text === undefined ? [] : [text];
    }
    const before = reading.faults.length;
    const texts = (readList(reading, slot, TEXTS) ?? []).flatMap((item) => {
        if (!isSeq(item.value))
            return readText(reading, item) ?? [];
        const cells = readList(reading, item, TEXTS) ?? [];
        return cells
            .flatMap((cell) => readText(reading, cell, { mayBeEmpty: true }) ?? [])
            .filter((cell) => /\S/u.test(cell));
    });
    if (texts.length === 0 && reading.faults.length === before)
        reading.report(slot.at, emptyText(slot.name));
    return texts;
}
function reportBareText(reading, slot, place) {
    const text = isAbsent(slot.value) ? '' : String(isScalar(slot.value) ? slot.value.value : '');
    const [, word, sign] = /^([\w-]+\??)([: ])\S/u.exec(text) ?? [];
    if (word !== undefined && readKind(word, place).fault === undefined) {
        reading.report(slot.at, sign === ':' ? gluedColon(word) : missingColon(word));
        return [];
    }
    reading.report(slot.at, {
        code: text === '' ? 'empty-text' : 'wrong-value',
        found: text === '' ? 'an empty entry' : `a text without a kind: ${excerpt(text)}`,
        expected: `entries of ${place.name} that say what they are`,
        mend: text === '' ? 'take the dash away' : place.mend,
    });
    return [];
}
function reportNoKind(reading, slot) {
    reading.report(slot.at, {
        code: 'missing-key',
        found: 'an entry that does not say what it is',
        expected: 'a kind, e.g. "p: …", beside "from"',
        mend: 'add the kind and the text',
    });
}
/** Reports a further key; its value is checked as that of the entry which it should have been. */
function readSecondKind(reading, field, place) {
    const { kind } = readKind(field.key, place);
    const isAtMargin = GOLD_OUTLINE.top.has(field.key) && !GOLD_OUTLINE.entry.has(field.key);
    reading.report(field.at, {
        code: 'unknown-key',
        found: `a second key in one entry: "${field.key}"`,
        expected: 'one kind in each entry, and "from" at most',
        mend: isAtMargin ? `move "${field.key}" to the margin` : `begin an entry of its own: "- ${field.key}: …"`,
    });
    if (kind)
        readOfKind(reading, field, kind, undefined);
}
function reportTodo(reading, at) {
    reading.report(at, {
        code: 'todo-left',
        found: 'a block that nobody has labelled yet',
        expected: 'a block kind or a boilerplate category in the place of "todo"',
        mend: 'write what it is, e.g. "p" or "nav"; the labelling guide lists them all',
    });
    return [];
}
