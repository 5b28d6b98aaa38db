import type { Container } from '../../model/document.ts';
import type { BlockContext } from '../block-builder.ts';
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

  /** What text is that stands in the list here: part of the item before it, at the start of the first. */
  get context(): BlockContext {
    const place: Container = { kind: this.kind, id: this.#id, item: Math.max(0, this.#item) };
    return { kind: this.kind, within: [...this.#outer, place], preformatted: false };
  }

  /** Begins an item; with `continues`, goes on with the one before if there is one. */
  startItem(continues: boolean): BlockContext {
    if (!continues || this.#item < 0) this.#item++;
    return this.context;
  }
}

/** Gives the cells of a table of data their places. */
export class TableCounter {
  readonly kind = 'table';
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

  startCell(name: string, colspan: string | undefined, rowspan: string | undefined): BlockContext {
    const { row, column } = this.#grid.place(colspan, rowspan);
    const header = name === 'th' || this.#isInHead ? { header: true as const } : {};
    const cell: Container = { kind: 'table', id: this.#id, row, column, ...header };
    return { kind: 'table', within: [...this.#outer, cell], preformatted: false };
  }
}
