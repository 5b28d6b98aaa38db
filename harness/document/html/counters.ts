import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Container } from '../../model/document.ts';
import { attributeOf } from './attribute.ts';
import { TableGrid } from './table-grid.ts';

/** Counts the items of a list. A definition's texts stay in one item with their term. */
export class ListCounter {
  readonly kind: 'ul' | 'ol' | 'dl';
  readonly #id: number;
  readonly #outer: readonly Container[];
  #item = -1;

  constructor(kind: 'ul' | 'ol' | 'dl', id: number, outer: readonly Container[]) {
    this.kind = kind;
    this.#id = id;
    this.#outer = outer;
  }

  /** Where text stands that is in the list here: in the item before it, at the start in the first. */
  get within(): readonly Container[] {
    return [...this.#outer, { kind: this.kind, id: this.#id, item: Math.max(0, this.#item) }];
  }

  /** Begins an item; with `continues`, goes on with the one before if there is one. */
  startItem(continues: boolean): void {
    if (!continues || this.#item < 0) this.#item++;
  }
}

/** Gives the cells of a table of data their places. */
export class TableCounter {
  readonly #id: number;
  readonly #outer: readonly Container[];
  readonly #grid = new TableGrid();
  #isInHead = false;

  constructor(id: number, outer: readonly Container[]) {
    this.#id = id;
    this.#outer = outer;
  }

  startGroup(name: string): void {
    this.#isInHead = name === 'thead';
    this.#grid.startGroup();
  }

  startRow(): void {
    this.#grid.startRow();
  }

  /** Where the text of the next cell stands. */
  startCell(element: Tree.Element): readonly Container[] {
    this.#grid.place(attributeOf(element, 'colspan'), attributeOf(element, 'rowspan'));
    const { row, column } = this.#grid;
    const id = this.#id;
    const isHeader = element.tagName === 'th' || this.#isInHead;
    const cell: Container = isHeader
      ? { kind: 'table', id, row, column, header: true }
      : { kind: 'table', id, row, column };
    return this.#outer.length === 0 ? [cell] : [...this.#outer, cell];
  }
}
