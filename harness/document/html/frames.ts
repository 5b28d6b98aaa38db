import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Container } from '../../model/document.ts';
import type { BlockKind } from '../../model/vocabulary.ts';
import type { BlockContext } from '../block-builder.ts';
import { PREFORMATTED } from '../elements.ts';
import { ListCounter, TableCounter } from './counters.ts';
import { isDataTable } from './data-table.ts';

/** One open element: what its text is, and the list or table in which items, rows and cells below it count. */
export interface Frame extends BlockContext {
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
  static readonly top: Frame = { kind: 'p', within: [], preformatted: false, counter: undefined };

  inside(element: Tree.Element, outer: Frame): Frame {
    const name = element.tagName;
    const { within, preformatted, counter } = outer;
    const kind = KINDS.get(name);
    if (kind !== undefined) return { kind, within, preformatted, counter };
    if (PREFORMATTED.has(name)) return { kind: 'code', within, preformatted: true, counter };
    switch (name) {
      case 'ul':
      case 'menu':
      case 'dir':
        return this.#list('ul', within);
      case 'ol':
      case 'dl':
        return this.#list(name, within);
      case 'li':
      case 'dt':
      case 'dd':
        return counter instanceof ListCounter ? item(name, counter, outer) : outer;
      case 'blockquote':
        return this.#quotation(within);
      case 'table':
        return this.#table(element, outer);
      default:
        return counter instanceof TableCounter ? partOfTable(element, counter, outer) : outer;
    }
  }

  #list(kind: 'ul' | 'ol' | 'dl', within: readonly Container[]): Frame {
    if (within.length >= DEEPEST_NESTING) return plain(kind, within);
    const counter = new ListCounter(kind, this.#containers++, within);
    return {
      kind,
      get within() {
        return counter.within;
      },
      preformatted: false,
      counter,
    };
  }

  #table(element: Tree.Element, { kind, within }: Frame): Frame {
    if (within.length >= DEEPEST_NESTING || !isDataTable(element)) return plain(kind, within);
    const counter = new TableCounter(this.#containers++, within);
    return { kind, within, preformatted: false, counter };
  }

  #quotation(within: readonly Container[]): Frame {
    if (within.length >= DEEPEST_NESTING) return plain('quote', within);
    return plain('quote', [...within, { kind: 'quote', id: this.#containers++ }]);
  }
}

/** A definition's texts stay with their term; items of other lists begin anew. */
function item(name: string, counter: ListCounter, outer: Frame): Frame {
  const isDefinition = counter.kind === 'dl';
  if (!isDefinition && name !== 'li') return outer;
  counter.startItem(name === 'dd');
  const { kind, within } = counter;
  return isDefinition ? { kind, within, preformatted: false, counter } : plain(kind, within);
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
    case 'th':
      return plain('table', counter.startCell(element));
    default:
      return outer;
  }
}

function plain(kind: BlockKind, within: readonly Container[]): Frame {
  return { kind, within, preformatted: false, counter: undefined };
}
