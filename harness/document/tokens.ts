import type { Block } from '../model/document.ts';
import { CharacterClass, characterClass } from './characters.ts';
import { toNormalForm } from './normal-form.ts';

/**
 * Interns strings (or other primitive values) as small integers, so that texts are compared as numbers. A vocabulary may
 * continue another one, whose numbers it shares; the other must not grow from then on. So gold is numbered once, and
 * each extraction adds its own words.
 */
export class Vocabulary<Word extends string | number = string> {
  readonly #base: Vocabulary<Word> | undefined;
  readonly #first: number;
  readonly #ids = new Map<Word, number>();
  readonly #words: Word[] = [];

  constructor(base?: Vocabulary<Word>) {
    this.#base = base;
    this.#first = base?.size ?? 0;
  }

  /** Number of different words seen, those of the vocabulary that it continues among them. */
  get size(): number {
    return this.#first + this.#words.length;
  }

  /** The number of a word: 0, 1, 2 … in the order in which they were first seen. */
  idOf(word: Word): number {
    const known = this.find(word);
    if (known !== undefined) return known;
    const id = this.size;
    this.#ids.set(word, id);
    this.#words.push(word);
    return id;
  }

  /** The number of a word that has been seen; undefined for any other. */
  find(word: Word): number | undefined {
    return this.#base?.find(word) ?? this.#ids.get(word);
  }

  /** The word of a number that `idOf` has given. */
  wordOf(id: number): Word {
    return id < this.#first ? this.#base!.wordOf(id) : this.#words[id - this.#first]!;
  }
}

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
}

/**
 * Cuts blocks into tokens. In the normal form a token is `[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*`, case kept; inside
 * it every character of a script without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) is a token
 * of its own with the marks that follow it. No dictionary is used, so the same text gives the same tokens
 * everywhere under one version of Unicode. A token never spans two blocks. No blocks: no tokens.
 */
export function tokenize(blocks: readonly Pick<Block, 'text'>[], vocabulary: Vocabulary): Tokens {
  const columns: Columns = { ids: [], block: [], start: [], end: [] };
  blocks.forEach(({ text }, index) => tokenizeBlock(text, index, vocabulary, columns));
  return {
    length: columns.ids.length,
    ids: new Int32Array(columns.ids),
    block: new Int32Array(columns.block),
    start: new Int32Array(columns.start),
    end: new Int32Array(columns.end),
  };
}

interface Columns {
  readonly ids: number[];
  readonly block: number[];
  readonly start: number[];
  readonly end: number[];
}

function tokenizeBlock(source: string, block: number, vocabulary: Vocabulary, columns: Columns): void {
  const { text, origin } = toNormalForm(source);
  let position = 0;
  while (position < text.length) {
    const codePoint = text.codePointAt(position)!;
    const first = characterClass(codePoint);
    const start = position;
    position += widthOf(codePoint);
    if (first === CharacterClass.OTHER || first === CharacterClass.MARK) continue;
    position = endOfToken(text, position, first);
    columns.ids.push(vocabulary.idOf(text.slice(start, position)));
    columns.block.push(block);
    columns.start.push(origin ? origin.start[start]! : start);
    columns.end.push(origin ? origin.end[position - 1]! : position);
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
  // No regular expression: V8 has no stack for a run of millions of letters.
  let start = -1;
  for (let position = 0; position < text.length;) {
    const codePoint = text.codePointAt(position)!;
    const kind = characterClass(codePoint);
    const isWord = kind === CharacterClass.WORD || kind === CharacterClass.UNSPACED;
    if (isWord && start < 0) start = position;
    else if (!isWord && start >= 0) {
      words.push(text.slice(start, position));
      start = -1;
    }
    position += widthOf(codePoint);
  }
  if (start >= 0) words.push(text.slice(start));
  return words;
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
