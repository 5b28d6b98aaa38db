import { isMap, isScalar } from 'yaml';
import { excerpt } from "./fault.js";
import { isAbsent, startOf } from "./reading.js";
import { reportShape } from "./shape.js";
import { LONE_SURROGATE, SEPARATOR, separatorFinding } from "./separators.js";
/**
 * Reads a text, never blank unless the rules say so. The line break that ends a text below `|` or `>` is
 * YAML's and not part of it, unless it is kept with `+`. Nothing when there is a fault; it is reported then.
 */
export function readText(reading, slot, rules = {}) {
    const { value } = slot;
    if (reading.isUnreadable(value))
        return undefined;
    if (value === null || isAbsent(value))
        return reportAbsent(reading, slot, rules);
    if (!isScalar(value))
        return reportNoText(reading, value, slot);
    const flow = reading.flowAround(value);
    if (value.type === 'PLAIN' && flow !== undefined && rules.isWord !== true) {
        return reading.reportInFlow(startOf(value), flow, unquoted(value));
    }
    const comment = rules.isWord === true || flow !== undefined ? undefined : commentBehind(reading.text, value);
    if (comment !== undefined)
        return reading.report(comment, textCut(reading.text, comment));
    return checked(reading, slot, value, rules);
}
function checked(reading, slot, node, rules) {
    const text = textOfScalar(reading.text, node);
    if (!/\S/u.test(text) && rules.mayBeEmpty !== true) {
        return reading.report(startOf(node), emptyText(slot.name));
    }
    const fault = faultIn(text);
    // Characters that stand in the file as they are have been reported by line.
    const isEscaped = fault !== undefined && faultIn(reading.text.slice(...ends(node)))?.found !== fault.found;
    if (isEscaped)
        reading.report(startOf(node), fault);
    return fault === undefined ? text : undefined;
}
function faultIn(text) {
    if (!text.isWellFormed())
        return LONE_SURROGATE;
    const separator = SEPARATOR.exec(text)?.[0];
    return separator === undefined ? undefined : separatorFinding(separator);
}
/**
 * The text of a scalar. The line break that ends a block is not part of it, unless it is kept with `+`. Behind a
 * given indent (`|2-`) the yaml library (2.9.1) drops lines of spaces at the end, which belong to the text as far as
 * they go in further than it does; they are put back here.
 */
export function textOfScalar(source, node) {
    const text = String(node.value);
    if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')
        return text;
    const header = headerAt(source, node.range[0]);
    if (header.includes('+'))
        return text;
    const shown = text.replace(/\n$/u, '');
    return /\d/u.test(header) ? shown + linesDropped(source, node, shown) : shown;
}
function linesDropped(source, node, text) {
    const [, below = ''] = /^[^\n]*\n([^]*)$/u.exec(source.slice(...ends(node))) ?? [];
    const isFirstLine = (line) => line.trim() !== '';
    const written = below.split('\n').find(isFirstLine) ?? '';
    const indent = written.length - (text.split('\n').find(isFirstLine) ?? '').length;
    const lines = /^(?: *(?:\n|$))*/u.exec(source.slice(node.range[1]))?.[0].split('\n') ?? [];
    const last = lines.findLastIndex((line) => line.length > indent);
    return lines.slice(0, last + 1).map((line) => `\n${line.slice(indent)}`).join(''); // prettier-ignore
}
function headerAt(source, offset) {
    return /^[|>][-+\d]*/u.exec(source.slice(offset, offset + 4))?.[0] ?? '';
}
function reportAbsent(reading, slot, rules) {
    const comment = slot.value && commentAt(reading.text, startOf(slot.value));
    if (typeof comment === 'number' && rules.isWord !== true) {
        return reading.report(comment, textCut(reading.text, comment));
    }
    const finding = emptyText(slot.name);
    return reading.report(slot.at, rules.mayBeEmpty === true ? { ...finding, mend: 'write "" for an empty cell' } : finding);
}
function reportNoText(reading, value, slot) {
    const flow = reading.flowAround(value);
    const isPairOfText = isMap(value) && flow !== undefined && reading.text[startOf(value)] !== '{';
    if (isPairOfText) {
        const text = reading.text.slice(...ends(value));
        return reading.reportInFlow(startOf(value), flow, {
            ...UNQUOTED,
            found: `text in brackets without quotes: ${excerpt(text)}`,
        });
    }
    if (isMap(value) && flow === undefined)
        return reading.report(startOf(value), keyInText(reading.text, value));
    return reportShape(reading, slot, {
        expected: 'a text',
        mend: 'put the text in double quotes if the brackets are part of it',
    });
}
function keyInText(source, node) {
    const [line] = source.slice(...ends(node)).split('\n', 1);
    return {
        code: 'wrong-value',
        found: `a key where a text belongs: ${excerpt(line ?? '')}`,
        expected: 'a text',
        mend: 'put the text in double quotes if the colon is part of it',
    };
}
const UNQUOTED = {
    code: 'unquoted-text',
    expected: 'texts in double quotes, because a comma or colon would divide them',
    mend: 'write ["…", "…"], or one text a line below the key',
};
function unquoted(node) {
    return { ...UNQUOTED, found: `text in brackets without quotes: ${excerpt(String(node.value))}` };
}
/** What to say of a text that holds nothing. */
export function emptyText(name) {
    return {
        code: 'empty-text',
        found: `no text for ${name}`,
        expected: 'a text that is not blank',
        mend: 'write the text of the page, or take the entry away',
    };
}
function textCut(source, offset) {
    const comment = source.slice(offset).split('\n', 1)[0] ?? '';
    return {
        code: 'text-cut',
        found: `a comment behind a text: ${excerpt(comment)}`,
        expected: 'nothing behind the text, because YAML ends it at " #"',
        mend: 'put the text in double quotes if "#" is part of it; else put the comment on a line of its own',
    };
}
/** The offset of a comment on the line on which the text ends, or on that of its `|`. */
function commentBehind(source, node) {
    const [start, end] = node.range;
    if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED')
        return commentAt(source, end);
    return commentAt(source, start + headerAt(source, start).length);
}
function commentAt(source, offset) {
    const space = /^[ \t]*(?=#)/u.exec(source.slice(offset, source.indexOf('\n', offset) + 1 || undefined));
    return space ? offset + space[0].length : undefined;
}
function ends(node) {
    return [node.range[0], node.range[1]];
}
