import type { Block } from '../model/document.ts';
import { CharacterClass, characterClass } from './characters.ts';
import { toNormalForm } from './normal-form.ts';

const SPACE = /[\s\u0085]+/u;

/**
 * A text in normal form and without any white space, in which glue, line breaks and invisible characters make no
 * difference: gold and page are compared so. Word by word, because only few words of a page are not in normal form, and
 * those that are cost next to nothing.
 */
export function squeeze(text: string): string {
  return text
    .split(SPACE)
    .map((word) => toNormalForm(word).text)
    .join('')
    .replace(ALL_SPACE, '');
}

/** The normal form of some signs has a space of its own: ´ is a space with an accent. */
const ALL_SPACE = new RegExp(SPACE.source, 'gu');

/**
 * The text of blocks in normal form and without white space, so that neither line breaks nor words glued across
 * elements keep a text from being found; entry `i` of every column belongs to the UTF-16 code unit `i` of `text`.
 */
export interface SqueezedText {
  readonly text: string;
  /** Index of the block it comes from. */
  readonly block: Int32Array;
  /** UTF-16 offsets into the block's text, `end` exclusive. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** 1 where the unit goes on with the word of the unit before it: a text that begins there begins inside a word. */
  readonly glued: Uint8Array;
}

/** Joins blocks to one text as `squeeze` gives it, with where each character comes from. No blocks: empty. */
export function toSqueezedText(blocks: readonly Pick<Block, 'text'>[]): SqueezedText {
  const pieces: string[] = [];
  const columns = {
    block: [] as number[],
    start: [] as number[],
    end: [] as number[],
    glued: [] as number[],
  };
  blocks.forEach(({ text: source }, block) => {
    const { text, origin } = toNormalForm(source);
    let before: number = CharacterClass.OTHER;
    let piece = '';
    for (let at = 0; at < text.length; at++) {
      const unit = text[at]!;
      if (SPACE.test(unit)) {
        before = CharacterClass.OTHER;
        continue;
      }
      const here = classAt(text, at, before);
      piece += unit;
      columns.block.push(block);
      columns.start.push(origin ? origin.start[at]! : at);
      columns.end.push(origin ? origin.end[at]! : at + 1);
      columns.glued.push(goesOn(before, here) ? 1 : 0);
      before = here;
    }
    pieces.push(piece);
  });
  return {
    text: pieces.join(''),
    block: Int32Array.from(columns.block),
    start: Int32Array.from(columns.start),
    end: Int32Array.from(columns.end),
    glued: Uint8Array.from(columns.glued),
  };
}

/** The second half of a surrogate pair is what its first half is. */
function classAt(text: string, at: number, before: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? before : characterClass(text.codePointAt(at)!);
}

function goesOn(before: number, here: number): boolean {
  if (before === CharacterClass.OTHER || here === CharacterClass.OTHER) return false;
  return here === CharacterClass.MARK || (here === before && here === CharacterClass.WORD);
}
