import { cut } from '../report/columns.ts';
import type { Reporter } from '../report/reporter.ts';
import type { StartedRun } from '../run/finish-run.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { printable } from '../util/printable.ts';

/** Runs shorter than this show no bar. */
const SHOWN_AFTER_MS = 500;
const REDRAWN_EVERY_MS = 100;
const WIDTH = 24;

/** A progress bar on a terminal; elsewhere nothing is written. */
export class ProgressBar {
  readonly #stream: NodeJS.WriteStream;
  readonly #total: number;
  readonly #what: string;
  readonly #started = performance.now();
  #done = 0;
  #drawn = 0;

  constructor(stream: NodeJS.WriteStream, total: number, what = 'pages') {
    this.#stream = stream;
    this.#total = total;
    this.#what = what;
  }

  /** Counts one more; `label` says what is at work. */
  advance(label: string): void {
    this.#done++;
    const now = performance.now();
    if (!this.#stream.isTTY || now - this.#started < SHOWN_AFTER_MS || now - this.#drawn < REDRAWN_EVERY_MS)
      return;
    this.#drawn = now;
    this.#stream.write(`\r\u001b[2K${cut(this.#line(printable(label), now), this.#stream.columns - 1)}`);
  }

  /** Takes the bar away. */
  finish(): void {
    if (this.#drawn > 0) this.#stream.write('\r\u001b[2K');
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

/** The progress of a run on standard error; it goes before the reporters that print what was found. */
export class RunProgress implements Reporter {
  #bar: ProgressBar | undefined;

  onRunStart({ pages }: StartedRun): void {
    this.#bar = new ProgressBar(process.stderr, pages);
  }

  onPage({ extractor }: JournalLine): void {
    this.#bar?.advance(extractor);
  }

  onRunEnd(): void {
    this.finish();
  }

  /** Takes the bar away: at the end, and where something else is to be said. */
  finish(): void {
    this.#bar?.finish();
  }
}
