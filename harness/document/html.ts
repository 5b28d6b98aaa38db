import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Container, Document } from '../model/document.ts';
import type { BlockKind } from '../model/vocabulary.ts';
import { BlockBuilder } from './block-builder.ts';
import type { BlockContext } from './block-builder.ts';
import { BLOCK_LEVEL, INLINE_OBJECTS, LAYOUT_SIGNS, PREFORMATTED, SKIPPED, isHidden } from './elements.ts';

/** Lists and tables nested deeper than this are read as one level: no real page needs more. */
const DEEPEST_NESTING = 16;

const HEADINGS: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>(
  (['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const).map((heading) => [heading, heading]),
);

const TOP: BlockContext = { kind: 'p', within: [], preformatted: false };

/**
 * Reads an HTML page or fragment (parse5: the tree that browsers build) into blocks. Headings, lists,
 * definition lists, quotations, preformatted code, data tables and captions keep their kind; all other text
 * is `p`. Empty or blank input gives no blocks. Never throws; time and memory are linear in the input.
 */
export function htmlToDocument(html: string): Document {
  return new Walk().run(parse(html));
}

/** One open element: what its text is, and how its lists and tables count. */
interface Frame {
  readonly context: BlockContext;
  /** The list, definition list or table that items, rows and cells below count in. */
  readonly counter: Counter | undefined;
}

type Counter = ListCounter | TableCounter;

interface ListCounter {
  readonly kind: 'ul' | 'ol' | 'dl';
  readonly id: number;
  readonly outer: readonly Container[];
  /** -1 before the first. */
  item: number;
}

interface TableCounter {
  readonly kind: 'table';
  readonly id: number;
  readonly outer: readonly Container[];
  /** -1 before the first. */
  row: number;
  column: number;
}

/** A step of the walk, kept on a stack of our own so that no depth of nesting overflows the call stack. */
type Step =
  | { readonly kind: 'enter'; readonly node: Tree.ChildNode; readonly frame: Frame }
  | { readonly kind: 'leave-block'; readonly outer: Frame }
  | { readonly kind: 'leave-object' };

class Walk {
  readonly #builder = new BlockBuilder(TOP);
  readonly #steps: Step[] = [];
  #containers = 0;

  run(root: Tree.Document): Document {
    this.#pushChildren(root, { context: TOP, counter: undefined });
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      if (step.kind === 'enter') this.#enter(step.node, step.frame);
      else if (step.kind === 'leave-block') this.#builder.startBlock(step.outer.context);
      else this.#builder.append(' ');
    }
    return this.#builder.finish();
  }

  #pushChildren(parent: Tree.ParentNode, frame: Frame): void {
    for (let index = parent.childNodes.length - 1; index >= 0; index--) {
      this.#steps.push({ kind: 'enter', node: parent.childNodes[index]!, frame });
    }
  }

  #enter(node: Tree.ChildNode, frame: Frame): void {
    if ('value' in node) {
      this.#builder.append(node.value);
      return;
    }
    if (!('tagName' in node)) return;
    const name = node.tagName;
    if (name === 'br') this.#builder.lineBreak();
    else if (BLOCK_LEVEL.has(name)) this.#enterBlock(node, frame);
    else this.#enterInline(node, frame);
  }

  /** An object in the line keeps the words on both sides of it apart; any other inline element does not. */
  #enterInline(node: Tree.Element, frame: Frame): void {
    if (INLINE_OBJECTS.has(node.tagName)) {
      this.#builder.append(' ');
      this.#steps.push({ kind: 'leave-object' });
    }
    if (!isUnseen(node)) this.#pushChildren(node, frame);
  }

  #enterBlock(node: Tree.Element, frame: Frame): void {
    if (isUnseen(node)) return;
    const inner = this.#frameFor(node, frame);
    this.#builder.startBlock(inner.context);
    this.#steps.push({ kind: 'leave-block', outer: frame });
    this.#pushChildren(node, inner);
  }

  #frameFor(node: Tree.Element, frame: Frame): Frame {
    const name = node.tagName;
    const { context, counter } = frame;
    const heading = HEADINGS.get(name);
    if (heading !== undefined) return { context: { ...context, kind: heading }, counter };
    if (PREFORMATTED.has(name)) {
      return { context: { kind: 'code', within: context.within, preformatted: true }, counter };
    }
    switch (name) {
      case 'ul':
      case 'menu':
      case 'dir':
        return this.#openList('ul', context);
      case 'ol':
      case 'dl':
        return this.#openList(name, context);
      case 'li':
        return counter && counter.kind !== 'table' ? nextItem(counter, true) : frame;
      case 'dt':
      case 'dd':
        return counter?.kind === 'dl' ? nextItem(counter, name === 'dt') : frame;
      case 'blockquote':
        return { context: this.#quote(context), counter: undefined };
      case 'table':
        return isDataTable(node) ? this.#openTable(context) : { context, counter: undefined };
      case 'tr':
        return counter?.kind === 'table' ? nextRow(counter, frame) : frame;
      case 'td':
      case 'th':
        return counter?.kind === 'table' ? nextCell(counter) : frame;
      case 'caption':
      case 'figcaption':
        return { context: { ...context, kind: 'caption' }, counter };
      default:
        return frame;
    }
  }

  #openList(kind: 'ul' | 'ol' | 'dl', { kind: outerKind, within, preformatted }: BlockContext): Frame {
    if (within.length >= DEEPEST_NESTING) {
      return { context: { kind: outerKind, within, preformatted }, counter: undefined };
    }
    const counter: Counter = { kind, id: this.#containers++, outer: within, item: -1 };
    // Text that stands in the list but in no item counts as part of its first item.
    return {
      context: { kind, within: [...within, { kind, id: counter.id, item: 0 }], preformatted },
      counter,
    };
  }

  #openTable(context: BlockContext): Frame {
    if (context.within.length >= DEEPEST_NESTING) return { context, counter: undefined };
    const outer = context.within;
    return { context, counter: { kind: 'table', id: this.#containers++, outer, row: -1, column: -1 } };
  }

  #quote(context: BlockContext): BlockContext {
    if (context.within.length >= DEEPEST_NESTING) return { ...context, kind: 'quote' };
    const within: Container[] = [...context.within, { kind: 'quote', id: this.#containers++ }];
    return { ...context, kind: 'quote', within };
  }
}

/** An item of a list. A definition's texts stay with their term; a stray one opens an item of its own. */
function nextItem(counter: ListCounter, advances: boolean): Frame {
  if (advances || counter.item < 0) counter.item++;
  const { kind } = counter;
  const within: Container[] = [...counter.outer, { kind, id: counter.id, item: counter.item }];
  return { context: { kind, within, preformatted: false }, counter: kind === 'dl' ? counter : undefined };
}

function nextRow(counter: TableCounter, frame: Frame): Frame {
  counter.row++;
  counter.column = -1;
  return frame;
}

function nextCell(counter: TableCounter): Frame {
  counter.column++;
  const cell: Container = { kind: 'table', id: counter.id, row: counter.row, column: counter.column };
  return {
    context: { kind: 'table', within: [...counter.outer, cell], preformatted: false },
    counter: undefined,
  };
}

/**
 * A table of data has at least two cells in some row and nothing inside that only a page layout needs;
 * `role="presentation"` settles it. The text of a layout table is read as if its cells were `div`s.
 */
function isDataTable(table: Tree.Element): boolean {
  const role = attributeOf(table, 'role');
  if (role === 'presentation' || role === 'none') return false;
  let cellsInRow = 0;
  let widestRow = 0;
  const open: Tree.ChildNode[] = table.childNodes.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!('tagName' in node)) continue;
    if (LAYOUT_SIGNS.has(node.tagName)) return false;
    if (node.tagName === 'tr') cellsInRow = 0;
    if (node.tagName === 'td' || node.tagName === 'th') widestRow = Math.max(widestRow, ++cellsInRow);
    for (let index = node.childNodes.length - 1; index >= 0; index--) open.push(node.childNodes[index]!);
  }
  return widestRow >= 2;
}

function isUnseen(element: Tree.Element): boolean {
  return SKIPPED.has(element.tagName) || isHidden(element.tagName, (name) => attributeOf(element, name));
}

function attributeOf(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
