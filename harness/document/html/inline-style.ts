/** What a `style` attribute says of how its element is shown. What is absent it leaves as it is. */
export interface InlineStyle {
  readonly display?: Display;
  readonly visibility?: 'visible' | 'hidden';
  readonly contentVisibility?: 'visible' | 'hidden';
}

/** Values of `display`, as far as they matter to text. */
export type Display =
  | 'none'
  /** The element has no box; what is in it stands in its place. */
  | 'contents'
  | 'inline'
  /** In the line, as a box of its own: `inline-block` and the like. */
  | 'inline box'
  /** The same, and what is in it stands apart: `inline-flex`, `inline-grid`. */
  | 'inline flex'
  | 'block'
  /** A block, and what is in it stands apart: `flex`, `grid`. */
  | 'flex';

/** What a property may say; `as it is` is a valid value that changes nothing. */
type Values<T> = ReadonlyMap<string, T | 'as it is'>;

const AS_IT_IS = 'inherit, revert, revert-layer';

/** Values of two words with the words in the order of the alphabet. */
const DISPLAYS: Values<Display> = valuesOf(
  ['none', 'none'],
  ['contents', 'contents'],
  ['inline', 'inline, initial, unset, ruby, math, flow inline, inline ruby, inline math'],
  ['inline box', 'inline-block, inline-table, -webkit-inline-box, flow-root inline, inline table'],
  ['inline flex', 'inline-flex, inline-grid, -webkit-inline-flex, flex inline, grid inline'],
  ['block', 'block, flow-root, list-item, -webkit-box, block flow, block flow-root, block list-item, block math, block ruby'],
  ['block', 'table, table-caption, table-cell, table-column, table-column-group, table-footer-group'],
  ['block', 'table-header-group, table-row, table-row-group, block table'],
  ['flex', 'flex, grid, -webkit-flex, block flex, block grid'],
  ['as it is', AS_IT_IS],
); // prettier-ignore

const VISIBILITIES: Values<'visible' | 'hidden'> = valuesOf(
  ['visible', 'visible, initial'],
  ['hidden', 'hidden, collapse'],
  ['as it is', `${AS_IT_IS}, unset`],
);

const CONTENT_VISIBILITIES: Values<'visible' | 'hidden'> = valuesOf(
  ['visible', 'visible, auto, initial, unset'],
  ['hidden', 'hidden'],
  ['as it is', AS_IT_IS],
);

function valuesOf<T>(...lists: readonly (readonly [meaning: T, values: string])[]): ReadonlyMap<string, T> {
  return new Map(
    lists.flatMap(([meaning, values]) => values.split(', ').map((value) => [value, meaning] as const)),
  );
}

/** Most styles say nothing about it, and need no reading. */
const OF_INTEREST = /display|visibility|\\/i;

/**
 * Reads a `style` attribute as browsers do: comments, strings and `url(…)` hold no declarations; a declaration whose
 * value is not valid counts for nothing; of those left the last one counts, those with `!important` first. A variable
 * is valid, and what it stands for is not known here: it changes nothing. Undefined if there is nothing of interest.
 * Takes time linear in the text.
 */
export function readInlineStyle(text: string): InlineStyle | undefined {
  if (!OF_INTEREST.test(text)) return undefined;
  const display = new Winner(DISPLAYS);
  const visibility = new Winner(VISIBILITIES);
  const contentVisibility = new Winner(CONTENT_VISIBILITIES);
  for (const declaration of declarationsOf(text)) {
    const colon = declaration.indexOf(':');
    const name = unescaped(declaration.slice(0, Math.max(0, colon)).trim()).toLowerCase();
    const value = declaration.slice(colon + 1);
    if (name === 'display') display.take(value);
    else if (name === 'visibility') visibility.take(value);
    else if (name === 'content-visibility') contentVisibility.take(value);
  }
  return {
    ...(display.value !== undefined && { display: display.value }),
    ...(visibility.value !== undefined && { visibility: visibility.value }),
    ...(contentVisibility.value !== undefined && { contentVisibility: contentVisibility.value }),
  };
}

/** The declaration of a property that counts, of those taken so far. */
class Winner<T> {
  readonly #values: Values<T>;
  #isImportant = false;
  #value: T | 'as it is' = 'as it is';

  constructor(values: Values<T>) {
    this.#values = values;
  }

  get value(): T | undefined {
    return this.#value === 'as it is' ? undefined : this.#value;
  }

  take(declared: string): void {
    const value = declared.replace(IMPORTANT, '');
    const isImportant = value.length < declared.length;
    const words = unescaped(value.trim()).toLowerCase().split(/\s+/);
    const meaning = /\bvar\(/i.test(value) ? 'as it is' : this.#values.get(words.toSorted().join(' '));
    if (meaning === undefined || (this.#isImportant && !isImportant)) return;
    this.#value = meaning;
    this.#isImportant = isImportant;
  }
}

/** `d\69splay` is `display`. White space that is escaped, as in `none\9` for old browsers, is a letter like any other. */
function unescaped(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|(.))/gi, (_all, hex?: string, character?: string) => {
    const code = hex === undefined ? undefined : Number.parseInt(hex, 16);
    const meant = code === undefined ? character! : code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return /^\S/.test(meant) ? meant : '\ufffd';
  });
}

const IMPORTANT = /!\s*important\s*$/i;

const CLOSERS: ReadonlyMap<string, string> = new Map([['(', ')'], ['[', ']'], ['{', '}']]); // prettier-ignore

/** The declarations of a style, without comments: cut at each `;` that stands in nothing else. */
function declarationsOf(text: string): string[] {
  const declarations: string[] = [];
  const open: string[] = [];
  const special = /[;/\\"'()[\]{}]/g;
  let declaration = '';
  let end = 0;
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    const { 0: character, index } = found;
    declaration += text.slice(end, index);
    end = endOfToken(text, index);
    special.lastIndex = end;
    if (character === ';' && open.length === 0) {
      declarations.push(declaration);
      declaration = '';
      continue;
    }
    const token = text.slice(index, end);
    declaration += token.startsWith('/*') ? ' ' : token;
    const closer = token.length === 1 ? CLOSERS.get(token) : undefined;
    if (closer !== undefined) open.push(closer);
    else if (token === open.at(-1)) open.pop();
  }
  declarations.push(declaration + text.slice(end));
  return declarations;
}

/**
 * Where a token that begins with a special character ends. No regular expression, for V8 has no stack for the
 * megabytes of a picture in an address.
 */
function endOfToken(text: string, start: number): number {
  const character = text[start]!;
  if (character === '\\') return start + 2;
  if (character === '"' || character === "'") return endBehind(character, text, start + 1);
  if (text.startsWith('/*', start)) {
    const end = text.indexOf('*/', start + 2);
    return end < 0 ? text.length : end + 2;
  }
  // An address without quotation marks: whatever stands in it is part of it.
  const isAddress = character === '(' && text.slice(Math.max(0, start - 3), start).toLowerCase() === 'url';
  return isAddress && !/^\(\s*["']/.test(text.slice(start, start + 20))
    ? endBehind(')', text, start + 1)
    : start + 1;
}

/** Behind the next `closer` that no backslash escapes; a string ends where its line does, too. */
function endBehind(closer: string, text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === closer || (character === '\n' && closer !== ')')) return at + 1;
  }
  return text.length;
}
