import { attributeOf } from "./attribute.js";
import { TableGrid } from "./table-grid.js";
/** Counts the items of a list. A definition's texts stay in one item with their term. */
export class ListCounter {
    kind;
    #id;
    #outer;
    #item = -1;
    constructor(kind, id, outer) {
        this.kind = kind;
        this.#id = id;
        this.#outer = outer;
    }
    /** Where text stands that is in the list here: in the item before it, at the start in the first. */
    get within() {
        return [...this.#outer, { kind: this.kind, id: this.#id, item: Math.max(0, this.#item) }];
    }
    /** Begins an item; with `continues`, goes on with the one before if there is one. */
    startItem(continues) {
        if (!continues || this.#item < 0)
            this.#item++;
    }
}
/** Gives the cells of a table of data their places. */
export class TableCounter {
    #id;
    #outer;
    #grid = new TableGrid();
    #isInHead = false;
    constructor(id, outer) {
        this.#id = id;
        this.#outer = outer;
    }
    startGroup(name) {
        this.#isInHead = name === 'thead';
        this.#grid.startGroup();
    }
    startRow() {
        this.#grid.startRow();
    }
    /** Where the text of the next cell stands. */
    startCell(element) {
        this.#grid.place(attributeOf(element, 'colspan'), attributeOf(element, 'rowspan'));
        const { row, column } = this.#grid;
        const id = this.#id;
        const isHeader = element.tagName === 'th' || this.#isInHead;
        const cell = isHeader
            ? { kind: 'table', id, row, column, header: true }
            : { kind: 'table', id, row, column };
        return this.#outer.length === 0 ? [cell] : [...this.#outer, cell];
    }
}
