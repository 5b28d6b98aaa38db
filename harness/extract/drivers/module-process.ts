import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../../model/json.ts';
import type { Page } from '../../model/page.ts';
import { ownModule } from '../own-module.ts';
import { Channel } from './channel.ts';
import { childEnvironment, nodeArguments } from './child-settings.ts';
import { LastWords } from './last-words.ts';
import { CHANNEL_DESCRIPTOR, isChildMessage } from './module-protocol.ts';
import type { ChildMessage, PageRequest } from './module-protocol.ts';
import { dismissGroup, guardGroup, killGroup } from './process-group.ts';

/** What a process is started for. */
export interface ModuleCall {
  /** File URL of the module. */
  readonly url: string;
  /** What its `extract` gets beside every page. */
  readonly options: JsonObject;
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of its standard error, empty where there was nothing. */
  readonly lastWords: string;
  readonly heapWasFull: boolean;
  /** It wrote to the descriptor that belongs to the harness, and was killed for it. */
  readonly channelWasGarbled: boolean;
}

interface Ended {
  readonly type: 'ended';
  readonly ending: Ending;
}

/** What came of waiting for a message of one of the types. */
export type Reply<T extends ChildMessage['type']> =
  | Extract<ChildMessage, { readonly type: T }>
  | Ended
  /** Nothing within the limit. The process is still alive. */
  | { readonly type: 'late' };

/** How long a process that is done, but not quite gone, may take for it. */
const GRACE_MS = 500;

const PROGRAM = fileURLToPath(ownModule(new URL('./module-child.ts', import.meta.url)));

/** One child process that holds one extractor module: started by the constructor, ended by `kill`. */
export class ModuleProcess {
  readonly #child: Child;
  readonly #options: JsonObject;
  readonly #channel: Channel;
  readonly #ended: Promise<Ended>;
  #ending: Ended | undefined;
  #channelWasGarbled = false;
  #receive: (message: ChildMessage | Ended) => void = () => {};
  #pageHasStarted = false;

  /** @throws Error if the system refuses another process. */
  constructor({ url, options }: ModuleCall) {
    this.#child = startChild(url);
    this.#options = options;
    this.#channel = new Channel(this.#child.pipe, {
      onMessage: (message) => this.#take(message),
      onEnd: (reason) => this.#lose(reason),
    });
    this.#ended = watchEnd(this.#child).then((how) => {
      this.#ending = { type: 'ended', ending: { ...how, channelWasGarbled: this.#channelWasGarbled } };
      this.#receive(this.#ending);
      return this.#ending;
    });
  }

  get hasEnded(): boolean {
    return this.#ending !== undefined;
  }

  /** Whether the page handed over last has arrived; what the page before it left behind can keep it waiting. */
  get pageHasStarted(): boolean {
    return this.#pageHasStarted;
  }

  /** Waits until the module is loaded. Called once, before the first page. */
  start(limitMs: number): Promise<Reply<'ready' | 'unusable'>> {
    return this.#reply(['ready', 'unusable'], limitMs);
  }

  /** Hands over a page and waits for the answer. Not to be called again before that. */
  extract(page: Page, limitMs: number): Promise<Reply<'answered' | 'harness-failed'>> {
    this.#pageHasStarted = false;
    const reply = this.#reply(['answered', 'harness-failed'], limitMs);
    this.#channel.send(requestOf(page, this.#options));
    return reply;
  }

  /** Kills the process and all that it started; resolves when it is gone. */
  async kill(): Promise<void> {
    killGroup(this.#child.pid);
    await this.#ended;
  }

  /** Keeps the harness alive while the process is, as it does from the start. */
  ref(): void {
    for (const handle of this.#child.handles) handle.ref();
  }

  /** Lets the harness end though the process is alive, which ends it. */
  unref(): void {
    for (const handle of this.#child.handles) handle.unref();
  }

  #take(message: unknown): void {
    if (!isChildMessage(message)) return;
    if (message.type === 'started') this.#pageHasStarted = true;
    this.#receive(message);
  }

  #lose(reason: 'closed' | 'garbled'): void {
    this.#channelWasGarbled = reason === 'garbled';
    // A process that is ending closes the channel first; killed now, it would not get to say its exit code.
    const timer = setTimeout(() => killGroup(this.#child.pid), GRACE_MS);
    void this.#ended.then(() => clearTimeout(timer));
  }

  #reply<T extends ChildMessage['type']>(types: readonly T[], limitMs: number): Promise<Reply<T>> {
    if (this.#ending !== undefined) return Promise.resolve(this.#ending);
    return new Promise((resolve) => {
      // One more turn of the event loop: an answer that came in time may lie unread behind other work of ours.
      const timer = setTimeout(() => setImmediate(resolve, { type: 'late' }), limitMs);
      this.#receive = (message) => {
        if (message.type !== 'ended' && !isOneOf(types, message)) return;
        clearTimeout(timer);
        resolve(message);
      };
    });
  }
}

interface Child {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly stderr: Socket;
  readonly pipe: Socket;
  /** What keeps the event loop of the harness going on account of this child. */
  readonly handles: readonly (ChildProcess | Socket)[];
}

function startChild(moduleUrl: string): Child {
  const child = spawn(process.execPath, [...nodeArguments(moduleUrl), PROGRAM, moduleUrl], {
    env: childEnvironment(process.env),
    detached: true,
    // Standard output goes nowhere: with a pipe, an extractor that prints would wait for the harness to read.
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  // The event says no more than the missing number, and would be an exception if nobody listened.
  child.once('error', () => {});
  const { pid, stderr } = child;
  const pipe = child.stdio?.[CHANNEL_DESCRIPTOR];
  if (pid === undefined || !(stderr instanceof Socket) || !(pipe instanceof Socket)) {
    throw new Error('the system refused to start a process (out of processes, memory or file descriptors?)');
  }
  guardGroup(pid);
  return { child, pid, stderr, pipe, handles: [child, stderr, pipe] };
}

/** Resolves when the process is gone and everything it had said has been read. */
function watchEnd({ child, pid, stderr, pipe }: Child): Promise<Omit<Ending, 'channelWasGarbled'>> {
  const words = new LastWords(stderr);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      dismissGroup(pid);
      // A process that has left its group may still hold the pipes.
      const limit = setTimeout(() => [stderr, pipe].forEach((stream) => stream.destroy()), GRACE_MS);
      // `exit` can overtake the last answer and the last words; `close` comes behind both.
      child.once('close', () => {
        clearTimeout(limit);
        resolve({ code, signal, lastWords: words.shown, heapWasFull: words.tellOfFullHeap });
      });
    });
  });
}

/** Of the page only what the child needs: a page may be more than data. */
function requestOf({ id, site, media, bytes, url, contentType }: Page, options: JsonObject): PageRequest {
  const known = { ...(url !== undefined && { url }), ...(contentType !== undefined && { contentType }) };
  return { type: 'page', page: { id, site, media, bytes, ...known }, options };
}

function isOneOf<T extends ChildMessage['type']>(
  types: readonly T[],
  message: ChildMessage,
): message is Extract<ChildMessage, { readonly type: T }> {
  return (types as readonly string[]).includes(message.type);
}
