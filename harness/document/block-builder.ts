import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block, Container } from '../model/document.ts';
import type { BlockKind } from '../model/vocabulary.ts';

/** What the next piece of text will be: set by the elements around it. */
export interface BlockContext {
  readonly kind: BlockKind;
  readonly within: readonly Container[];
  /** White space counts, as in `<pre>`. */
  readonly preformatted: boolean;
}

/** From where on the text of a block stands directly in which element. */
export interface TextSource {
  /** UTF-16 offset into the block's text. */
  readonly start: number;
  readonly element: Tree.Element;
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
  /** The blocks that are done. */
  readonly blocks: Block[] = [];
  /** For each of them what its text stands in; empty unless the builder was asked to note it. */
  readonly sources: (readonly TextSource[])[] = [];
  #kind: BlockKind;
  #within: readonly Container[];
  #preformatted: boolean;
  /** The lines of the block that are done, each with its line feed. */
  #lines = '';
  #line = '';
  /** Where a space would be a second one, or the first of its line. */
  #swallowsSpace = true;
  /** Where the text of each element begins in the block at hand. */
  #noted: TextSource[] | undefined;

  constructor({ kind, within, preformatted }: BlockContext, notesSources: boolean) {
    this.#kind = kind;
    this.#within = within;
    this.#preformatted = preformatted;
    if (notesSources) this.#noted = [];
  }

  /** Ends the block at hand; text from here on belongs to the context, as it is now. */
  startBlock({ kind, within, preformatted }: BlockContext): void {
    this.#flush();
    this.#kind = kind;
    this.#within = within;
    this.#preformatted = preformatted;
  }

  /** Adds the text of a text node; `parent` is what it stands in. */
  append(text: string, parent?: Tree.ParentNode | null): void {
    if (this.#preformatted) {
      this.#note(parent);
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
    this.#note(parent);
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

  /** Ends the last block. */
  finish(): void {
    this.#flush();
  }

  #note(parent: Tree.ParentNode | null | undefined): void {
    if (this.#noted === undefined || !parent || !('tagName' in parent)) return;
    if (this.#noted.at(-1)?.element === parent) return;
    this.#noted.push({ start: this.#lines.length + this.#line.length, element: parent });
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
    const noted = this.#noted;
    if (noted !== undefined) this.#noted = [];
    if (!VISIBLE.test(whole)) return;
    // Lines before the first one with text are no part of code either, but its indent is.
    const ended = whole.trimEnd();
    const text = this.#preformatted ? withoutBlankLines(ended) : ended.trimStart();
    this.blocks.push({ kind: this.#kind, text, within: this.#within });
    if (noted !== undefined) this.sources.push(cutToFit(noted, ended.length - text.length, text.length));
  }
}

/** Sources as offsets into the text that is left of a block: what stands in white space cut off is gone. */
function cutToFit(noted: readonly TextSource[], dropped: number, length: number): TextSource[] {
  const moved = noted.map(({ start, element }) => ({ start: Math.max(0, start - dropped), element }));
  return moved.filter(({ start }, index) => start < length && moved[index + 1]?.start !== start);
}

/** A text without the blank lines that it begins with; no regular expression, for V8 has no stack for millions of them. */
function withoutBlankLines(text: string): string {
  const first = text.search(/[^ \t\n]/);
  const last = text.lastIndexOf('\n', first < 0 ? text.length : first);
  return text.slice(last + 1);
}
