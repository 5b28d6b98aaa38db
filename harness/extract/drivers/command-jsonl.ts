import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { FailureKind, Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import type { Ending } from '../../process/ending.ts';
import { Inbox } from '../../process/inbox.ts';
import { JsonOutput } from '../../process/json-output.ts';
import { killGroup } from '../../process/process-group.ts';
import type { Attempt, TaskProcess } from '../../process/process-pool.ts';
import { STDIN, STDOUT, startGroup } from '../../process/start-group.ts';
import type { Group, GroupCall } from '../../process/start-group.ts';
import { describeValue } from '../../util/describe-value.ts';
import { failed, outcomeOfAnswer, outcomeOfEnding, withMemory } from '../outcome.ts';
import { MOST_ANSWER_BYTES } from '../read-extraction.ts';
import { isHandshake } from './command-handshake.ts';

/** A command of `protocol: jsonl`. */
export interface JsonlCall extends GroupCall {
  /** The request for a page, one line of JSON without its newline. */
  readonly request: (page: Page) => string;
  /** Whether its first line is a handshake, which says that it takes pages. */
  readonly greets: boolean;
  /** How long it may take to start, in milliseconds. */
  readonly startLimitMs: number;
}

type Event =
  /** To the page that was asked for; while none is, its handshake. */
  | { readonly type: 'answer'; readonly answer: Readonly<Record<string, unknown>> }
  /** What it printed is no answer. The page may not be at fault: an answer to no page may be one to an earlier one. */
  | {
      readonly type: 'fault';
      readonly failure: FailureKind;
      readonly message: string;
      readonly mayBeInherited: boolean;
    }
  | { readonly type: 'ended'; readonly ending: Ending };

/** How long a process that closed a pipe may take to end, or to have its answer read. */
const GRACE_MS = 1000;
/** How long the write may take that shows whether the process has closed its input; a full pipe says nothing. */
const PROBE_MS = 200;

/** One process of a command that takes page after page, one JSON object a line in each direction. */
export class JsonlProcess implements TaskProcess<Page, Outcome> {
  readonly #call: JsonlCall;
  readonly #group: Group;
  readonly #input: Socket;
  readonly #output: JsonOutput;
  /** Identifiers of pages that were answered: a second answer to one of them is not listened to. */
  readonly #answered = new Set<string>();
  #asked: string | undefined;
  /** Of the latest page. */
  #requestBytes = 0;
  /** Whether it takes pages for sure: it said so, or has answered one. */
  #isReady = false;
  /** What first ended it, or all understanding with it. */
  #end: Event | undefined;
  #hasEnded = false;
  readonly #inbox = new Inbox<Event>();

  /** @throws Error if the system refuses another process. */
  constructor(call: JsonlCall) {
    this.#call = call;
    this.#group = startGroup(call);
    this.#input = this.#group.pipeAt(STDIN);
    this.#output = new JsonOutput(this.#group.pipeAt(STDOUT), MOST_ANSWER_BYTES, {
      onObject: (line) => this.#take(line),
      onFault: (fault, message) => this.#finish(eventOfFault(fault, message)),
      onEnd: () => this.#lose('output'),
    });
    this.#input.on('error', () => this.#lose('input'));
    void this.#awaitEnd();
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async start(): Promise<Outcome | undefined> {
    if (!this.#call.greets) return undefined;
    const { startLimitMs } = this.#call;
    const event = await this.#next(startLimitMs);
    if (event === undefined) return failed('crashed', `no handshake within ${startLimitMs} ms of its start`);
    this.#isReady = event.type === 'answer';
    return this.#isReady ? undefined : this.#outcomeOf(event, undefined);
  }

  /**
   * Where nothing says when the process has started, the first page may take the time to start as well; what it took
   * is then not known. If it took more than a page may, it comes once more.
   */
  async run(page: Page, limitMs: number): Promise<Attempt<Outcome>> {
    const wasReady = this.#isReady;
    const wasLost = this.#end !== undefined;
    const limit = wasReady ? limitMs : limitMs + this.#call.startLimitMs;
    const id = this.#freshId(page.id);
    this.#asked = id;
    this.#output.restart();
    const began = performance.now();
    this.#group.memory.restart();
    const next = this.#next(limit);
    const request = `${this.#call.request({ ...page, id })}\n`;
    this.#requestBytes = Buffer.byteLength(request);
    if (!wasLost) this.#input.write(request);
    const event = await this.#withinMemory(await next);
    const ms = performance.now() - began;
    const memoryMb = this.#group.memory.peakMb();
    // A page may lie unread where an earlier one made the process close its input behind its answer.
    const wasUnread = event === undefined && this.#answered.size > 0 && (await this.#hasClosedInput());
    this.#asked = undefined;
    if (event?.type === 'answer') {
      this.#answered.add(id);
      this.#isReady = true;
      if (!wasReady && ms > limitMs) return this.run(page, limitMs);
    }
    const result =
      event === undefined ? this.#late(limit) : this.#outcomeOf(event, wasReady ? ms : undefined);
    const mayBeInherited =
      wasLost || wasUnread || event?.type === 'ended' || (event?.type === 'fault' && event.mayBeInherited);
    return { result: withMemory(result, memoryMb), isSpent: event?.type !== 'answer', mayBeInherited };
  }

  kill(): Promise<void> {
    return this.#group.kill();
  }

  async #awaitEnd(): Promise<void> {
    const ending = await this.#group.ended;
    this.#hasEnded = true;
    this.#finish({ type: 'ended', ending });
  }

  /** Only a write shows it; an empty line means nothing to a process that still reads. */
  #hasClosedInput(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, PROBE_MS, false);
      this.#input.write('\n', (error) => {
        clearTimeout(timer);
        resolve(error !== null && error !== undefined);
      });
    });
  }

  /** The identifier, with a number behind it if it was answered before: a second answer to the first is not one. */
  #freshId(id: string): string {
    let fresh = id;
    for (let count = 2; this.#answered.has(fresh); count++) fresh = `${id}#${count}`;
    return fresh;
  }

  #take(line: Readonly<Record<string, unknown>>): void {
    if (isHandshake(line)) this.#takeHandshake(line);
    else if (typeof line['id'] !== 'string') this.#takeNameless(line);
    else if (line['id'] === this.#asked) this.#inbox.put({ type: 'answer', answer: line });
    else if (!this.#answered.has(line['id'])) this.#refuse(`answered the id ${quoted(line['id'])}`);
  }

  #takeHandshake(line: Readonly<Record<string, unknown>>): void {
    if (!this.#isReady && this.#asked === undefined) this.#inbox.put({ type: 'answer', answer: line });
  }

  /** An object without an identifier is an answer if it looks like one; others may be lines of a log. */
  #takeNameless(line: Readonly<Record<string, unknown>>): void {
    if (!('text' in line || 'html' in line || 'markdown' in line)) return;
    this.#refuse('id' in line ? `answered the id ${describeValue(line['id'])}` : 'answered without an id');
  }

  #refuse(what: string): void {
    const expected = this.#asked === undefined ? 'nothing, as no page was asked for' : quoted(this.#asked);
    const message = `${what}; expected ${expected}`;
    this.#finish({ type: 'fault', failure: 'bad-output', message, mayBeInherited: true });
  }

  /** A pipe is closed: no page is to be had any more, unless the answer is on its way. */
  #lose(pipe: 'input' | 'output'): void {
    const message = `closed its standard ${pipe} and did not answer`;
    const event: Event = { type: 'fault', failure: 'crashed', message, mayBeInherited: true };
    setTimeout(() => this.#finish(event), GRACE_MS).unref();
  }

  #finish(event: Event): void {
    this.#end ??= event;
    this.#inbox.put(event);
    killGroup(this.#group.leader);
  }

  /** The event; the end of the process where it has been over its memory limit before. */
  async #withinMemory(event: Event | undefined): Promise<Event | undefined> {
    if (event?.type === 'ended' || !this.#group.overranMemory()) return event;
    return { type: 'ended', ending: await this.#group.ended };
  }

  /** The next event; undefined if there is none within the limit. */
  async #next(limitMs: number): Promise<Event | undefined> {
    return this.#end ?? this.#inbox.next(limitMs);
  }

  #outcomeOf(event: Event, ms: number | undefined): Outcome {
    if (event.type === 'answer') return outcomeOfAnswer(event.answer, ms);
    if (event.type === 'fault') return failed(event.failure, `${event.message}${this.#output.noise}`);
    const hint = event.ending.code === 0 ? this.#requestHint() : '';
    return withNoise(outcomeOfEnding(event.ending), `${hint}${this.#output.noise}`);
  }

  /** Why a program may have ended as if there were no more pages: many readers of lines stop at a long one. */
  #requestHint(): string {
    const bytes = this.#requestBytes;
    return bytes === 0
      ? ''
      : `, and did not answer a request of ${bytes} bytes: does it read lines of any length?`;
  }

  #late(limitMs: number): Outcome {
    const hint = this.#answered.size === 0 ? '; it has not answered any page: did you flush stdout?' : '';
    const message = `no answer within ${limitMs} ms; the process was killed${hint}${this.#output.noise}`;
    return failed('timeout', message);
  }
}

function eventOfFault(fault: 'not JSON' | 'too much', message: string): Event {
  if (fault === 'not JSON') return { type: 'fault', failure: 'bad-output', message, mayBeInherited: false };
  const words = `${message} for one page, and was killed`;
  return { type: 'fault', failure: 'too-large', message: words, mayBeInherited: false };
}

function withNoise(outcome: Outcome, noise: string): Outcome {
  return outcome.status === 'failed' ? { ...outcome, message: `${outcome.message}${noise}` } : outcome;
}

function quoted(id: string): string {
  return JSON.stringify(id.slice(0, 80).toWellFormed());
}
