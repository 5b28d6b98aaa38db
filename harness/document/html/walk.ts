import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block } from '../../model/document.ts';
import { BlockBuilder } from '../block-builder.ts';
import type { TextSource } from '../block-builder.ts';
import { SKIPPED, flowOf, isHidden } from '../elements.ts';
import { isDrawnFormula } from './formula.ts';
import { Frames } from './frames.ts';
import type { Frame } from './frames.ts';

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

/** What a walk found. */
export interface WalkedText {
  readonly blocks: readonly Block[];
  /** For each block what its text stands in; empty unless sources are noted. */
  readonly sources: readonly (readonly TextSource[])[];
  /** Empty unless sources are noted. */
  readonly passedOver: readonly PassedOver[];
}

/** What a walk may note beside the text. */
export type Notes = 'text' | 'text and sources';

/** Why an element was left out of the text. */
export interface PassedOver {
  readonly element: Tree.Element;
  readonly because: 'hidden' | 'not text';
}

/** Goes through a tree in the order of its text and makes blocks of what is text by `elements.ts`. */
export class Walk {
  readonly #readsHidden: boolean;
  readonly #notes: Notes;
  readonly #builder: BlockBuilder;
  readonly #passedOver: PassedOver[] = [];
  readonly #frames = new Frames();
  readonly #levels: Level[] = [];

  constructor(reads: 'what is shown' | 'all', notes: Notes) {
    this.#readsHidden = reads === 'all';
    this.#notes = notes;
    this.#builder = new BlockBuilder(Frames.top, notes === 'text and sources');
  }

  /**
   * The blocks below a node; with sources noted, also what each block stands in and which elements were left out, in
   * the order of the page.
   */
  run(root: Tree.ParentNode): WalkedText {
    this.#open(root, Frames.top, 'inline');
    for (let level = this.#levels.at(-1); level !== undefined; level = this.#levels.at(-1)) {
      const index = level.next++;
      if (index >= level.children.length) this.#close();
      else if (!isDrawnFormula(level.children, index)) this.#enter(level.children[index]!, level.frame);
    }
    this.#builder.finish();
    const { blocks, sources } = this.#builder;
    return { blocks, sources, passedOver: this.#passedOver };
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
    if ('value' in node) this.#builder.append(node.value, node.parentNode);
    else if ('tagName' in node) this.#enterElement(node, frame);
  }

  #enterElement(element: Tree.Element, frame: Frame): void {
    const name = element.tagName;
    if (name === 'br') {
      this.#builder.lineBreak();
      return;
    }
    if (!this.#readsHidden && isHidden(element)) {
      this.#passOver(element, 'hidden');
      return;
    }
    const flow = flowOf(element);
    if (flow === 'object') this.#builder.append(' ');
    if (SKIPPED.has(name)) {
      this.#passOver(element, 'not text');
      return;
    }
    if (flow === 'block') this.#enterBlock(element, frame);
    else this.#open(element, frame, flow);
  }

  #passOver(element: Tree.Element, because: PassedOver['because']): void {
    if (this.#notes === 'text and sources') this.#passedOver.push({ element, because });
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
