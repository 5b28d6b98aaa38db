import { cut } from "../report/columns.js";
import { printable } from "../util/printable.js";
/** Runs shorter than this show no bar. */
const SHOWN_AFTER_MS = 500;
const REDRAWN_EVERY_MS = 100;
const WIDTH = 24;
/** A progress bar on a terminal; elsewhere nothing is written. */
export class ProgressBar {
    #stream;
    #total;
    #what;
    #started = performance.now();
    #done = 0;
    #drawn = 0;
    constructor(stream, total, what = 'pages') {
        this.#stream = stream;
        this.#total = total;
        this.#what = what;
    }
    /** Counts one more; `label` says what is at work. */
    advance(label) {
        this.#done++;
        const now = performance.now();
        if (!this.#stream.isTTY || now - this.#started < SHOWN_AFTER_MS || now - this.#drawn < REDRAWN_EVERY_MS)
            return;
        this.#drawn = now;
        this.#stream.write(`\r\u001b[2K${cut(this.#line(printable(label), now), this.#stream.columns - 1)}`);
    }
    /** Takes the bar away. */
    finish() {
        if (this.#drawn > 0)
            this.#stream.write('\r\u001b[2K');
    }
    #line(label, now) {
        const share = this.#done / this.#total;
        const filled = Math.round(share * WIDTH);
        const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
        const left = Math.round((((now - this.#started) / share) * (1 - share)) / 1000);
        return `${bar} ${this.#done}/${this.#total} ${this.#what}  ${left} s left  ${label}`;
    }
}
