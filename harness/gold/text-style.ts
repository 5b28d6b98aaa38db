// What YAML does not allow as it is, and what an editor would not show: controls, and the byte order mark.
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/u;
// oxlint-disable-next-line no-control-regex
const UNSEEN_IN_LITERAL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/u;

// Texts for us. Editors and most other readers take them for nothing, a boolean or a number that JSON cannot hold.
const OTHER_IN_CORE =
  /^(?:~|null|Null|NULL|true|True|TRUE|false|False|FALSE|\+?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/u;

/**
 * The lines of a text behind its key or dash, the first of which goes on the line of the key; further ones are
 * indented by two columns. As it is where that is safe, else in double quotes on one line, else, where it has line
 * breaks or would need a `\"`, as a literal block. What a person would not see on the screen (tabs, white space
 * at the end of a line, control characters) is escaped in quotes, so that no editor takes it away unnoticed.
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
  return JSON.stringify(text).replace(new RegExp(UNSEEN, 'gu'), escapeOf);
}

/** A word inside brackets or braces: as it is where that is safe, else in double quotes. */
export function wordInFlow(word: string): string {
  return isPlain(word) && !/[,[\]{}?:]/u.test(word) ? word : quoted(word);
}

function isPlain(text: string): boolean {
  if (text === '' || UNSEEN.test(text) || /^\s|\s$/u.test(text)) return false;
  if (/^[-?:,[\]{}#&*!|>'"%@`]/u.test(text) || /: |:$| #/u.test(text)) return false;
  if (text === 'todo') return false; // bare it is a value that is missing
  const isTooLarge = /^[-+]?[\d.]+e\+?\d+$/iu.test(text) && !Number.isFinite(Number(text));
  return !isTooLarge && !OTHER_IN_CORE.test(text);
}

function readsBetterAsLiteral(text: string): boolean {
  const hasReason = text.includes('\n') || /["\\]/u.test(text);
  const isHarmed = text.startsWith('\n') || text.endsWith('\n') || /\t|[^\S\n]$/mu.test(text);
  return hasReason && !isHarmed && !UNSEEN_IN_LITERAL.test(text);
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
