import { isKey, resemblesKey } from "../outline.js";
import { wrongIndent } from "./findings.js";
import { isBlankOrComment, shapeOf } from "./line-shape.js";
/** Where the walk over the lines stands: one object, because every rule moves it on. */
export class LayoutState {
    draft;
    outline;
    faults = [];
    values = [];
    /** The open maps and lists, outermost first. */
    levels = [];
    tail = { kind: 'open', parentIndent: -1 };
    /** The line to be read next, 0-based. */
    at = 0;
    /** How far the last misplaced line was moved, and from which indent on lines may have slipped with it. */
    drift;
    #entryIndent;
    constructor(draft, outline) {
        this.draft = draft;
        this.outline = outline;
        this.#entryIndent = mostCommonEntryIndent(draft);
    }
    /** The indent that this file gives to what stands below a key, where several would do. */
    customaryIndent(parentIndent, least) {
        if (parentIndent < 0)
            return 0;
        return parentIndent === 0 && this.#entryIndent >= least ? this.#entryIndent : parentIndent + 2;
    }
    get line() {
        return this.draft.line(this.at);
    }
    get shape() {
        return shapeOf(this.line);
    }
    /** The next line that holds something, or the one behind the end of the file. */
    get nextLine() {
        let next = this.at + 1;
        while (next < this.draft.lineCount && isBlankOrComment(this.draft.line(next)))
            next++;
        return next;
    }
    report(line, column, { code, found, expected, mend }) {
        this.faults.push({ code, ...this.draft.place(line, column), found, expected, mend });
    }
    /** Whether the line begins like an entry or a key of this kind of file, rather than like running text. */
    opensSomething = (line) => {
        const { dashes, key } = shapeOf(line);
        return dashes.length > 0 || (key !== undefined && resemblesKey(this.outline, key.word));
    };
    /** Gives up the value that begins here: it and the lines further in are not looked at any more. */
    lose(line, column, parentIndent, behind) {
        for (let lost = line + 1; lost < behind; lost++)
            this.draft.blank(lost);
        this.at = behind - 1;
        const key = shapeOf(this.draft.line(line)).key?.word;
        const isReplaced = this.cutValue(line, column, parentIndent);
        this.tail =
            isReplaced && key !== undefined ? { kind: 'open', parentIndent, key } : { kind: 'lost', parentIndent };
        this.at = behind;
    }
    /**
     * Cuts the value of a key. At the margin, where a list or map follows below, that is the value which was
     * meant; says whether it is so.
     */
    cutValue(line, column, keyIndent) {
        const next = shapeOf(this.draft.line(this.nextLine));
        const opensBelow = next.dashes.length > 0 || (next.key !== undefined && next.indent > 0);
        const isReplaced = keyIndent === 0 && opensBelow;
        if (isReplaced)
            this.draft.truncate(line, column);
        else
            this.draft.cut(line, column);
        return isReplaced;
    }
    /** Takes the line out and goes on behind it. */
    pass(tail = this.tail) {
        this.draft.blank(this.at);
        this.tail = tail;
        this.at++;
    }
    /** Mends the indent of the line; reported unless `silent`. */
    move(indent, like, silent) {
        const found = this.shape.indent;
        if (!silent)
            this.report(this.at, found, wrongIndent(found, indent, like));
        this.draft.reindent(this.at, indent);
    }
    /** The value read last goes on to this line. */
    extendValue(lastLine) {
        const value = this.values.pop();
        if (value)
            this.values.push({ ...value, lastLine });
    }
    /** Whether the line begins with a word that is a key, exactly. */
    isKeyLine = (line) => {
        const { key } = shapeOf(line);
        return key !== undefined && this.isKey(key.word);
    };
    isKey(word) {
        return isKey(this.outline, word);
    }
}
function mostCommonEntryIndent(draft) {
    const counts = new Map();
    for (let line = 0; line < draft.lineCount; line++) {
        const { indent, dashes, key } = shapeOf(draft.line(line));
        if (dashes.length > 0 && key)
            counts.set(indent, (counts.get(indent) ?? 0) + 1);
    }
    const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
    return most?.[0] ?? 2;
}
