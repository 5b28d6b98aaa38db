import { performance } from 'node:perf_hooks';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { outcomeOfAnswer } from '../answer-outcome.ts';
import { MOST_OUTPUT_BYTES, TOO_MUCH_OUTPUT, startCommand } from './command-call.ts';
import type { CommandCall } from './command-call.ts';
import { outcomeOfEnding } from '../../process/describe-ending.ts';
import { killGroup } from '../../process/process-group.ts';
import type { Attempt, PageProcess } from './process-worker.ts';
import { STDIN, STDOUT } from '../../process/start-group.ts';
import type { Group } from '../../process/start-group.ts';
import { strictUtf8 } from '../../util/strict-utf8.ts';
import { withMemory } from '../../process/with-memory.ts';

/** A command of `protocol: stdio`. */
export interface StdioCall extends CommandCall {
  /** What it prints. */
  readonly output: 'text' | 'html' | 'markdown';
}

/**
 * A command that takes one page from its standard input, prints the extraction and ends: a new process for every
 * page, so that none inherits anything.
 */
export class StdioProcess implements PageProcess {
  readonly hasEnded = false;
  readonly #call: StdioCall;
  #group: Group | undefined;

  constructor(call: StdioCall) {
    this.#call = call;
  }

  start(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async extract(page: Page, limitMs: number): Promise<Attempt> {
    const input = this.#call.input(page);
    const began = performance.now();
    const group = startCommand(this.#call, { stdin: true });
    this.#group = group;
    const why = await runGroup(group, input, limitMs);
    this.#group = undefined;
    const ms = performance.now() - began;
    const outcome = typeof why === 'string' ? failureOf(why, limitMs) : await this.#outcomeOf(group, why, ms);
    // The process is gone: what was seen of it while it was there.
    return { outcome: withMemory(outcome, group.memory.peakMb()), isSpent: false, mayBeInherited: false };
  }

  async kill(): Promise<void> {
    if (this.#group === undefined) return;
    killGroup(this.#group.leader);
    await this.#group.ended;
  }

  async #outcomeOf(group: Group, printed: Buffer, ms: number): Promise<Outcome> {
    const ending = await group.ended;
    if (ending.code !== 0) return outcomeOfEnding(ending);
    const text = strictUtf8(printed);
    if (text === undefined) {
      return { status: 'failed', failure: 'bad-output', message: 'printed what is not UTF-8', ms };
    }
    return outcomeOfAnswer({ [this.#call.output]: text }, ms);
  }
}

/** What the process printed until its end; or why it was killed before that. */
async function runGroup(
  { leader, pipes, ended }: Group,
  input: Uint8Array | string,
  limitMs: number,
): Promise<Buffer | 'timeout' | 'too-large'> {
  let why: 'timeout' | 'too-large' | undefined;
  const stop = (reason: 'timeout' | 'too-large'): void => {
    why ??= reason;
    killGroup(leader);
  };
  const stdin = pipes.at(STDIN);
  const stdout = pipes.at(STDOUT);
  const chunks: Buffer[] = [];
  let bytes = 0;
  stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_OUTPUT_BYTES) stop('too-large');
    else chunks.push(chunk);
  });
  stdout.on('error', () => {});
  // A process may print all it has to without having read everything.
  stdin.on('error', () => {});
  stdin.end(input);
  // One more turn of the event loop: its end may lie unread behind other work of ours.
  const timer = setTimeout(() => setImmediate(stop, 'timeout'), limitMs);
  await ended;
  clearTimeout(timer);
  return why ?? Buffer.concat(chunks);
}

function failureOf(why: 'timeout' | 'too-large', limitMs: number): Outcome {
  const message =
    why === 'timeout' ? `not done within ${limitMs} ms; the process was killed` : TOO_MUCH_OUTPUT;
  return { status: 'failed', failure: why, message };
}
