import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block } from '../../model/document.ts';
import { BlockBuilder } from '../block-builder.ts';
import type { TextSource } from '../block-builder.ts';
import { flowOf, hidesContent, inlineStyleOf, isHidden, isNoText, spreadsChildren } from '../elements.ts';
import type { Flow } from '../elements.ts';
import { isDrawnFormula } from './formula.ts';
import { Frames } from './frames.ts';
import type { Frame } from './frames.ts';
import type { InlineStyle } from './inline-style.ts';
import { holdersOfVisible } from './holders-of-visible.ts';

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
  /** Its children stand apart, as those of `display: flex` do. */
  readonly spreads: boolean;
  /** Its own text is not seen, by `visibility`; that of an element in it may be. */
  readonly isInvisible: boolean;
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
  /** `own text hidden`: it holds elements that are seen, and only the text directly in it is left out. */
  readonly because: 'hidden' | 'own text hidden' | 'not text';
}

/** Goes through a tree in the order of its text and makes blocks of what is text by `elements.ts`. */
export class Walk {
  readonly #readsHidden: boolean;
  readonly #notes: Notes;
  readonly #builder: BlockBuilder;
  readonly #passedOver: PassedOver[] = [];
  readonly #frames = new Frames();
  readonly #levels: Level[] = [];
  #root: Tree.ParentNode | undefined;
  /** What `holdersOfVisible` found; looked for when it is first needed, which it is on few pages. */
  #holdersOfVisible: ReadonlySet<Tree.Node> | undefined;

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
    this.#root = root;
    this.#levels.push({
      children: root.childNodes,
      next: 0,
      frame: Frames.top,
      leave: 'inline',
      spreads: false,
      isInvisible: false,
    });
    for (let level = this.#levels.at(-1); level !== undefined; level = this.#levels.at(-1)) {
      const index = level.next++;
      if (index >= level.children.length) this.#close();
      else if (!isDrawnFormula(level.children, index)) this.#enter(level.children[index]!, level);
    }
    this.#builder.finish();
    const { blocks, sources } = this.#builder;
    return { blocks, sources, passedOver: this.#passedOver };
  }

  #close(): void {
    const { leave } = this.#levels.pop()!;
    if (leave === 'block') this.#builder.startBlock(this.#levels.at(-1)!.frame);
    else if (leave === 'line') this.#builder.startLine();
    else if (leave === 'object') this.#builder.append(' ');
  }

  #enter(node: Tree.ChildNode, level: Level): void {
    if ('tagName' in node) this.#enterElement(node, level);
    else if ('value' in node && !level.isInvisible) this.#builder.append(node.value, node.parentNode);
  }

  #enterElement(element: Tree.Element, around: Level): void {
    if (element.tagName === 'br') {
      this.#builder.lineBreak();
      return;
    }
    const style = inlineStyleOf(element);
    if (!this.#readsHidden && isHidden(element, style)) {
      this.#passOver(element, 'hidden');
      return;
    }
    const isText = !isNoText(element);
    const flow = this.#flowIn(around, element, style, isText);
    const isInvisible = this.#isInvisible(style, around);
    if (flow === 'object') this.#builder.append(' ');
    if (
      !isText ||
      (isInvisible && !this.#holdsVisible(element)) ||
      this.#hidesContent(element, style, flow)
    ) {
      if (flow === 'block') this.#startBlock(around.frame);
      this.#passOver(element, isText ? 'hidden' : 'not text');
      return;
    }
    if (isInvisible) this.#passOver(element, 'own text hidden');
    const spreads = spreadsChildren(element, style, around.spreads);
    const { frame, leave } =
      flow === 'block' ? this.#enterBlock(element, around.frame) : { frame: around.frame, leave: flow };
    this.#levels.push({ children: element.childNodes, next: 0, frame, leave, spreads, isInvisible });
  }

  #flowIn({ spreads }: Level, element: Tree.Element, style: InlineStyle | undefined, isText: boolean): Flow {
    const flow = flowOf(element, style);
    if (!spreads || style?.display === 'contents' || element.tagName === 'slot') return flow;
    // A script or template has no box, and so no place of its own.
    return isText || flow === 'object' ? 'block' : flow;
  }

  #isInvisible(style: InlineStyle | undefined, around: Level): boolean {
    if (style?.visibility === undefined) return around.isInvisible;
    return !this.#readsHidden && style.visibility === 'hidden';
  }

  #holdsVisible(element: Tree.Element): boolean {
    this.#holdersOfVisible ??= holdersOfVisible(this.#root!);
    return this.#holdersOfVisible.has(element);
  }

  #hidesContent(element: Tree.Element, style: InlineStyle | undefined, flow: Flow): boolean {
    return !this.#readsHidden && style !== undefined && hidesContent(element, style, flow);
  }

  #passOver(element: Tree.Element, because: PassedOver['because']): void {
    if (this.#notes === 'text and sources') this.#passedOver.push({ element, because });
  }

  /** Begins the block of an element. Inside code it is a line; everywhere else it ends the block before it. */
  #enterBlock(element: Tree.Element, frame: Frame): Pick<Level, 'frame' | 'leave'> {
    if (frame.preformatted) {
      this.#builder.startLine();
      return { frame, leave: 'line' };
    }
    const inner = this.#frames.inside(element, frame);
    this.#builder.startBlock(inner);
    return { frame: inner, leave: 'block' };
  }

  #startBlock(frame: Frame): void {
    if (frame.preformatted) this.#builder.startLine();
    else this.#builder.startBlock(frame);
  }
}
