import { BlockBuilder } from "../block-builder.js";
import { SKIPPED, flowOf, isHidden } from "../elements.js";
import { isDrawnFormula } from "./formula.js";
import { Frames } from "./frames.js";
/** Goes through a tree in the order of its text and makes blocks of what is text by `elements.ts`. */
export class Walk {
    #readsHidden;
    #notes;
    #builder;
    #passedOver = [];
    #frames = new Frames();
    #levels = [];
    constructor(reads, notes) {
        this.#readsHidden = reads === 'all';
        this.#notes = notes;
        this.#builder = new BlockBuilder(Frames.top, notes === 'text and sources');
    }
    /**
     * The blocks below a node; with sources noted, also what each block stands in and which elements were left out, in
     * the order of the page.
     */
    run(root) {
        this.#open(root, Frames.top, 'inline');
        for (let level = this.#levels.at(-1); level !== undefined; level = this.#levels.at(-1)) {
            const index = level.next++;
            if (index >= level.children.length)
                this.#close();
            else if (!isDrawnFormula(level.children, index))
                this.#enter(level.children[index], level.frame);
        }
        this.#builder.finish();
        const { blocks, sources } = this.#builder;
        return { blocks, sources, passedOver: this.#passedOver };
    }
    #open(parent, frame, leave) {
        this.#levels.push({ children: parent.childNodes, next: 0, frame, leave });
    }
    #close() {
        const { leave } = this.#levels.pop();
        if (leave === 'block')
            this.#builder.startBlock(this.#levels.at(-1).frame);
        else if (leave === 'line')
            this.#builder.startLine();
        else if (leave === 'object')
            this.#builder.append(' ');
    }
    #enter(node, frame) {
        if ('value' in node)
            this.#builder.append(node.value, node.parentNode);
        else if ('tagName' in node)
            this.#enterElement(node, frame);
    }
    #enterElement(element, frame) {
        const name = element.tagName;
        if (name === 'br') {
            this.#builder.lineBreak();
            return;
        }
        if (!this.#readsHidden && isHidden(element)) {
            this.#passOver(element, 'hidden');
            return;
        }
        const flow = flowOf(element);
        if (flow === 'object')
            this.#builder.append(' ');
        if (SKIPPED.has(name)) {
            this.#passOver(element, 'not text');
            return;
        }
        if (flow === 'block')
            this.#enterBlock(element, frame);
        else
            this.#open(element, frame, flow);
    }
    #passOver(element, because) {
        if (this.#notes === 'text and sources')
            this.#passedOver.push({ element, because });
    }
    /** Inside code a block is a line; everywhere else it ends the block before it and begins one. */
    #enterBlock(element, frame) {
        if (frame.preformatted) {
            this.#builder.startLine();
            this.#open(element, frame, 'line');
            return;
        }
        const inner = this.#frames.inside(element, frame);
        this.#builder.startBlock(inner);
        this.#open(element, inner, 'block');
    }
}
