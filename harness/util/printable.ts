import { stripVTControlCharacters } from 'node:util';
import { toJson } from './json.ts';

/** Text of pages and extractors is not trusted: control characters could rewrite the screen or begin another line. */
const BREAKS = String.raw`\p{Cc}\u2028\u2029`;
const BREAK = new RegExp(`[${BREAKS}]+`, 'gu');
/** The same, and what changes the direction of text. */
const UNSEEN = new RegExp(`[${BREAKS}\\p{Bidi_Control}]`, 'gu');

/** Whether a text fits on one line: no control character, no line break. */
export function isOneLine(text: string): boolean {
  return text.search(BREAK) === -1;
}

/** The text on one line: runs of control characters and line breaks become a space. */
export function toOneLine(text: string): string {
  return text.replaceAll(BREAK, ' ');
}

/** The text as a terminal or a report may have it: one line, without control and direction characters. */
export function printable(text: string): string {
  return text.replaceAll(UNSEEN, ' ');
}

/** A colour as terminals take it. */
// oxlint-disable-next-line no-control-regex -- it is the one sequence that is let through
const COLOR = /(\u001b\[\d+(?:;\d+)*m)/u;
const UNSEEN_IN_LINES = new RegExp(`(?![\n\t])${UNSEEN.source}`, 'gu');

/**
 * Several lines as a terminal or the log of a job may have them: without control and direction characters, and without what
 * GitHub Actions takes for a command (`::warning::`, `##[group]`).
 *
 * @param keepsColors what colours text stays
 */
export function printableLines(text: string, { keepsColors = false } = {}): string {
  const pieces = keepsColors ? text.split(COLOR) : [text];
  const plain = pieces.map((piece, index) =>
    index % 2 === 1 ? piece : piece.replaceAll(UNSEEN_IN_LINES, ' ').replaceAll('##[', '# #['),
  );
  return plain.join('').replaceAll(/^(\s*):(?=:)/gmu, '$1: ');
}

/** JSON as `toJson` writes it, each control and direction character in a text as its number. */
export function jsonText(value: unknown): string {
  return toJson(value).replaceAll(UNSEEN_IN_LINES, asNumber);
}

function asNumber(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The text on one line, each control and direction character as its number: `\u202e`. */
export function escapeUnseen(text: string): string {
  return text.replaceAll(UNSEEN, asNumber);
}

/**
 * Several lines of an extractor's own words, fit to be shown: no escape sequences or control characters, but line breaks
 * and tabs stay. Blank input gives the empty text.
 */
export function plainText(words: string): string {
  return stripVTControlCharacters(words)
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}

/** Longest line taken over from an extractor, in UTF-16 code units. */
const LONGEST_LINE = 300;

/** The first line of `plainText` that is not blank, cut where it is long. */
export function firstLine(words: string): string {
  return cut(plainText(head(words)).split('\n', 1)[0] ?? '');
}

/** `plainText` on one line, cut where it is long. */
export function oneLine(words: string): string {
  return cut(plainText(head(words)).replace(/\s+/g, ' '));
}

/** Enough for the longest line, so that a message of megabytes costs nothing. */
function head(words: string): string {
  return words.slice(0, 10 * LONGEST_LINE);
}

function cut(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).toWellFormed()}…` : line;
}
