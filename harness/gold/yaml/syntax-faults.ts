import type { CST, ParsedNode, YAMLError, YAMLWarning } from 'yaml';
import { visit } from 'yaml';
import { excerpt } from '../../util/excerpt.ts';
import { kindOf, lineAt, lineNumber, nearest, openLevels, restOfLine } from './layout.ts';
import type { Fault } from './parse.ts';

/** A fault of the syntax, at the offset where a person sees it. */
export interface SyntaxFault extends Fault {
  readonly offset: number;
  /** The offset where YAML saw it: what is found first is the cause of the others. */
  readonly seen: number;
  /** YAML itself refuses it; else it is a part of YAML that gold does not use, and what is around it was read right. */
  readonly isError: boolean;
  /** A line is not where it belongs; if YAML takes it for a key at the margin, it misreads all lines behind it. */
  readonly isLayout?: boolean;
  /** YAML reads nothing behind it. */
  readonly endsReading?: boolean;
}

type Words = Pick<Fault, 'found' | 'expected' | 'fix'>;
type Described = Words & Partial<Pick<SyntaxFault, 'offset' | 'isLayout' | 'endsReading'>>;

/** A complaint with all that helps to say what it comes from. */
interface Complaint {
  readonly message: string;
  readonly offset: number;
  readonly root: ParsedNode | null;
  readonly text: string;
}

/** What the `yaml` package complains of, in our words, at the place where a person sees it. */
export function complaintFault(
  { message, pos: [offset] }: YAMLError | YAMLWarning,
  root: ParsedNode | null,
  text: string,
): SyntaxFault {
  const [, describe = unreadable] = WORDS.find(([pattern]) => pattern.test(message)) ?? [];
  const described = describe({ message, offset, root, text });
  return { code: 'yaml-syntax', offset, seen: offset, isError: true, ...described };
}

const WORDS: readonly (readonly [message: RegExp, describe: (complaint: Complaint) => Described])[] = [
  [/in YAML stream/u, tooMuch],
  [/^Tabs/u, tab],
  [/^Nested mappings/u, colonInText],
  [/^(?:A block sequence may not|All (?:mapping|sequence) items)/u, misplacedLine],
  [/^Implicit/u, textWithoutKey],
  [/^Sequence item without/u, lineInList],
  [/^Missing closing/u, unclosedQuote],
  [/^Flow .* must be sufficiently indented/u, unclosedBracket],
  [/at node end$/u, textBehind],
  [/^Unexpected block-seq-ind|^Plain value cannot start/u, signInFront],
  [/^Not a YAML token/u, textBehindHeader],
  [/^Block scalars with more-indented/u, spacesInFront],
  [/^Missing , or/u, withAdvice('a comma between two values in brackets', 'put a comma in front of it')],
  [/^Unexpected ,/u, withAdvice('a value in front of every comma', 'write "" for an empty cell, or take the comma away')],
  [/^Invalid escape/u, withAdvice('an escape that YAML knows, e.g. \\n, \\t, \\" or \\\\', 'write \\\\ for a backslash, or put the text in single quotes')],
  [/^Comments must be/u, withAdvice('a space in front of a comment', 'put the text in double quotes if "#" is part of it')],
]; // prettier-ignore

function unreadable({ message }: Complaint): Described {
  const line = message.split('\n', 1)[0]!;
  return {
    found: `what YAML cannot read: ${line.charAt(0).toLowerCase()}${line.slice(1)}`,
    expected: 'a key with its value, or an entry of a list',
    fix: 'put the whole text in double quotes, or correct the line',
  };
}

function withAdvice(expected: string, fix: string): (complaint: Complaint) => Described {
  return (complaint) => ({ ...unreadable(complaint), expected, fix });
}

const IN_QUOTES = 'put the whole text in double quotes, or below "|" on lines of its own';

function tab(): Described {
  return {
    found: 'a tab before the text of the line',
    expected: 'spaces: YAML does not take tabs for indentation',
    fix: 'put spaces in the place of the tab',
  };
}

