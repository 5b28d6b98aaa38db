import type { Block } from '../model/document.ts';
import { CharacterClass, characterClass } from './characters.ts';
import { normalFormOfUnit, toNormalForm } from './normal-form.ts';
import { Vocabulary } from './vocabulary.ts';

export { Vocabulary };

/** The tokens of a document in reading order, as columns; token `i` is entry `i` of every column. */
export interface Tokens {
  readonly length: number;
  /** Which token it is, by the vocabulary given. */
  readonly ids: Int32Array;
  /** Index of the block it stands in. */
  readonly block: Int32Array;
  /** Its characters: UTF-16 offsets into the block's text, `end` exclusive. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Whether they are the words that `pythonWords` finds, too: no normal form, mark or script without spaces parts the two. */
  readonly areWords: boolean;
}

/**
 * Cuts blocks into tokens. In the normal form a token is `[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*`, case kept; inside
 * it every character of a script without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) is a token
 * of its own with the marks that follow it. No dictionary is used, so the same text gives the same tokens
 * everywhere under one version of Unicode. A token never spans two blocks. No blocks: no tokens.
 */
export function tokenize(blocks: readonly Pick<Block, 'text'>[], vocabulary: Vocabulary): Tokens {
  const columns = new Columns();
  blocks.forEach(({ text }, index) => tokenizeBlock(text, index, vocabulary, columns));
  return columns.toTokens();
}

/** Four numbers a token, in the order of `Tokens`. */
class Columns {
  #numbers = new Int32Array(1024);
  #length = 0;
  areWords = true;

