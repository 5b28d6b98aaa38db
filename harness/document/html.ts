import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Document } from '../model/document.ts';
import { BlockBuilder } from './block-builder.ts';
import { SKIPPED, flowOf, isHidden } from './elements.ts';
import { attributeOf } from './html/attribute.ts';
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

/** A step of the walk, kept on a stack of our own so that no depth of nesting overflows the call stack. */
type Step =
  | { readonly kind: 'enter'; readonly node: Tree.ChildNode; readonly frame: Frame }
  | { readonly kind: 'leave-block'; readonly outer: Frame }
  | { readonly kind: 'leave-line' }
  | { readonly kind: 'leave-object' };

class Walk {
  readonly #readsHidden: boolean;
  readonly #builder = new BlockBuilder(Frames.top.context);
  readonly #frames = new Frames();
  readonly #steps: Step[] = [];

  constructor(reads: 'what is shown' | 'all') {
    this.#readsHidden = reads === 'all';
  }

  run(root: Tree.Document): Document {
    this.#pushChildren(root, Frames.top);
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      if (step.kind === 'enter') this.#enter(step.node, step.frame);
      else if (step.kind === 'leave-block') this.#builder.startBlock(step.outer.context);
      else if (step.kind === 'leave-line') this.#builder.startLine();
      else this.#builder.append(' ');
    }
    return this.#builder.finish();
  }

  #pushChildren(parent: Tree.ParentNode, frame: Frame): void {
    for (let index = parent.childNodes.length - 1; index >= 0; index--) {
      if (isDrawnFormula(parent.childNodes, index)) continue;
      this.#steps.push({ kind: 'enter', node: parent.childNodes[index]!, frame });
    }
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
    const attribute = (wanted: string): string | undefined => attributeOf(element, wanted);
    if (!this.#readsHidden && isHidden(name, attribute)) return;
    const flow = flowOf(name, attribute);
    if (flow === 'object') {
      this.#builder.append(' ');
      this.#steps.push({ kind: 'leave-object' });
    }
    if (SKIPPED.has(name)) return;
    if (flow === 'block') this.#enterBlock(element, frame);
    else this.#pushChildren(element, frame);
  }

  /** Inside code a block is a line; everywhere else it ends the block before it and begins one. */
  #enterBlock(element: Tree.Element, frame: Frame): void {
    if (frame.context.preformatted) {
      this.#builder.startLine();
      this.#steps.push({ kind: 'leave-line' });
      this.#pushChildren(element, frame);
      return;
    }
    const inner = this.#frames.inside(element, frame);
    this.#builder.startBlock(inner.context);
    this.#steps.push({ kind: 'leave-block', outer: frame });
    this.#pushChildren(element, inner);
  }
}