/** `p: Note: this`, which YAML takes for a key in a key, or `labelled:{ by: kd }`. */
function colonInText({ text, offset }: Complaint): Described {
  const glued = gluedKey(text, offset);
  if (glued) return glued;
  const rest = text.slice(offset);
  const colon = rest.search(/:(?=\s|$)/u);
  return {
    offset: offset + Math.max(0, colon),
    found: `a colon inside unquoted text: ${excerpt(rest.slice(0, rest.indexOf('\n', Math.max(0, colon)) + 1 || undefined))}`,
    expected: 'text without ": ", which YAML takes for the end of a key',
    fix: `${IN_QUOTES}; a key stands as far in as the keys above it`,
  };
}

/** `title:text` or `labelled:{ by: kd }`: a colon without a space behind it on the line. */
function gluedKey(text: string, offset: number): Described | undefined {
  const line = lineAt(text, offset);
  const [, before, word] = /^([\s-]*)([\w-]+\??):(?=[^\s:])/u.exec(line.text) ?? [];
  if (word === undefined) return undefined;
  return { ...gluedColon(word), offset: line.start + before!.length + word.length };
}

/** A line that is indented like none of the maps, lists and texts that it can belong to. */
function misplacedLine({ root, text, offset: seen }: Complaint): Described {
  const blank = /^[\s]*\n/u.exec(text.slice(seen))?.[0].length ?? 0;
  const line = lineAt(text, seen + blank);
  const offset = line.start + line.indent;
  const ink = line.text.slice(line.indent);
  const glued = /^-([\w-]+\??):/u.exec(ink)?.[1];
  if (glued !== undefined) return { ...gluedDash(glued), offset, isLayout: true };
  const kind = kindOf(ink);
  const levels = openLevels(root, text, offset);
  const here = levels.find(({ column }) => column === line.indent)?.kind;
  if (kind === 'map' && here === 'list') return missingDash({ text, offset });
  const near = nearest(
    levels.filter((level) => level.kind === kind),
    line.indent,
  );
  const like =
    kind === 'text'
      ? ', like the other lines of the text'
      : `, as on line ${near && lineNumber(text, near.at)}`;
  const deep =
    near?.kind === 'text' && line.indent < near.column ? deepFirstLine(text, near.at, line) : undefined;
  if (deep) return { ...deep, offset, isLayout: true };
  const isInPlace = here === kind || near === undefined;
  const words = isInPlace ? strayLine(ink) : wrongIndent(line.indent, near.column, like);
  return { ...words, offset, isLayout: true };
}