  push(id: number, block: number, start: number, end: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Int32Array(2 * this.#length);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length] = id;
    this.#numbers[this.#length + 1] = block;
    this.#numbers[this.#length + 2] = start;
    this.#numbers[this.#length + 3] = end;
    this.#length += 4;
  }

  get length(): number {
    return this.#length / 4;
  }

  /** Takes the tokens from the end that are beyond so many. */
  cut(length: number): void {
    this.#length = 4 * length;
  }

  toTokens(): Tokens {
    const { length, areWords } = this;
    const column = (offset: number): Int32Array => {
      const numbers = new Int32Array(length);
      for (let token = 0; token < length; token++) numbers[token] = this.#numbers[4 * token + offset]!;
      return numbers;
    };
    return { length, ids: column(0), block: column(1), start: column(2), end: column(3), areWords };
  }
}

function tokenizeBlock(text: string, block: number, vocabulary: Vocabulary, columns: Columns): void {
  const before = columns.length;
  if (tokenizePlain(text, block, vocabulary, columns)) return;
  columns.cut(before);
  columns.areWords = false;
  tokenizeAny(text, block, vocabulary, columns);
}

/** What the normal form may make another token of, be it with its neighbours. */
const UNSETTLED = 4;
/** 1 + the class of each UTF-16 unit, or `UNSETTLED`; 0 for those that nobody has asked for. */
const units = new Uint8Array(2 ** 16);

function unitClass(unit: number): number {
  if (units[unit] === 0) units[unit] = 1 + findClass(unit);
  return units[unit]! - 1;
}

function findClass(unit: number): number {
  const found = characterClass(unit);
  const normal = normalFormOfUnit(unit);
  if (normal === undefined) return UNSETTLED;
  if (normal === String.fromCharCode(unit)) return found;
  // A no-break space, an ellipsis: no part of a token, before and after.
  const isOutside = Array.from(normal).every(
    (each) => characterClass(each.codePointAt(0)!) === CharacterClass.OTHER,
  );
  return isOutside && found === CharacterClass.OTHER ? CharacterClass.OTHER : UNSETTLED;
}

/**
 * Cuts a text, as most are, whose tokens stand in it as they are in its normal form. False: it is none, or may be none; what
 * was cut up to there is right, and not all.
 */
function tokenizePlain(text: string, block: number, vocabulary: Vocabulary, columns: Columns): boolean {
  for (let position = 0; position < text.length;) {
    const first = unitClass(text.charCodeAt(position));
    if (first === UNSETTLED) return false;
    const start = position++;
    if (first === CharacterClass.OTHER) continue;
    let next: number = CharacterClass.OTHER;
    while (position < text.length) {
      next = unitClass(text.charCodeAt(position));
      if (next !== CharacterClass.WORD || first !== CharacterClass.WORD) break;
      position++;
    }
    if (next === UNSETTLED) return false;
    if (first === CharacterClass.UNSPACED) columns.areWords = false;
    columns.push(vocabulary.idOfPart(text, start, position), block, start, position);
  }
  return true;
}

function tokenizeAny(source: string, block: number, vocabulary: Vocabulary, columns: Columns): void {
  const { text, origin } = toNormalForm(source);
  let position = 0;
  while (position < text.length) {
    const codePoint = text.codePointAt(position)!;
    const first = characterClass(codePoint);
    const start = position;
    position += widthOf(codePoint);
    if (first === CharacterClass.OTHER || first === CharacterClass.MARK) continue;
    position = endOfToken(text, position, first);
    columns.push(
      vocabulary.idOfPart(text, start, position),
      block,
      origin ? origin.start[start]! : start,
      origin ? origin.end[position - 1]! : position,
    );
  }
}

/** A character of an unspaced script takes only marks along; a word, letters of its own kind and marks. */
function endOfToken(text: string, from: number, first: number): number {
  let position = from;
  while (position < text.length) {
    const codePoint = text.codePointAt(position)!;
    const next = characterClass(codePoint);
    const belongs = next === CharacterClass.MARK || (next === CharacterClass.WORD && first === next);
    if (!belongs) break;
    position += widthOf(codePoint);
  }
  return position;
}

/**
 * The `\w+` words of Python's `re` over `str` (letters, numbers and the low line; marks end a word), case kept.
 * Source: scrapinghub/article-extraction-benchmark and WCXB `evaluate.py`, which both tokenise so.
 */
export function pythonWords(text: string): string[] {
  const words: string[] = [];
  eachPythonWord(text, (start, end) => words.push(text.slice(start, end)));
  return words;
}

/** The numbers of these words. */
export function pythonWordIds(text: string, vocabulary: Vocabulary): Int32Array {
  const ids: number[] = [];
  eachPythonWord(text, (start, end) => ids.push(vocabulary.idOfPart(text, start, end)));
  return Int32Array.from(ids);
}

function eachPythonWord(text: string, take: (start: number, end: number) => void): void {
  // No regular expression: V8 has no stack for a run of millions of letters.
  let start = -1;
  for (let position = 0; position < text.length;) {
    const codePoint = text.codePointAt(position)!;
    const kind = characterClass(codePoint);
    const isWord = kind === CharacterClass.WORD || kind === CharacterClass.UNSPACED;
    if (isWord && start < 0) start = position;
    else if (!isWord && start >= 0) {
      take(start, position);
      start = -1;
    }
    position += widthOf(codePoint);
  }
  if (start >= 0) take(start, text.length);
}

/** White space as Python's `\s`, `str.split` and `str.strip` know it, which is not quite that of JavaScript. */
// oxlint-disable-next-line no-control-regex -- four control characters are white space to Python
const PYTHON_SPACE = /[\t-\r\u001c-\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;

/** Runs of white space made one space, none at the ends. */
export function foldPythonSpace(text: string): string {
  return text.replace(PYTHON_SPACE, ' ').replace(/^ | $/g, '');
}

/** What stands between white space, as Python's `str.split()` cuts it; none in blank text. */
export function spacedTokens(text: string): string[] {
  const folded = foldPythonSpace(text);
  return folded === '' ? [] : folded.split(' ');
}

function widthOf(codePoint: number): 1 | 2 {
  return codePoint > 0xffff ? 2 : 1;
}
