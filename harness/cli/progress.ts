import { cut } from '../report/columns.ts';
import type { Reporter } from '../report/reporter.ts';
import type { StartedRun } from '../run/finish-run.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { printable } from '../util/printable.ts';

/** Runs shorter than this show no bar. */
const SHOWN_AFTER_MS = 500;
const REDRAWN_EVERY_MS = 100;
const WIDTH = 24;

/**
 * A progress bar on standard error, where that is a terminal; elsewhere nothing is written. As the first reporter of a
 * run it counts the pages of the run, and is gone when the others print.
 */
export class ProgressBar implements Reporter {
  readonly #what: string;
  #started = performance.now();
  #total: number;
  #done = 0;
  #drawn = 0;

  constructor(total = 0, what = 'pages') {
    this.#total = total;
    this.#what = what;
  }

  onRunStart({ pages }: StartedRun): void {
    this.#total = pages;
    this.#started = performance.now();
  }

  onPage({ extractor }: JournalLine): void {
    this.advance(extractor);
  }

  onRunEnd(): void {
    this.finish();
  }

  /** Counts one more; `label` says what is at work. @param total how many there are, where that turns out on the way */
  advance(label: string, total = this.#total): void {
    this.#total = total;
    this.#done++;
    const now = performance.now();
    const { isTTY, columns } = process.stderr;
    if (!isTTY || now - this.#started < SHOWN_AFTER_MS || now - this.#drawn < REDRAWN_EVERY_MS) return;
    this.#drawn = now;
    process.stderr.write(`\r\u001b[2K${cut(this.#line(printable(label), now), columns - 1)}`);
  }

  /** Takes the bar away. */
  finish(): void {
    if (this.#drawn > 0) process.stderr.write('\r\u001b[2K');
    this.#drawn = 0;
  }

  #line(label: string, now: number): string {
    const share = this.#done / this.#total;
    const filled = Math.round(share * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const left = Math.round((((now - this.#started) / share) * (1 - share)) / 1000);
    return `${bar} ${this.#done}/${this.#total} ${this.#what}  ${left} s left  ${label}`;
  }
}
