import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Document } from '../model/document.ts';
import { BlockBuilder } from './block-builder.ts';
import { SKIPPED, flowOf, isHidden } from './elements.ts';
import { parseHtml } from './html/bounded-parser.ts';
import { isDrawnFormula } from './html/formula.ts';
import { Frames } from './html/frames.ts';
import type { Frame } from './html/frames.ts';

/**
 * Reads an HTML page or fragment (parse5: the tree that browsers build) into blocks. Headings, lists,
 * definition lists, quotations, preformatted code, data tables, formulas on lines of their own and captions keep
 * their kind; all other text is `p`. Hidden elements are left out; where a page hides everything, a script is
 * to show it, and it is read as if it were shown. Empty or blank input gives no blocks. Never throws; time and
 * memory are linear in the input.
 */
export function htmlToDocument(html: string): Document {
  const tree = parseHtml(html);
  const shown = new Walk('what is shown').run(tree);
  return shown.blocks.length > 0 ? shown : new Walk('all').run(tree);
}

/**
 * An open element: how far its children have been read, and what is to be done when they have. The walk keeps
 * these on a stack of its own, so that no depth of nesting overflows the call stack, and one for each element
 * rather than each node, because most of the time of a walk goes into objects of its own.
 */
interface Level {
  readonly children: readonly Tree.ChildNode[];
  next: number;
  readonly frame: Frame;
  readonly leave: 'block' | 'line' | 'object' | 'inline';
}

class Walk {
  readonly #readsHidden: boolean;
  readonly #builder = new BlockBuilder(Frames.top);
  readonly #frames = new Frames();
  readonly #levels: Level[] = [];

  constructor(reads: 'what is shown' | 'all') {
    this.#readsHidden = reads === 'all';
  }

  run(root: Tree.Document): Document {
    this.#open(root, Frames.top, 'inline');
    for (let level = this.#levels.at(-1); level !== undefined; level = this.#levels.at(-1)) {
      const index = level.next++;
      if (index >= level.children.length) this.#close();
      else if (!isDrawnFormula(level.children, index)) this.#enter(level.children[index]!, level.frame);
    }
    return this.#builder.finish();
  }

  #open(parent: Tree.ParentNode, frame: Frame, leave: Level['leave']): void {
    this.#levels.push({ children: parent.childNodes, next: 0, frame, leave });
  }

  #close(): void {
    const { leave } = this.#levels.pop()!;
    if (leave === 'block') this.#builder.startBlock(this.#levels.at(-1)!.frame);
    else if (leave === 'line') this.#builder.startLine();
    else if (leave === 'object') this.#builder.append(' ');
  }

  #enter(node: Tree.ChildNode, frame: Frame): void {
    if ('value' in node) this.#builder.append(node.value);
    else if ('tagName' in node) this.#enterElement(node, frame);
  }

  #enterElement(element: Tree.Element, frame: Frame): void {
    const name = element.tagName;
    if (name === 'br') {
      this.#builder.lineBreak();
      return;
    }
    if (!this.#readsHidden && isHidden(element)) return;
    const flow = flowOf(element);
    if (flow === 'object') this.#builder.append(' ');
    if (SKIPPED.has(name)) return;
    if (flow === 'block') this.#enterBlock(element, frame);
    else this.#open(element, frame, flow);
  }

  /** Inside code a block is a line; everywhere else it ends the block before it and begins one. */
  #enterBlock(element: Tree.Element, frame: Frame): void {
    if (frame.preformatted) {
      this.#builder.startLine();
      this.#open(element, frame, 'line');
      return;
    }
    const inner = this.#frames.inside(element, frame);
    this.#builder.startBlock(inner);
    this.#open(element, inner, 'block');
  }
}
