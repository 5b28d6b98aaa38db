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
/**
 * Runs of ASCII go as one piece, but for the last character, which a mark may follow; and no longer than 4,096, for V8 has
 * no stack for a run of millions.
 */
const PIECES = new RegExp(
  `[\\0-\\x7F]{1,4096}(?=[\\0-\\x7F])|[^${JOINS}][${JOINS}]{0,${LONGEST_RUN}}|[${JOINS}]{1,${LONGEST_RUN}}`,
  'gu',
);

/**
 * The normal form in which tokens are compared: default-ignorable characters (soft hyphen, zero-width and
 * variation characters …) and bidirectional controls removed, then NFKC, so that the form is stable under
 * both. Lone surrogates stay as they are. A heap of more than 64 marks is normalised in pieces of 64, so that
 * time is linear in the text.
 */
export function toNormalForm(text: string): NormalForm {
  if (isSettled(text)) return { text };
  if (!LONG_RUN.test(text) && text.normalize('NFKC') === text && !REMOVED.test(text)) return { text };
  const pieces: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  for (const match of text.matchAll(PIECES)) {
    const source = match[0];
    const piece = source.replace(REMOVED_ALL, '').normalize('NFKC');
    pieces.push(piece);
    const same = piece === source;
    for (let offset = 0; offset < piece.length; offset++) {
      start.push(match.index + (same ? offset : 0));
      end.push(match.index + (same ? offset + 1 : source.length));
    }
  }
  return { text: pieces.join(''), origin: { start: Int32Array.from(start), end: Int32Array.from(end) } };
}

/** Whether no character of a text changes, by itself or with the one before it. */
function isSettled(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80 && settled(unit) === 0) return false;
  }
  return true;
}

const PAGE_BITS = 8;
const PAGE_SIZE = 1 << PAGE_BITS;
const pages: (Uint8Array | undefined)[] = [];
const JOINS_ONE = new RegExp(`^[${JOINS}]$`, 'u');

/** 1 for a UTF-16 unit that is a character which never changes; 0 for others, and for halves of a surrogate pair. */
function settled(unit: number): number {
  const page = (pages[unit >> PAGE_BITS] ??= Uint8Array.from({ length: PAGE_SIZE }, (_, offset) => {
    const character = String.fromCharCode((unit & -PAGE_SIZE) + offset);
    const changes = /\p{Cs}/u.test(character) || JOINS_ONE.test(character) || REMOVED.test(character);
    return !changes && character.normalize('NFKC') === character ? 1 : 0;
  }));
  return page[unit & (PAGE_SIZE - 1)]!;
}
