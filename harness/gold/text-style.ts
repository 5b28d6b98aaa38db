/**
 * What nobody sees in an editor, or what changes there how the text around it stands, as a class of a regular expression:
 * control characters but for tab, line feed and next line, the byte order mark, what is no character, and what changes the
 * direction of text. Marks of direction (U+200E, U+200F), joiners and soft hyphens belong to text.
 */
export const UNSEEN = String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069`;

// In quotes these are escaped. Tabs and line feeds are no text of one line, and next line breaks it for some readers.
const ESCAPED = new RegExp(`[\\t\\n\\u0085${UNSEEN}]`, 'u');
// What YAML does not allow as it is. A change of direction stands in a literal block as it is, because code has no other form.
// oxlint-disable-next-line no-control-regex
const UNSEEN_IN_LITERAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/u;

// Texts for us. Editors and most other readers take them for nothing, a boolean or a number that JSON cannot hold.
const OTHER_IN_CORE =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|\+?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u;

/**
 * The lines of a text behind its key or dash, the first of which goes on the line of the key; further ones are
 * indented by two columns. As it is where that is safe, else in double quotes on one line, else, where it has line
 * breaks or would need a `\"`, as a literal block. What a person would not see on the screen (tabs, white space
 * at the end of a line, control characters, changes of direction) is escaped in quotes, so that no editor takes it away unnoticed.
 */
export function linesOfText(text: string): readonly string[] {
  if (isPlain(text)) return [text];
  return readsBetterAsLiteral(text) ? linesOfLiteral(text) : [quoted(text)];
}

/** The lines of a literal block, the header first. */
export function linesOfLiteral(text: string): readonly string[] {
  // YAML measures the indent on the first line that is not empty, unless it is given.
  const indent = /^\n*[ ]/u.test(text) ? '2' : '';
  const keepsBreaks = text.endsWith('\n');
  const lines = (keepsBreaks ? text.slice(0, -1) : text).split('\n');
  return [`|${indent}${keepsBreaks ? '+' : '-'}`, ...lines];
}

/** The first character that a literal block cannot hold, if there is one. */
export function strangerInLiteral(text: string): string | undefined {
  return UNSEEN_IN_LITERAL.exec(text)?.[0];
}

/** The text in double quotes, on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(new RegExp(ESCAPED, 'gu'), escapeOf);
}

/** A word inside brackets or braces: as it is where that is safe, else in double quotes. */
export function wordInFlow(word: string): string {
  return isPlain(word) && !/[,[\]{}?:]/u.test(word) ? word : quoted(word);
}

function isPlain(text: string): boolean {
  if (text === '' || ESCAPED.test(text) || /^\s|\s$/u.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/u.test(text) || /: |:$| #/u.test(text)) return false;
  if (text === 'todo') return false; // bare it is a value that is missing
  const isTooLarge = /^[-+]?[\d.]+e\+?\d+$/iu.test(text) && !Number.isFinite(Number(text));
  return !isTooLarge && !OTHER_IN_CORE.test(text);
}

function readsBetterAsLiteral(text: string): boolean {
  const hasReason = text.includes('\n') || /["\\]/u.test(text);
  const isHarmed = text.startsWith('\n') || text.endsWith('\n') || /[^\S\n]$/mu.test(text);
  return hasReason && !isHarmed && !ESCAPED.test(text.replaceAll('\n', ''));
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
