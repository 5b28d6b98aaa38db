import { performance } from 'node:perf_hooks';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { killGroup } from '../../process/process-group.ts';
import type { Attempt, TaskProcess } from '../../process/process-pool.ts';
import { STDIN, STDOUT, startGroup } from '../../process/start-group.ts';
import type { Group, GroupCall } from '../../process/start-group.ts';
import { strictUtf8 } from '../../util/strict-utf8.ts';
import { failed, outcomeOfEnding, outcomeOfReading, withMemory } from '../outcome.ts';
import { MOST_ANSWER_BYTES, readExtraction } from '../read-extraction.ts';

/** A command of `protocol: stdio`. */
export interface StdioCall extends GroupCall {
  /** What is written to it for a page. */
  readonly input: (page: Page) => Uint8Array | string;
  /** What it prints. */
  readonly output: 'text' | 'html' | 'markdown';
}

/**
 * A command that takes one page from its standard input, prints the extraction and ends: a new process for every
 * page, so that none inherits anything.
 */
export class StdioProcess implements TaskProcess<Page, Outcome> {
  readonly hasEnded = false;
  readonly #call: StdioCall;
  #group: Group | undefined;
  /** The process of the next page, which waits for it: what a start takes is no time of a page. */
  #next: Group | undefined;

  constructor(call: StdioCall) {
    this.#call = call;
  }

  start(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async run(page: Page, limitMs: number): Promise<Attempt<Outcome>> {
    const input = this.#call.input(page);
    const group = this.#takeNext();
    this.#group = group;
    this.#next = this.#startAhead();
    const began = performance.now();
    group.begin();
    const printed = await runGroup(group, input, limitMs);
    this.#group = undefined;
    const ms = performance.now() - began;
    const outcome = Buffer.isBuffer(printed) ? await this.#outcomeOf(group, printed, ms) : printed;
    // The process is gone: what was seen of it while it was there.
    return { result: withMemory(outcome, group.memory.peakMb()), isSpent: false, mayBeInherited: false };
  }

  async kill(): Promise<void> {
    await Promise.all([this.#group?.kill(), this.#next?.kill()]);
  }

  #takeNext(): Group {
    const { child } = this.#next ?? {};
    const isAlive = child?.exitCode === null && child.signalCode === null;
    return this.#next !== undefined && isAlive ? this.#next : this.#startAhead();
  }

  #startAhead(): Group {
    // There is a shell to wait wherever there are groups of processes.
    return startGroup({ ...this.#call, isAhead: process.platform !== 'win32' });
  }

  async #outcomeOf(group: Group, printed: Buffer, ms: number): Promise<Outcome> {
    const ending = await group.ended;
    if (ending.code !== 0 || ending.tooMuchMemory !== undefined) return outcomeOfEnding(ending);
    const text = strictUtf8(printed);
    if (text === undefined) return failed('bad-output', 'printed what is not UTF-8', ms);
    return outcomeOfReading(readExtraction({ [this.#call.output]: text }), ms);
  }
}

/** What the process printed until its end; or the outcome of the page where it was killed before that. */
async function runGroup(
  group: Group,
  input: Uint8Array | string,
  limitMs: number,
): Promise<Buffer | Outcome> {
  let failure: Outcome | undefined;
  const stop = (outcome: Outcome): void => {
    failure ??= outcome;
    killGroup(group.leader);
  };
  const late = failed('timeout', `not done within ${limitMs} ms; the process was killed`);
  const long = failed(
    'too-large',
    `printed more than ${MOST_ANSWER_BYTES} bytes for one page, and was killed`,
  );
  const stdin = group.pipeAt(STDIN);
  const stdout = group.pipeAt(STDOUT);
  const chunks: Buffer[] = [];
  let bytes = 0;
  stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) stop(long);
    else chunks.push(chunk);
  });
  stdout.on('error', () => {});
  // A process may print all it has to without having read everything.
  stdin.on('error', () => {});
  stdin.end(input);
  // One more turn of the event loop: its end may lie unread behind other work of ours.
  const timer = setTimeout(() => setImmediate(stop, late), limitMs);
  await group.ended;
  clearTimeout(timer);
  return failure ?? Buffer.concat(chunks);
}
