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

/**
 * Collects inline text into leaf blocks. White space folds to one space and vanishes at the edges of a line,
 * as a browser renders it; two line breaks in a row end a paragraph.
 */
export class BlockBuilder {
  readonly #blocks: Block[] = [];
  #text = '';
  #context: BlockContext;

  constructor(context: BlockContext) {
    this.#context = context;
  }

  /** Ends the block at hand; text from here on belongs to `context`. */
  startBlock(context: BlockContext): void {
    this.#flush();
    this.#context = context;
  }

  /** Adds the text of a text node. */
  append(text: string): void {
    if (this.#context.preformatted) {
      this.#text += text;
      return;
    }
    let folded = text.replace(WHITE_SPACE, ' ');
    const atLineStart = this.#text === '' || this.#text.endsWith('\n') || this.#text.endsWith(' ');
    if (atLineStart && folded.startsWith(' ')) folded = folded.slice(1);
    this.#text += folded;
  }

  /** A `<br>`: a second one in a row ends the paragraph. */
  lineBreak(): void {
    if (this.#context.preformatted) {
      this.#text += '\n';
      return;
    }
    if (this.#text.endsWith(' ')) this.#text = this.#text.slice(0, -1);
    if (this.#text.endsWith('\n')) this.#flush();
    else if (this.#text !== '') this.#text += '\n';
  }

  finish(): Document {
    this.#flush();
    return { blocks: this.#blocks };
  }

  #flush(): void {
    const { kind, within, preformatted } = this.#context;
    const text = preformatted ? this.#text.replace(/\s+$/u, '') : this.#text.trim();
    this.#text = '';
    if (text.trim() !== '') this.#blocks.push({ kind, text, within });
  }
}
