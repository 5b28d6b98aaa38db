import { Worker } from 'node:worker_threads';
import { ownModule } from '../../util/own-module.ts';
import { AssayError, errorCode } from '../../util/error.ts';
import { defined } from '../../util/defined.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { GoldForm } from '../../model/page.ts';
import type { Policy } from '../../model/policy.ts';
import type { PageSource, ScoredExtraction } from './page-scorer.ts';
import type { ScoredPage } from './scorer.ts';

/** What a thread is to score by; it finds the metrics by their names. */
export interface ScoringRules {
  readonly policy: Policy;
  readonly metrics: readonly string[];
}

/** What scoring one extraction may take. */
export interface ScoringLimits {
  /** Seconds in which the harness runs: a machine that sleeps, or a process that is stopped, takes none of them. */
  readonly seconds: number;
  /** Megabytes of the heap of a thread. */
  readonly heapMb: number;
}

/** Both are last resorts: what is over the limits of size is refused before, and anything below takes a fraction of this. */
export const SCORING_LIMITS: ScoringLimits = { seconds: 60, heapMb: 768 };

/** One extraction to score. A thread answers in the order in which it is asked. */
export interface ScoringTask {
  /** The number under which the thread keeps the page; absent: it does not keep it. */
  readonly number?: number;
  /** The page that it need not keep any longer. */
  readonly drop?: number;
  /** Absent: the thread has kept it. */
  readonly page?: TaskPage;
  readonly extraction: Extraction | undefined;
  /** Why it cannot be scored: the page is scored as failed, and nothing else is looked at. */
  readonly unscorable?: string;
}

/** A page as a thread gets it. */
export interface TaskPage {
  readonly gold: Gold;
  /** What most gold of its corpus is. */
  readonly form: GoldForm;
  readonly page: PageSource;
  /** Whether it is to last as long as the thread, or makes way for others. */
  readonly isKept: boolean;
}

/** A `ScoredExtraction` as JSON, because to copy its hundred members takes longer; or what was thrown. */
export type ScoringAnswer = { readonly scored: string } | { readonly error: unknown };

/** The first message of a thread: it is loaded, and begins with what it is asked. */
export const READY = 'ready';

/** So many pages that do not last are kept all the same, because their extractions come one behind the other. */
const PASSING_PAGES = 4;

interface Asked {
  readonly page: ScoredPage;
  readonly extraction: Extraction | undefined;
  /** Why it was given up; then this is the second task, that scores it as failed. */
  readonly unscorable?: string;
  /** Whether a thread had only this to do when its memory ran out. */
  readonly isAlone?: true;
  readonly resolve: (scored: ScoredExtraction) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A thread that scores. An extraction on which it spends more time or memory than there is ends the thread, costs its own
 * page alone, and another thread goes on with the rest. What earlier pages left in memory is no page's fault: where memory
 * ran out, the extraction is scored once more in a new thread before it is given up.
 */
export class ScoringThread {
  readonly #rules: ScoringRules;
  readonly #limits: ScoringLimits;
  /** Whoever waits for an answer, the first first. */
  #asked: Asked[] = [];
  #worker: Worker | undefined;
  /** The numbers of the pages that the thread keeps, by their gold. */
  #numbers = new WeakMap<Gold, number>();
  #pages = 0;
  /** The gold of the pages that it keeps for a while, the oldest first. */
  #passing: Gold[] = [];
  /** How many answers this thread has given. */
  #answers = 0;
  #isReady = false;
  #clock: NodeJS.Timeout | undefined;
  #seconds = 0;

  constructor(rules: ScoringRules, limits: ScoringLimits) {
    this.#rules = rules;
    this.#limits = limits;
  }

  /** How many answers it owes. */
  get waiting(): number {
    return this.#asked.length;
  }

  /** Rejects only where scoring itself is at fault. */
  score(page: ScoredPage, extraction: Extraction | undefined): Promise<ScoredExtraction> {
    return new Promise((resolve, reject) => {
      const asked = { page, extraction, resolve, reject };
      this.#asked.push(asked);
      this.#post(asked);
    });
  }

  async close(): Promise<void> {
    this.#stopClock();
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  /** Ends what is under way; whoever waits hears of the error. */
  async abandon(error: Error): Promise<void> {
    const asked = this.#asked.splice(0);
    await this.close();
    for (const { reject } of asked) reject(error);
  }

  #post({ page, extraction, unscorable }: Asked): void {
    this.#worker ??= this.#start();
    const task: ScoringTask =
      unscorable === undefined
        ? this.#taskOf(page, extraction)
        : { page: toTaskPage(page), extraction, unscorable };
    this.#worker.postMessage(task);
    this.#clock ??= setInterval(() => this.#tick(), 1000);
  }