/** A line of a text whose first line is indented further. Moved below that line, it would lose what the first has more. */
function deepFirstLine(text: string, first: number, line: ReturnType<typeof lineAt>): Words | undefined {
  const header = lineAt(text, first - 1);
  const [, before, key, sign, chomping] =
    /^(\s*(?:-\s+)*)(\S.*?:\s+)?([|>])([-+]?)(?:\s+#.*)?$/u.exec(header.text) ?? [];
  if (before === undefined || sign === undefined) return undefined;
  const outer = key === undefined ? before.lastIndexOf('-') : before.length;
  const indents: number[] = [];
  for (let each = lineAt(text, first); ; each = lineAt(text, each.end + 1)) {
    if (each.text !== '' && each.indent <= outer) break;
    if (each.text !== '') indents.push(each.indent);
    if (each.end === text.length) break;
  }
  const least = indents.reduce((a, b) => Math.min(a, b), Infinity);
  const digit = least - outer;
  // YAML takes one digit.
  if (line.indent <= outer || digit > 9) return undefined;
  const right = `${sign}${digit}${chomping}`;
  return {
    found: `a line that is indented by ${spaces(line.indent)}, below a first line with ${spaces(indents[0]!)}`,
    expected: `"${right}" in front of a text whose first line goes in further than others`,
    fix: `write "${right}" in the place of "${sign}${chomping}" on line ${lineNumber(text, header.start)}, so that every line keeps its indent; or move the line ${spaces(indents[0]! - line.indent)} to the right, if it belongs there`,
  };
}

export function wrongIndent(indent: number, right: number, like: string): Words {
  const by = Math.abs(indent - right);
  return {
    found: `a line that is indented by ${spaces(indent)}`,
    expected: `${spaces(right)}${like}`,
    fix: `move the line ${spaces(by)} to the ${indent > right ? 'left' : 'right'}`,
  };
}

function spaces(count: number): string {
  if (count === 0) return 'no spaces';
  return count === 1 ? '1 space' : `${count} spaces`;
}

/** A line that is no key: its text, or a key that has lost its colon or the space behind it. */
function textWithoutKey(complaint: Complaint): Described {
  const line = lineAt(complaint.text, complaint.offset);
  const described = gluedKey(complaint.text, complaint.offset) ?? {
    ...strayLine(line.text.slice(line.indent)),
    offset: line.start + line.indent,
  };
  return { ...described, isLayout: true };
}

function strayLine(ink: string): Words {
  if (kindOf(ink) === 'list') {
    return {
      found: `an entry of a list where there is no list: ${excerpt(ink)}`,
      expected: 'a key with a value',
      fix: 'put it below the key of its list, which must have nothing else behind its colon',
    };
  }
  return {
    found: `text that belongs to no key: ${excerpt(ink)}`,
    expected: 'a key with a value, or an entry of a list',
    fix: 'give it a key, or indent it further if it goes on with the text above',
  };
}

/** A line without a dash between the entries of a list. */
function lineInList(complaint: Complaint): Described {
  const { root, text, offset } = complaint;
  const line = lineAt(text, offset);
  const above = openLevels(root, text, offset).findLast(({ kind }) => kind === 'text');
  const deep = above && line.indent < above.column ? deepFirstLine(text, above.at, line) : undefined;
  return deep ? { ...deep, offset: line.start + line.indent, isLayout: true } : missingDash(complaint);
}

/** An empty line of many spaces at the beginning of a text below `|`. */
function spacesInFront(): Described {
  return {
    found: 'an empty line with more spaces than the first line of the text below it',
    expected: 'an empty line without spaces',
    fix: 'take the spaces away; if they belong to the text, write how far in it stands, e.g. "|2" in the place of "|"',
  };
}

/** `p: text` where the dashes of a list stand. */
function missingDash({ text, offset }: Pick<Complaint, 'text' | 'offset'>): Described {
  const line = lineAt(text, offset);
  const [word = ''] = line.text.slice(line.indent).split(':', 1);
  return {
    offset: line.start + line.indent,
    isLayout: true,
    found: `"${word}:" without a dash among the entries of a list`,
    expected: 'entries that begin with "- "',
    fix: `write "- ${word}:"; a second key of an entry stands as far in as its first`,
  };
}

/** `-p: text`. */
function gluedDash(word: string): Words {
  return {
    found: `a dash without a space behind it: "-${word}:"`,
    expected: 'entries that begin with "- "',
    fix: `write "- ${word}:"`,
  };
}

/** A known key with nothing behind it, not even the colon. */
export function missingColon(word: string): Words {
  return { found: `"${word}" without a colon behind it`, expected: `"${word}:"`, fix: `write "${word}:"` };
}

/** `title:text`. */
export function gluedColon(word: string): Words {
  return {
    found: `no space behind the colon of "${word}:"`,
    expected: 'a space between a key and its value',
    fix: `write "${word}: …"`,
  };
}

function unclosedQuote({ root, offset }: Complaint): Described {
  let opening = { at: offset, sign: '"' };
  visit(root, {
    Scalar(_, { range, type }) {
      if (!range || range[0] >= offset || !type?.startsWith('QUOTE')) return;
      opening = { at: range[0], sign: type === 'QUOTE_SINGLE' ? "'" : '"' };
    },
  });
  const { at, sign } = opening;
  return {
    offset: at,
    found: `${sign} without its closing ${sign}`,
    expected: 'a text that is quoted at both ends',
    fix: `close the quotation; a text that only begins with ${sign} must be quoted as a whole, or stand below "|" on lines of its own`,
  };
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

function unclosedBracket({ root, text, offset }: Complaint): Described {
  if (/[\]}]/u.test(text.charAt(offset))) return mismatched(text.charAt(offset));
  let at = offset;
  visit(root, {
    Collection(_, { range, flow }) {
      if (!range || flow !== true || range[0] >= offset) return;
      if (text[range[1] - 1] !== CLOSING[text.charAt(range[0])]) at = range[0];
    },
  });
  const opening = text.charAt(at);
  return {
    offset: at,
    found: `${opening} without its closing ${CLOSING[opening]}`,
    expected: `a ${CLOSING[opening]} for every ${opening}, and lines between them that are indented further than the key`,
    fix: `close it; a text that begins with ${opening} must be put in quotes`,
  };
}

