import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { JsonObject } from '../../util/json.ts';
import type { Page } from '../../model/page.ts';
import { ownModule } from '../../util/own-module.ts';
import { Channel } from './channel.ts';
import { childEnvironment, heapArguments, nodeArguments } from '../../process/child-settings.ts';
import { CHANNEL_DESCRIPTOR, REFUSE_NETWORK, isChildMessage } from './module-protocol.ts';
import type { ChildMessage, MessageOfPage, PageRequest } from './module-protocol.ts';
import { networkAccess } from '../../process/network-namespace.ts';
import { killGroup } from '../../process/process-group.ts';
import { startGroup } from '../../process/start-group.ts';
import type { Ending, Group } from '../../process/start-group.ts';

/** What a process is started for. */
export interface ModuleCall {
  /** File URL of the module. */
  readonly url: string;
  /** What its `extract` gets beside every page. */
  readonly options: JsonObject;
  readonly allowNetwork: boolean;
  /** Memory limit of the process and all that it starts, in megabytes. */
  readonly memoryMb: number;
}

/** How the process of a module ended. */
export interface ModuleEnding extends Ending {
  /** It wrote to the descriptor that belongs to the harness, and was killed for it. */
  readonly channelWasGarbled: boolean;
}

interface Ended {
  readonly type: 'ended';
  readonly ending: ModuleEnding;
}

/** What came of waiting for a message of one of the types. */
export type Reply<T extends ChildMessage['type']> =
  | Extract<ChildMessage, { readonly type: T }>
  | Ended
  /** Nothing within the limit. The process is still alive. */
  | { readonly type: 'late' };

/** A page that the process has. */
interface PageInProcess {
  readonly number: number;
  readonly page: Page;
  hasStarted: boolean;
  /** What came before anybody asked for it. */
  answer?: Exclude<MessageOfPage, { readonly type: 'started' }>;
}

/** How long a process that is done, but not quite gone, may take for it. */
const GRACE_MS = 500;

const PROGRAM = fileURLToPath(ownModule(new URL('./module-start.ts', import.meta.url)));

/** One child process that holds one extractor module: started by the constructor, ended by `kill`. */
export class ModuleProcess {
  readonly #group: Group;
  readonly #options: JsonObject;
  readonly #channel: Channel;
  readonly #ended: Promise<Ended>;
  #ending: Ended | undefined;
  #channelWasGarbled = false;
  /** How many pages it has been sent. */
  #sent = 0;
  #receive: (message: ChildMessage | Ended) => void = () => {};
  /** The page in work, or the last that was. */
  #page: PageInProcess | undefined;
  /** One that was handed over ahead of its turn. */
  #next: PageInProcess | undefined;