  #taskOf(page: ScoredPage, extraction: Extraction | undefined): ScoringTask {
    const { gold, isKept } = page;
    const known = this.#numbers.get(gold);
    if (known !== undefined) return { number: known, extraction };
    const number = this.#pages++;
    this.#numbers.set(gold, number);
    const drop = isKept ? undefined : this.#makeWayFor(gold);
    return { number, ...defined({ drop }), page: toTaskPage(page), extraction };
  }

  /** The number of the page that is dropped for another one. */
  #makeWayFor(gold: Gold): number | undefined {
    const oldest = this.#passing.push(gold) > PASSING_PAGES ? this.#passing.shift() : undefined;
    if (oldest === undefined) return undefined;
    const number = this.#numbers.get(oldest);
    this.#numbers.delete(oldest);
    return number;
  }

  #start(): Worker {
    const program = ownModule(new URL('./score-thread.ts', import.meta.url));
    const worker = new Worker(program, {
      workerData: this.#rules,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb },
    });
    this.#numbers = new WeakMap();
    this.#passing = [];
    this.#answers = 0;
    this.#isReady = false;
    worker.on('message', (answer: ScoringAnswer | typeof READY) => {
      if (worker !== this.#worker) return;
      if (answer === READY) this.#isReady = true;
      else this.#take(answer);
    });
    worker.on('error', (error) => {
      if (worker === this.#worker) this.#fail(error);
    });
    worker.on('exit', (code) => {
      if (worker === this.#worker) this.#fail(new Error(`the thread that scores ended with code ${code}`));
    });
    return worker;
  }

  #take(answer: ScoringAnswer): void {
    const { resolve, reject } = this.#asked.shift()!;
    this.#answers++;
    this.#seconds = 0;
    if (this.#asked.length === 0) this.#stopClock();
    // oxlint-disable-next-line no-unsafe-type-assertion -- written by our own `score-thread.ts`
    if ('scored' in answer) resolve(JSON.parse(answer.scored) as ScoredExtraction);
    else reject(answer.error);
  }

  #fail(error: Error): void {
    this.#worker = undefined;
    if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') return this.#outOfMemory();
    this.#stopClock();
    for (const { reject } of this.#asked.splice(0)) reject(error);
  }

  #outOfMemory(): void {
    const [first] = this.#asked;
    if (first === undefined) return;
    const isAlone = this.#answers === 0 || first.isAlone === true;
    const why = `scoring it took more than ${this.#limits.heapMb} MB of memory`;
    if (isAlone) this.#giveUp(why);
    else this.#again({ ...first, isAlone: true });
  }

  /** Counted in ticks, because time goes on while the harness does not. */
  #tick(): void {
    if (this.#isReady) this.#seconds++;
    if (this.#seconds < this.#limits.seconds) return;
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#giveUp(`scoring it took more than ${this.#limits.seconds} s`);
  }

  /** The first is scored as a failed page that holds nothing, which takes no time. */
  #giveUp(unscorable: string): void {
    const first = this.#asked[0]!;
    if (first.unscorable !== undefined) {
      this.#asked.shift();
      const message = `the gold of ${first.page.page.id} cannot be scored: ${unscorable}; make it shorter`;
      first.reject(new AssayError('bad-input', message));
      this.#again(undefined);
      return;
    }
    const { bytes: _bytes, ...page } = first.page.page;
    const empty = { ...first.page, page: { ...page, bytes: new Uint8Array() }, isKept: false };
    this.#again({ ...first, page: empty, extraction: undefined, unscorable });
  }

  /** A new thread gets what the old one owes, with another task in the place of the first. */
  #again(first: Asked | undefined): void {
    this.#stopClock();
    if (first !== undefined) this.#asked[0] = first;
    for (const asked of this.#asked) this.#post(asked);
  }

  #stopClock(): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
    this.#seconds = 0;
  }
}

function toTaskPage({ page, gold, form, isKept }: ScoredPage): TaskPage {
  const { bytes, media, contentType, refused } = page;
  return { gold, form, page: { bytes, media, ...defined({ contentType, refused }) }, isKept };
}
