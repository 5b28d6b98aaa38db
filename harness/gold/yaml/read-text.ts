import type { ParsedNode, Scalar } from 'yaml';
import { isMap, isScalar } from 'yaml';
import { isWordOf } from '../../model/vocabulary.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { excerpt } from '../../util/excerpt.ts';
import { faultInText } from './characters.ts';
import type { Fault } from './parse.ts';
import type { Reading, Slot } from './reading.ts';
import { isAbsent, reportShape, startOf } from './reading.ts';
import { wrongIndent } from './syntax-faults.ts';

/** How strict a value that is a text has to be. */
export interface TextRules {
  /** May the text be empty, as in a cell of a table? */
  readonly mayBeEmpty?: boolean;
  /** Is it one of a few words, a date or a short name, which nothing can cut without notice? */
  readonly isWord?: boolean;
}

/**
 * Reads a text, never blank unless the rules say so. The line break that ends a text below `|` or `>` is
 * YAML's and not part of it, unless it is kept with `+`. Nothing when there is a fault; it is reported then.
 */
export function readText(reading: Reading, slot: Slot, rules: TextRules = {}): string | undefined {
  const { value } = slot;
  if (reading.isUnreadable(value)) return undefined;
  if (value === null || isAbsent(value)) return reportAbsent(reading, slot, rules);
  if (!isScalar(value)) return reportNoText(reading, value, slot);
  const flow = reading.flowAround(value);
  if (value.type === 'PLAIN' && flow !== undefined && rules.isWord !== true) {
    return reading.reportInFlow(startOf(value), flow, unquoted(value));
  }
  if (value.type === 'PLAIN' && reportSwallowedEntry(reading, value)) return undefined;
  const comment =
    rules.isWord === true || flow !== undefined ? undefined : commentBehind(reading.text, value);
  if (comment !== undefined) return reading.report(comment, textCut(reading.text, comment));
  return checked(reading, slot, value, rules);
}

function checked(reading: Reading, slot: Slot, node: Scalar.Parsed, rules: TextRules): string | undefined {
  const text = textOfScalar(reading.text, node);
  if (!/\S/u.test(text) && rules.mayBeEmpty !== true) {
    return reading.report(startOf(node), emptyText(slot.name));
  }
  const fault = faultInText(text);
  // Characters that stand in the file as they are have been reported by line.
  const isEscaped =
    fault !== undefined && faultInText(reading.text.slice(...ends(node)))?.found !== fault.found;
  if (isEscaped) reading.report(startOf(node), fault);
  return fault === undefined ? text : undefined;
}

/**
 * The text of a scalar. The line break that ends a block is not part of it, unless it is kept with `+`. Behind a
 * given indent (`|2-`) the yaml library (2.9.1) drops lines of spaces at the end, which belong to the text as far as
 * they go in further than it does; they are put back here.
 */
export function textOfScalar(source: string, node: Scalar.Parsed): string {
  const text = String(node.value);
  if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return text;
  const header = headerAt(source, node.range[0]);
  if (header.includes('+')) return text;
  const shown = text.replace(/\n$/u, '');
  return /\d/u.test(header) ? shown + linesDropped(source, node, shown) : shown;
}

function linesDropped(source: string, node: Scalar.Parsed, text: string): string {
  const [, below = ''] = /^[^\n]*\n([^]*)$/u.exec(source.slice(...ends(node))) ?? [];
  const isFirstLine = (line: string): boolean => line.trim() !== '';
  const written = below.split('\n').find(isFirstLine) ?? '';
  const indent = written.length - (text.split('\n').find(isFirstLine) ?? '').length;
  const lines = /^(?: *(?:\n|$))*/u.exec(source.slice(node.range[1]))?.[0].split('\n') ?? [];
  const last = lines.findLastIndex((line) => line.length > indent);
  return lines.slice(0, last + 1).map((line) => `\n${line.slice(indent)}`).join(''); // prettier-ignore
}

function headerAt(source: string, offset: number): string {
  return /^[|>][-+\d]*/u.exec(source.slice(offset, offset + 4))?.[0] ?? '';
}

