import type { Block, Container, Document } from '../model/document.ts';
import type { BlockKind } from '../model/vocabulary.ts';

/** What the next piece of text will be: set by the elements around it. */
export interface BlockContext {
  readonly kind: BlockKind;
  readonly within: readonly Container[];
  /** White space counts, as in `<pre>`. */
  readonly preformatted: boolean;
}

const WHITE_SPACE = /[ \t\n\f\r]+/g;
const BLANK = /^[ \t\n\f\r]+$/;

/** A character that a reader can see; soft hyphens, zero-width characters and white space alone are no text. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * Collects inline text into leaf blocks. White space folds to one space and vanishes at the edges of a line,
 * as a browser renders it; two line breaks in a row, or with nothing to be seen between them, end a paragraph.
 * Text is appended to growing strings and looked at only where a line ends: so time is linear in its length.
 */
export class BlockBuilder {
  readonly #blocks: Block[] = [];
  #kind: BlockKind;
  #within: readonly Container[];
  #preformatted: boolean;
  /** The lines of the block that are done, each with its line feed. */
  #lines = '';
  #line = '';
  /** Where a space would be a second one, or the first of its line. */
  #swallowsSpace = true;

  constructor({ kind, within, preformatted }: BlockContext) {
    this.#kind = kind;
    this.#within = within;
    this.#preformatted = preformatted;
  }

  /** Ends the block at hand; text from here on belongs to the context, as it is now. */
  startBlock({ kind, within, preformatted }: BlockContext): void {
    this.#flush();
    this.#kind = kind;
    this.#within = within;
    this.#preformatted = preformatted;
  }

  /** Adds the text of a text node. */
  append(text: string): void {
    if (this.#preformatted) {
      this.#line += text;
      return;
    }
    if (BLANK.test(text)) {
      // Most text nodes of a page: the line feeds and the indent between two tags.
      if (this.#swallowsSpace) return;
      this.#line += ' ';
      this.#swallowsSpace = true;
      return;
    }
    const folded = text.replace(WHITE_SPACE, ' ');
    const fitting = this.#swallowsSpace && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (fitting === '') return;
    this.#line += fitting;
    this.#swallowsSpace = fitting.endsWith(' ');
  }

  /** A `<br>`. */
  lineBreak(): void {
    if (this.#preformatted) this.#line += '\n';
    else if (VISIBLE.test(this.#line)) this.#endLine();
    else this.#flush();
  }

  /** In preformatted text: what follows stands on a line of its own, without an empty one before it. */
  startLine(): void {
    if (this.#line !== '') this.#endLine();
  }

  finish(): Document {
    this.#flush();
    return { blocks: this.#blocks };
  }

  #endLine(): void {
    const line = this.#preformatted ? this.#line.replace(/\n$/, '') : this.#line.trimEnd();
    this.#lines += `${line}\n`;
    this.#line = '';
    this.#swallowsSpace = true;
  }

  #flush(): void {
    const whole = VISIBLE.test(this.#line) ? this.#lines + this.#line : this.#lines;
    this.#lines = '';
    this.#line = '';
    this.#swallowsSpace = true;
    if (!VISIBLE.test(whole)) return;
    // Lines before the first one with text are no part of code either, but its indent is.
    const text = this.#preformatted ? whole.trimEnd().replace(/^(?:[ \t]*\n)+/, '') : whole.trim();
    this.#blocks.push({ kind: this.#kind, text, within: this.#within });
  }
}
