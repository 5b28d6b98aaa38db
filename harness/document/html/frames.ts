import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Container } from '../../model/document.ts';
import type { BlockKind } from '../../model/vocabulary.ts';
import type { BlockContext } from '../block-builder.ts';
import { PREFORMATTED } from '../elements.ts';
import { attributeOf } from './attribute.ts';
import { ListCounter, TableCounter } from './counters.ts';
import { isDataTable } from './data-table.ts';

/** One open element: what its text is, and the list or table in which items, rows and cells below it count. */
export interface Frame {
  readonly context: BlockContext;
  readonly counter: ListCounter | TableCounter | undefined;
}

/** Lists, tables and quotations nested deeper than this are read as one level: no real page needs more. */
const DEEPEST_NESTING = 16;

/** Elements of which all text is of one kind, whatever stands around them. */
const KINDS: ReadonlyMap<string, BlockKind> = new Map<string, BlockKind>([
  ['h1', 'h1'],
  ['h2', 'h2'],
  ['h3', 'h3'],
  ['h4', 'h4'],
  ['h5', 'h5'],
  ['h6', 'h6'],
  ['caption', 'caption'],
  ['figcaption', 'caption'],
  ['math', 'math'],
]);

/** Says what the text of each block-level element is, from the element and the frame around it. */
export class Frames {
  #containers = 0;

  /** The frame of the document itself. */
  static readonly top: Frame = {
    context: { kind: 'p', within: [], preformatted: false },
    counter: undefined,
  };

  inside(element: Tree.Element, outer: Frame): Frame {
    const name = element.tagName;
    const { context, counter } = outer;
    const kind = KINDS.get(name);
    if (kind !== undefined) return { context: { ...context, kind }, counter };
    if (PREFORMATTED.has(name)) return { context: { ...context, kind: 'code', preformatted: true }, counter };
    switch (name) {
      case 'ul':
      case 'menu':
      case 'dir':
        return this.#list('ul', context);
      case 'ol':
      case 'dl':
        return this.#list(name, context);
      case 'li':
      case 'dt':
      case 'dd':
        return counter instanceof ListCounter ? item(name, counter, outer) : outer;
      case 'blockquote':
        return { context: this.#quotation(context), counter: undefined };
      case 'table':
        return this.#table(element, context);
      default:
        return counter instanceof TableCounter ? partOfTable(element, counter, outer) : outer;
    }
  }

  #list(kind: 'ul' | 'ol' | 'dl', { within }: BlockContext): Frame {
    if (within.length >= DEEPEST_NESTING) return plain({ kind, within, preformatted: false });
    const counter = new ListCounter(kind, this.#containers++, within);
    return {
      get context() {
        return counter.context;
      },
      counter,
    };
  }

  #table(element: Tree.Element, context: BlockContext): Frame {
    if (context.within.length >= DEEPEST_NESTING || !isDataTable(element)) return plain(context);
    return { context, counter: new TableCounter(this.#containers++, context.within) };
  }

  #quotation(context: BlockContext): BlockContext {
    if (context.within.length >= DEEPEST_NESTING) return { ...context, kind: 'quote' };
    const within: Container[] = [...context.within, { kind: 'quote', id: this.#containers++ }];
    return { ...context, kind: 'quote', within };
  }
}

/** A definition's texts stay with their term; items of other lists begin anew. */
function item(name: string, counter: ListCounter, outer: Frame): Frame {
  if (counter.kind !== 'dl') return name === 'li' ? plain(counter.startItem(false)) : outer;
  return { context: counter.startItem(name === 'dd'), counter };
}

function partOfTable(element: Tree.Element, counter: TableCounter, outer: Frame): Frame {
  switch (element.tagName) {
    case 'thead':
    case 'tbody':
    case 'tfoot':
      counter.startGroup(element.tagName);
      return outer;
    case 'tr':
      counter.startRow();
      return outer;
    case 'td':
    case 'th': {
      const [colspan, rowspan] = [attributeOf(element, 'colspan'), attributeOf(element, 'rowspan')];
      return plain(counter.startCell(element.tagName, colspan, rowspan));
    }
    default:
      return outer;
  }
}

function plain(context: BlockContext): Frame {
  return { context, counter: undefined };
}
