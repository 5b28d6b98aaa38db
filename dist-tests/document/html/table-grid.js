/** Widest span, and how far cells of earlier rows are remembered; the first is the limit of the HTML Standard. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;
/** Gives the cells of a table their places as browsers do, spans of this and of earlier rows counted. */
export class TableGrid {
    #row = -1;
    #column = 0;
    #end = 0;
    /** The first row in which each column is free again. */
    #freeFrom = [];
    /** The place of the cell placed last, from 0. */
    get row() {
        return Math.max(0, this.#row);
    }
    get column() {
        return this.#column;
    }
    startRow() {
        this.#row++;
        this.#end = 0;
    }
    /** A new head, body or foot: no cell reaches into it from the one before. */
    startGroup() {
        this.#freeFrom = [];
    }
    /** Places the next cell of the row; `colspan` and `rowspan` are its attributes as they are written. */
    place(colspan, rowspan) {
        this.#column = this.#end;
        while ((this.#freeFrom[this.#column] ?? 0) > this.#row)
            this.#column++;
        this.#end = this.#column + Math.min(spanOf(colspan) || 1, MOST_COLUMNS);
        const height = Math.min(spanOf(rowspan), MOST_ROWS);
        if (height !== 1)
            this.#reachDown(height);
    }
    /** Takes columns for the rows below as well; a height of 0 reaches to the end of the head, body or foot. */
    #reachDown(height) {
        const freeFrom = height === 0 ? Infinity : this.#row + height;
        for (let column = this.#column; column < Math.min(this.#end, MOST_COLUMNS); column++) {
            this.#freeFrom[column] = freeFrom;
        }
    }
}
/** The number that an attribute begins with; 1 where there is none. */
function spanOf(attribute) {
    if (attribute === undefined)
        return 1;
    const digits = /^[ \t\n\f\r]*\+?(\d{1,9})/.exec(attribute)?.[1];
    return digits === undefined ? 1 : Number(digits);
}