  /** @throws Error if the system refuses another process. */
  constructor(call: ModuleCall) {
    this.#group = startModule(call);
    this.#options = call.options;
    this.#channel = new Channel(this.#group.pipes.at(CHANNEL_DESCRIPTOR), {
      onMessage: (message) => this.#take(message),
      onEnd: (reason) => this.#lose(reason),
    });
    this.#ended = this.#group.ended.then((how) => {
      this.#ending = { type: 'ended', ending: { ...how, channelWasGarbled: this.#channelWasGarbled } };
      this.#receive(this.#ending);
      return this.#ending;
    });
  }

  get hasEnded(): boolean {
    return this.#ending !== undefined;
  }

  /** Whether the turn of the page in work has come; what the page before it left behind can keep it waiting. */
  get pageHasStarted(): boolean {
    return this.#page?.hasStarted === true;
  }

  /** Waits until the module is loaded. Called once, before the first page. */
  start(limitMs: number): Promise<Reply<'ready' | 'unusable'>> {
    return this.#reply(['ready', 'unusable'], limitMs);
  }

  /**
   * Hands over the page that comes after the one in work, which the process goes on with as soon as it has answered:
   * on its way a page takes longer than some extractors take for it.
   */
  announce(page: Page): void {
    if (this.#ending !== undefined || this.#next !== undefined) return;
    this.#next = this.#send(page);
  }

  /** Hands over a page, unless it has been announced, and waits for the answer. Not to be called again before that. */
  extract(page: Page, limitMs: number): Promise<Reply<'answered' | 'harness-failed'>> {
    const announced = this.#next?.page === page ? this.#next : undefined;
    if (announced !== undefined) this.#next = undefined;
    if (announced?.answer !== undefined) return Promise.resolve(announced.answer);
    this.#group.memory.beginPage();
    const reply = this.#reply(['answered', 'harness-failed'], limitMs);
    this.#page = announced ?? this.#send(page);
    return reply;
  }

  #send(page: Page): PageInProcess {
    const number = ++this.#sent;
    this.#channel.send(requestOf(number, page, this.#options));
    return { number, page, hasStarted: false };
  }

  /** The most resident memory of the process since the page was handed over, megabytes, where it is seen. */
  get peakMb(): number | undefined {
    return this.#group.memory.peakMb();
  }

  /** Kills the process and all that it started; resolves when it is gone. */
  async kill(): Promise<void> {
    killGroup(this.#group.leader);
    await this.#ended;
  }

  /** Keeps the harness alive while the process is, as it does from the start. */
  ref(): void {
    for (const handle of this.#handles()) handle.ref();
  }

  /** Lets the harness end though the process is alive, which ends it. */
  unref(): void {
    for (const handle of this.#handles()) handle.unref();
  }

  /** What keeps the event loop of the harness going on account of this process. */
  #handles(): (Group['child'] | Socket)[] {
    return [this.#group.child, ...this.#group.pipes.all()];
  }

  #take(message: unknown): void {
    if (!isChildMessage(message)) return;
    if (message.type === 'ready' || message.type === 'unusable') this.#receive(message);
    else this.#takeOfPage(message);
  }

  /** Of a page that nobody asks about any more, nothing. */
  #takeOfPage(message: MessageOfPage): void {
    const about = [this.#page, this.#next].find((each) => each?.number === message.number);
    if (about === undefined) return;
    if (message.type === 'started') about.hasStarted = true;
    else if (about === this.#page) this.#receive(message);
    else about.answer ??= message;
  }

  #lose(reason: 'closed' | 'garbled'): void {
    this.#channelWasGarbled = reason === 'garbled';
    // A process that is ending closes the channel first; killed now, it would not get to say its exit code.
    const timer = setTimeout(() => killGroup(this.#group.leader), GRACE_MS);
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

function startModule({ url, allowNetwork, memoryMb }: ModuleCall): Group {
  const env = childEnvironment(process.env, { allowNetwork });
  const hooks = networkAccess(allowNetwork, true) === 'refused by hooks' ? [REFUSE_NETWORK] : [];
  const node = [...heapArguments(memoryMb, env), ...nodeArguments(url)];
  return startGroup({
    words: [process.execPath, ...node, PROGRAM, url, ...hooks],
    env,
    allowNetwork,
    memoryMb,
    stdin: 'ignore',
    // Standard output goes nowhere: with a pipe, an extractor that prints would wait for the harness to read.
    stdout: 'ignore',
    more: ['pipe'],
  });
}

/** Of the page only what the child needs: a page may be more than data. */
function requestOf(
  number: number,
  { id, site, media, bytes, url, contentType }: Page,
  options: JsonObject,
): PageRequest {
  const known = { ...(url !== undefined && { url }), ...(contentType !== undefined && { contentType }) };
  return { type: 'page', number, page: { id, site, media, bytes, ...known }, options };
}

function isOneOf<T extends ChildMessage['type']>(
  types: readonly T[],
  message: ChildMessage,
): message is Extract<ChildMessage, { readonly type: T }> {
  return (types as readonly string[]).includes(message.type);
}
