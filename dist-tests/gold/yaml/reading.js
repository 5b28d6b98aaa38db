import { isAlias, isCollection, isPair, isScalar, visit } from 'yaml';
/** One file being read: the tree, and the faults found so far. */
export class Reading {
    faults;
    text;
    /** The file as a whole. */
    root;
    #parsed;
    #flows = new Map();
    #reportedFlows = new Set();
    constructor(parsed) {
        this.#parsed = parsed;
        this.text = parsed.text;
        this.root = { value: parsed.root, at: 0, name: 'the file' };
        this.faults = [...parsed.faults];
        this.#findFlows(parsed.root);
    }
    /** Reports a fault at an offset. Returns nothing, which is what a reader returns then. */
    report(at, { code, found, expected, mend }) {
        this.faults.push({ code, ...this.#parsed.place(at), found, expected, mend });
    }
    /** Reports what concerns the file as a whole. */
    reportFile(finding) {
        this.faults.push(finding);
    }
    /** Whether the value has been reported already, so that nothing can be said of it. */
    isUnreadable(value) {
        if (isAlias(value))
            return true;
        // Behind an anchor or tag alone there is nothing, and they are what has been reported.
        const isNothing = isScalar(value) && isAbsent(value) && (value.tag ?? value.anchor) !== undefined;
        return isNothing || (isScalar(value) && value.value === this.#parsed.hole);
    }
    /** Where the outermost `[…]` or `{…}` around the value begins; nothing outside of brackets. */
    flowAround(value) {
        return this.#flows.get(value);
    }
    /** Reports a fault of a text in brackets, once for each outermost pair of brackets. */
    reportInFlow(at, flow, finding) {
        if (this.#reportedFlows.has(flow))
            return undefined;
        this.#reportedFlows.add(flow);
        return this.report(at, finding);
    }
    #findFlows(root) {
        visit(root, (_, node, path) => {
            if (isPair(node))
                return;
            const around = [...path, node].find((outer) => isCollection(outer) && outer.flow === true);
            const range = isCollection(around) ? around.range : undefined;
            if (range)
                this.#flows.set(node, range[0]);
        });
    }
}
/** Where a node begins. */
export function startOf(node) {
    return node.range[0];
}
/** Whether nothing is written there. */
export function isAbsent(value) {
    return value === null || (isScalar(value) && value.type === 'PLAIN' && value.range[0] === value.range[1]);
}
