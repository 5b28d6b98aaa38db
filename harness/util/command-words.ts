import { AssayError } from './error.ts';

/** A program and its arguments. */
export type Words = readonly [program: string, ...words: string[]];

/** Signs that mean something to a shell where they are not quoted. */
const SHELL_SIGNS = new Set('|&;<>()$`');

/**
 * The words of a command that is written as one text, as a shell would read them, or as a list of its words, which are
 * taken as they are. In a text white space stands between words, with quotes and backslashes as in POSIX. Nothing is
 * expanded and nothing piped, because no shell is started; a command that is quoted as a whole, as in
 * `cmd:"program --option"`, is what stands in the quotes.
 *
 * @param what how messages call the command
 * @throws AssayError `usage`: nothing there, a quote without its end, or a sign that asks for a shell.
 */
export function commandWords(command: string | readonly string[], what: string): Words {
  return typeof command === 'string' ? splitWords(command, what) : atLeastOne(command, what);
}

/** A command as it is shown: the text that was written, or the words of the list with blanks between them. */
export function commandText(command: string | readonly string[]): string {
  return typeof command === 'string' ? command : command.join(' ');
}

/** Words as they are typed into a POSIX shell: what means something to it is in quotes. */
export function shellText(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./#-]+$/u.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');
}

function splitWords(command: string, what: string): Words {
  const words = readWords(command, what);
  const [only] = words;
  if (words.length === 1 && only !== undefined && /\s/.test(only) && /^\s*["']/.test(command)) {
    return splitWords(only, what);
  }
  return atLeastOne(words, what);
}

function atLeastOne([program, ...words]: readonly string[], what: string): Words {
  if (program !== undefined && program !== '') return [program, ...words];
  throw new AssayError('usage', `${what}: found no command; expected a program and its arguments`);
}

/** A part of a command that has been read. */
interface Piece {
  readonly text: string;
  /** Where the next one begins. */
  readonly end: number;
}

function readWords(command: string, what: string): string[] {
  const words: string[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(command.charAt(at))) at++;
    if (at >= command.length) return words;
    const word = readWord(command, at, what);
    words.push(word.text);
    at = word.end;
  }
}

function readWord(command: string, start: number, what: string): Piece {
  let text = '';
  let at = start;
  while (at < command.length && !/\s/.test(command.charAt(at))) {
    const part = readPart(command, at, what);
    text += part.text;
    at = part.end;
  }
  return { text, end: at };
}

/** A quotation, an escaped sign, or one sign. */
function readPart(command: string, at: number, what: string): Piece {
  const sign = command.charAt(at);
  if (sign === "'" || sign === '"') return readQuotation(command, at, what);
  if (sign === '\\') return { text: command.charAt(at + 1), end: at + 2 };
  if (SHELL_SIGNS.has(sign)) {
    const found = `${what}: found ${sign} outside of quotes; expected a program and its arguments, because no shell is started`;
    throw new AssayError('usage', `${found}; quote it, or write sh -c '…'`);
  }
  return { text: sign, end: at + 1 };
}

/** In double quotes a backslash keeps a quote, a backslash and the signs that a shell would expand from being one. */
function readQuotation(command: string, start: number, what: string): Piece {
  const quote = command.charAt(start);
  let text = '';
  for (let at = start + 1; at < command.length; at++) {
    const sign = command.charAt(at);
    if (sign === quote) return { text, end: at + 1 };
    const isEscape = quote === '"' && sign === '\\' && /["\\$`]/.test(command.charAt(at + 1));
    text += isEscape ? command.charAt(++at) : sign;
  }
  throw new AssayError('usage', `${what}: found a ${quote} without its end; expected another one`);
}