function reportAbsent(reading: Reading, slot: Slot, rules: TextRules): undefined {
  const comment = slot.value && commentAt(reading.text, startOf(slot.value));
  if (typeof comment === 'number' && rules.isWord !== true) {
    return reading.report(comment, textCut(reading.text, comment));
  }
  const fault = emptyText(slot.name);
  return reading.report(
    slot.at,
    rules.mayBeEmpty === true ? { ...fault, fix: 'write "" for an empty cell' } : fault,
  );
}

function reportNoText(reading: Reading, value: ParsedNode, slot: Slot): undefined {
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
    fix: 'put the text in double quotes if the brackets are part of it',
  });
}

function keyInText(source: string, node: ParsedNode): Fault {
  const [line] = source.slice(...ends(node)).split('\n', 1);
  return {
    code: 'wrong-value',
    found: `a key where a text belongs: ${excerpt(line ?? '')}`,
    expected: 'a text',
    fix: 'put the text in double quotes if the colon is part of it',
  };
}

const UNQUOTED = {
  code: 'unquoted-text',
  expected: 'texts in double quotes, because a comma or colon would divide them',
  fix: 'write ["…", "…"], or one text a line below the key',
} as const;

function unquoted(node: Scalar.Parsed): Fault {
  return { ...UNQUOTED, found: `text in brackets without quotes: ${excerpt(String(node.value))}` };
}

/** What to say of a text that holds nothing. */
export function emptyText(name: string): Fault {
  return {
    code: 'empty-text',
    found: `no text for ${name}`,
    expected: 'a text that is not blank',
    fix: 'write the text of the page, or take the entry away',
  };
}

function textCut(source: string, offset: number): Fault {
  const comment = source.slice(offset).split('\n', 1)[0] ?? '';
  return {
    code: 'text-cut',
    found: `a comment behind a text: ${excerpt(comment)}`,
    expected: 'nothing behind the text, because YAML ends it at " #"',
    fix: 'put the text in double quotes if "#" is part of it; else put the comment on a line of its own',
  };
}

/** The offset of a comment on the line on which the text ends, or on that of its `|`. */
function commentBehind(source: string, node: Scalar.Parsed): number | undefined {
  const [start, end] = node.range;
  if (node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED') return commentAt(source, end);
  return commentAt(source, start + headerAt(source, start).length);
}

function commentAt(source: string, offset: number): number | undefined {
  const space = /^[ \t]*(?=#)/u.exec(source.slice(offset, source.indexOf('\n', offset) + 1 || undefined));
  return space ? offset + space[0].length : undefined;
}

function ends(node: ParsedNode): [number, number] {
  return [node.range[0], node.range[1]];
}

/** Whether an unquoted text has an entry of a list for one of its lines, which YAML folds into it; that is reported. */
function reportSwallowedEntry(reading: Reading, node: Scalar.Parsed): boolean {
  const { text } = reading;
  const dash = /\n([ \t]*)(?=-[ \t])/u.exec(text.slice(...ends(node)));
  if (!dash) return false;
  const start = node.range[0];
  const above = text.slice(text.lastIndexOf('\n', start) + 1, start);
  const right = above.length - above.trimStart().length;
  const like = `, as on line ${reading.place(start).line}`;
  const at = start + dash.index + dash[0].length;
  reading.report(at, { code: 'yaml-syntax', ...wrongIndent(dash[1]!.length, right, like) });
  return true;
}

/** A word of a closed vocabulary; undefined for any other text, which is reported. */
export function readWord<Word extends string>(
  reading: Reading,
  slot: Slot,
  vocabulary: Readonly<Record<Word, unknown>>,
): Word | undefined {
  const word = readText(reading, slot, { isWord: true });
  if (word === undefined || isWordOf(vocabulary, word)) return word;
  const near = didYouMean(word, Object.keys(vocabulary));
  return reading.report(slot.value ? startOf(slot.value) : slot.at, {
    code: 'unknown-word',
    found: `unknown word "${word}" for ${slot.name}`,
    expected: `one of ${Object.keys(vocabulary).join(', ')}`,
    fix: near === undefined ? 'take one of these words' : `did you mean "${near}"?`,
  });
}
