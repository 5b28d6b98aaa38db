/** Text in normal form, and where each of its UTF-16 code units came from. */
export interface NormalForm {
  readonly text: string;
  /** Offsets into the original text, one per code unit of `text`; absent where nothing changed. */
  readonly origin?: { readonly start: Int32Array; readonly end: Int32Array };
}

const REMOVED = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/u;
const REMOVED_ALL = new RegExp(REMOVED.source, 'gu');

/**
 * Characters that may join the one before them under NFKC: marks and their half-width forms, Hangul vowels and
 * finals and their half-width forms, the vowel signs AM of Thai and Lao, the Kirat Rai vowels; and what is removed, for it may stand between the two.
 * The text may be cut before every other character. A test proves it over all of Unicode.
 */
const JOINS =
  '\\p{M}\\u1160-\\u11FF\\uD7B0-\\uD7FF\\uFF9E-\\uFFDC\\u3131-\\u318E\\u0E33\\u0EB3\\u{16D63}\\u{16D67}-\\u{16D6A}' +
  '\\p{Default_Ignorable_Code_Point}\\p{Bidi_Control}';
/**
 * Longest run of such characters that is normalised as one. Marks are sorted in a time that is quadratic in their
 * number, and no language heaps more than a few; Unicode's own Stream-Safe Text Format cuts after 30.
 */
const LONGEST_RUN = 64;
const LONG_RUN = new RegExp(`[${JOINS}]{${LONGEST_RUN + 1}}`, 'u');
/** A character with those that may join it. */
const PIECE = new RegExp(`[^${JOINS}][${JOINS}]{0,${LONGEST_RUN}}|[${JOINS}]{1,${LONGEST_RUN}}`, 'uy');

/**
 * The normal form in which tokens are compared: default-ignorable characters (soft hyphen, zero-width and
 * variation characters …) and bidirectional controls removed, then NFKC, so that the form is stable under
 * both. Lone surrogates stay as they are. A heap of more than 64 marks is normalised in pieces of 64, so that
 * time is linear in the text.
 */
export function toNormalForm(text: string): NormalForm {
  if (endOfSettled(text, 0) === text.length) return { text };
  if (!LONG_RUN.test(text) && text.normalize('NFKC') === text && !REMOVED.test(text)) return { text };
  const pieces: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  let at = 0;
  const add = (source: string, piece: string): void => {
    const isSame = piece === source;
    pieces.push(piece);
    for (let offset = 0; offset < piece.length; offset++) {
      start.push(at + (isSame ? offset : 0));
      end.push(at + (isSame ? offset + 1 : source.length));
    }
    at += source.length;
  };
  while (at < text.length) {
    const settled = endOfSettled(text, at);
    // What is behind may join the last character.
    const same = text.slice(at, settled === text.length ? settled : Math.max(at, settled - 1));
    add(same, same);
    PIECE.lastIndex = at;
    const [changed] = PIECE.exec(text) ?? [''];
    add(changed, changed.replace(REMOVED_ALL, '').normalize('NFKC'));
  }
  return { text: pieces.join(''), origin: { start: Int32Array.from(start), end: Int32Array.from(end) } };
}

/** The first place from one on at which a character changes, by itself or with the one before it; else the end. */
function endOfSettled(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80 && !isSettledUnit(unit)) return at;
  }
  return text.length;
}

const PAGE_BITS = 8;
const PAGE_SIZE = 1 << PAGE_BITS;
const pages: (Uint8Array | undefined)[] = [];
const JOINS_ONE = new RegExp(`^[${JOINS}]$`, 'u');

/**
 * What a UTF-16 unit becomes, whatever stands before and behind it; undefined where that hangs on its neighbours: for what
 * joins the character before it, what is removed so that its neighbours meet, and halves of a surrogate pair.
 */
export function normalFormOfUnit(unit: number): string | undefined {
  const character = String.fromCharCode(unit);
  const hangs = /\p{Cs}/u.test(character) || JOINS_ONE.test(character) || REMOVED.test(character);
  return hangs ? undefined : character.normalize('NFKC');
}

/** Whether a UTF-16 unit is a character that never changes, by itself or with the one before it. */
function isSettledUnit(unit: number): boolean {
  const page = (pages[unit >> PAGE_BITS] ??= Uint8Array.from({ length: PAGE_SIZE }, (_, offset) => {
    const each = (unit & -PAGE_SIZE) + offset;
    return normalFormOfUnit(each) === String.fromCharCode(each) ? 1 : 0;
  }));
  return page[unit & (PAGE_SIZE - 1)] === 1;
}
