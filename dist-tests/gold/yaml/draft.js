/**
 * A working copy of a faulty file. Lines are mended or emptied in place, so that the rest can be read and
 * checked too; none is ever added or removed, and every place in the copy leads back to its place in the file.
 * Lines and columns are 0-based here, and 1-based in `Place`.
 */
export class Draft {
    /** Stands for a value that cannot be read; a word that the file does not hold. */
    hole;
    #lines;
    #shifts = new Map();
    constructor(source) {
        this.#lines = source.split(/\r?\n/u);
        let hole = 'unreadable';
        while (source.includes(hole))
            hole += '-';
        this.hole = hole;
    }
    get lineCount() {
        return this.#lines.length;
    }
    /** The line without its break; empty behind the end of the file. */
    line(index) {
        return this.#lines[index] ?? '';
    }
    text() {
        return this.#lines.join('\n');
    }
    /** Gives the line this many spaces instead of its leading white space. */
    reindent(index, indent) {
        const line = this.line(index);
        const text = line.trimStart();
        this.#edit(index, ' '.repeat(indent) + text, { from: 0, by: indent - (line.length - text.length) });
    }
    insert(index, column, text) {
        const line = this.line(index);
        const inserted = line.slice(0, column) + text + line.slice(column);
        this.#edit(index, inserted, { from: column, by: text.length });
    }
    /** Replaces a character by another one. */
    overwrite(index, column, character) {
        const line = this.line(index);
        this.#lines[index] = line.slice(0, column) + character + line.slice(column + 1);
    }
    /** Puts a hole in the place of everything from this column to the end of the line. */
    cut(index, column) {
        const before = this.line(index).slice(0, column);
        const space = before === '' || /\s$/u.test(before) ? '' : ' ';
        this.#lines[index] = before + space + this.hole;
    }
    /** Takes away everything from this column to the end of the line. */
    truncate(index, column) {
        this.#lines[index] = this.line(index).slice(0, column);
    }
    blank(index) {
        this.#lines[index] = '';
    }
    /** Where a place of the copy is in the file. */
    place(index, column) {
        let original = column;
        for (const { from, by } of (this.#shifts.get(index) ?? []).toReversed()) {
            if (original >= from)
                original = Math.max(from, original - by);
        }
        return { line: index + 1, column: original + 1 };
    }
    #edit(index, line, shift) {
        this.#lines[index] = line;
        this.#shifts.set(index, [...(this.#shifts.get(index) ?? []), shift]);
    }
}
