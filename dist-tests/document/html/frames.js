import { PREFORMATTED } from "../elements.js";
import { ListCounter, TableCounter } from "./counters.js";
import { isDataTable } from "./data-table.js";
/** Lists, tables and quotations nested deeper than this are read as one level: no real page needs more. */
const DEEPEST_NESTING = 16;
/** Elements of which all text is of one kind, whatever stands around them. */
const KINDS = new Map([
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
    static top = { kind: 'p', within: [], preformatted: false, counter: undefined };
    inside(element, outer) {
        const name = element.tagName;
        const { within, preformatted, counter } = outer;
        const kind = KINDS.get(name);
        if (kind !== undefined)
            return { kind, within, preformatted, counter };
        if (PREFORMATTED.has(name))
            return { kind: 'code', within, preformatted: true, counter };
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
    #list(kind, within) {
        if (within.length >= DEEPEST_NESTING)
            return plain(kind, within);
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
    #table(element, { kind, within }) {
        if (within.length >= DEEPEST_NESTING || !isDataTable(element))
            return plain(kind, within);
        const counter = new TableCounter(this.#containers++, within);
        return { kind, within, preformatted: false, counter };
    }
    #quotation(within) {
        if (within.length >= DEEPEST_NESTING)
            return plain('quote', within);
        return plain('quote', [...within, { kind: 'quote', id: this.#containers++ }]);
    }
}
/** A definition's texts stay with their term; items of other lists begin anew. */
function item(name, counter, outer) {
    const isDefinition = counter.kind === 'dl';
    if (!isDefinition && name !== 'li')
        return outer;
    counter.startItem(name === 'dd');
    const { kind, within } = counter;
    return isDefinition ? { kind, within, preformatted: false, counter } : plain(kind, within);
}
function partOfTable(element, counter, outer) {
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
function plain(kind, within) {
    return { kind, within, preformatted: false, counter: undefined };
}