function mismatched(closing: string): Words {
  return {
    found: `${closing} that closes nothing`,
    expected: 'brackets that close in the order in which they open',
    fix: `take the ${closing} away, or put text that holds brackets in quotes`,
  };
}

/** What stands behind everything that YAML could read. */
function tooMuch(complaint: Complaint): Described {
  const { root, text, offset } = complaint;
  const line = lineAt(text, offset);
  const above = openLevels(root, text, offset).at(-1);
  if (above?.kind === 'text' && above.column > line.indent)
    return { ...misplacedLine(complaint), endsReading: true };
  const sign = text.charAt(offset);
  const words = /[\]}]/u.test(sign) ? mismatched(sign) : strayLine(line.text.slice(offset - line.start));
  return { ...words, endsReading: true };
}

/** A text that begins like a quotation, a list or a map and goes on behind it; or a line that goes on with nothing. */
function textBehind(complaint: Complaint): Described {
  const { text, offset } = complaint;
  const closing = text.slice(0, offset).trimEnd().at(-1) ?? '';
  if (!/["'\]}]/u.test(closing)) return misplacedLine(complaint);
  return {
    found: `${excerpt(restOfLine(text, offset))} behind the closing ${closing}`,
    expected: 'nothing more on the line',
    fix: /["']/u.test(closing)
      ? 'a text that begins with a quotation mark must be quoted as a whole: put it below "|" on lines of its own, or in quotes of the other kind'
      : IN_QUOTES,
  };
}

/** `p: > text`, where the text has to stand below. */
function textBehindHeader({ text, offset, ...rest }: Complaint): Described {
  const line = lineAt(text, offset);
  const header = line.text.slice(0, offset - line.start).search(/[|>][-+\d]*[ \t]*$/u);
  return signInFront({ ...rest, text, offset: header < 0 ? offset : line.start + header });
}

/** A text that begins with a character that YAML reads as a sign of its own. */
function signInFront({ text, offset }: Complaint): Described {
  const rest = restOfLine(text, offset);
  return {
    offset,
    found: `text that begins with "${rest.charAt(0)}": ${excerpt(rest)}`,
    expected: 'text that begins with a letter or digit, or that stands in quotes',
    fix: IN_QUOTES,
  };
}

/** `---` or `...` in the middle of the file, looked for from the end of the first document. */
export function secondDocument(text: string, from: number): SyntaxFault {
  const found = /^(?:---|\.\.\.)(?=\s|$)/mu.exec(text.slice(from));
  const offset = from + (found?.index ?? 0);
  return {
    code: 'yaml-syntax',
    offset,
    seen: offset,
    isError: true,
    endsReading: true,
    found: `${found?.[0] ?? 'something'}, which begins a second document`,
    expected: 'one document in a file',
    fix: 'take the line away, or indent it if it is part of a text',
  };
}

const FORBIDDEN: ReadonlyMap<string, readonly [name: string, fix: string]> = new Map([
  ['anchor', ['an anchor', 'a text that begins with "&" must be put in quotes']],
  ['alias', ['an alias', 'a text that begins with "*" must be put in quotes']],
  ['tag', ['a tag', 'a text that begins with "!" must be put in quotes']],
  ['directive', ['a directive', 'take the line away']],
  ['explicit-key-ind', ['a key after', 'write the key and its colon on one line, e.g. "title: …"']],
]);

/**
 * Anchors, aliases, tags, directives and keys that are no plain words: well-formed YAML, but each gives a
 * text another meaning than the one that a reader sees.
 */
export function forbiddenSyntax(token: CST.Token): SyntaxFault | undefined {
  const [name, fix] = FORBIDDEN.get(token.type) ?? [];
  if (name === undefined || fix === undefined) return undefined;
  const { offset } = token;
  const found = `${name} ${excerpt('source' in token ? token.source : '')}`;
  return { code: 'yaml-syntax', offset, seen: offset, isError: false, found, expected: PLAIN_YAML, fix };
}

/** What gold uses of YAML. */
export const PLAIN_YAML = 'plain keys, texts, lists and maps only';
