import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import { Channel } from '../../process/channel.ts';
import { childEnvironment, heapArguments, nodeArguments } from '../../process/child-settings.ts';
import { describeEnding } from '../../process/ending.ts';
import type { Ending } from '../../process/ending.ts';
import { Inbox } from '../../process/inbox.ts';
import { programPlaces, projectAround } from '../../process/mount-plan.ts';
import type { Seclusion } from '../../process/mount-plan.ts';
import { networkAccess } from '../../process/network.ts';
import { killGroup } from '../../process/process-group.ts';
import type { Attempt, TaskProcess } from '../../process/process-pool.ts';
import { startGroup } from '../../process/start-group.ts';
import type { Group } from '../../process/start-group.ts';
import type { TouchedFiles } from '../../process/touched-files.ts';
import type { JsonObject } from '../../util/json.ts';
import { ownModule } from '../../util/own-module.ts';
import { DEFAULT_START_LIMIT_MS } from '../extractor.ts';
import { failed, outcomeOfEnding, outcomeOfReading, withMemory, withWords } from '../outcome.ts';
import { readSentAnswer } from '../sent-answer.ts';
import { ModuleConversation } from './module-conversation.ts';
import type { LoadMessage, PageInProcess, PageResult } from './module-conversation.ts';
import { CHANNEL_DESCRIPTOR, LONGEST_MESSAGE, REFUSE_NETWORK, packRequest } from './module-protocol.ts';
import type { SentPage } from './module-protocol.ts';

/** What a process is started for. */
export interface ModuleCall {
  /** File URL of the module. */
  readonly url: string;
  /** What its `extract` gets beside every page. */
  readonly options: JsonObject;
  /** Folders that are kept from it. */
  readonly hides: readonly string[];
  /** Folders of the home directory that it may read. */
  readonly reads: readonly string[];
  /** Variables beside those of every child. */
  readonly variables: Readonly<Record<string, string>>;
  readonly allowNetwork: boolean;
  /** Memory limit of the process and all that it starts, in megabytes. */
  readonly memoryMb: number;
}

/** The process ended. */
export interface Ended {
  readonly type: 'ended';
  readonly ending: Ending;
  /** It wrote to the descriptor that is the harness's, and was killed for it. */
  readonly channelWasGarbled: boolean;
}

/** What comes of loading the module; undefined: nothing within the limit, and the process is still alive. */
export type LoadReply = LoadMessage | Ended | undefined;

/** How long a process whose channel is closed may take to end by itself. */
const GRACE_MS = 500;

const PROGRAM = fileURLToPath(ownModule(new URL('./module-start.ts', import.meta.url)));

/** One child process that holds one extractor module: started by the constructor, ended by `kill`. */
export class ModuleProcess implements TaskProcess<Page, Outcome> {
  /** What the process has to do with is added here. */
  readonly files: TouchedFiles;
  readonly #group: Group;
  readonly #options: JsonObject;
  readonly #toSentPage: (page: Page) => SentPage;
  readonly #channel: Channel;
  #ended: Ended | undefined;
  #channelWasGarbled = false;
  #wasKilled = false;
  /** Set while it is parked. */
  #expiry: NodeJS.Timeout | undefined;
  readonly #conversation = new ModuleConversation();
  readonly #loading = new Inbox<Exclude<LoadReply, undefined>>();
  readonly #results = new Inbox<PageResult | Ended>();
  /** The page in work, or the last that was. */
  #page: PageInProcess | undefined;
  /** The result of that page, until the next one is with the process. */
  #held: PageResult | undefined;
  /** One that was handed over ahead of its turn. */
  #next: PageInProcess | undefined;

  /**
   * @param toSentPage as in `sent-page.ts`, which is loaded where it is needed
   * @throws Error if the system refuses another process.
   */
  constructor(call: ModuleCall, files: TouchedFiles, toSentPage: (page: Page) => SentPage) {
    this.files = files;
    this.#group = startModule(call);
    this.#options = call.options;
    this.#toSentPage = toSentPage;
    this.#channel = new Channel(this.#group.pipeAt(CHANNEL_DESCRIPTOR), LONGEST_MESSAGE, {
      onMessage: (body) => this.#take(body),
      onEnd: (reason) => this.#lose(reason),
    });
    void this.#awaitEnd();
  }

  get hasEnded(): boolean {
    return this.#wasKilled || this.#ended !== undefined;
  }

  /** Waits until the module is loaded. Called once, before the first page. */
  async load(limitMs: number): Promise<LoadReply> {
    const reply = this.#ended ?? (await this.#loading.next(limitMs));
    if (reply?.type === 'ready') this.files.add(reply.files);
    return reply;
  }

  async start(): Promise<Outcome | undefined> {
    const reply = await this.load(DEFAULT_START_LIMIT_MS);
    if (reply?.type === 'ready') return undefined;
    if (reply?.type === 'ended') return outcomeOfEnded(reply);
    if (reply !== undefined) return failed('crashed', `in a new process ${reply.problem}`);
    const message = `the module did not load in a new process within ${DEFAULT_START_LIMIT_MS} ms`;
    return failed('crashed', message);
  }

  /** The process goes on with the page as soon as it has answered: the way there can take longer than the extraction. */
  announce(page: Page): void {
    if (this.#ended !== undefined || this.#next !== undefined) return;
    this.#next = this.#send(page);
  }

  async run(page: Page, limitMs: number): Promise<Attempt<Outcome>> {
    const reply = await this.#withinMemory(await this.#ask(page, limitMs));
    if (reply?.type === 'not-read') {
      const result = failed('crashed', `the process of the module could not read the page: ${reply.message}`);
      return { result, isSpent: true, mayBeInherited: true };
    }
    if (reply?.type === 'ended')
      return { result: outcomeOfEnded(reply), isSpent: true, mayBeInherited: true };
    if (reply === undefined) {
      const result = withWords(failed('timeout', `no answer within ${limitMs} ms; the process was killed`), {
        output: this.#group.lastWords(),
      });
      // What an earlier page left behind can have kept the process from beginning with this one.
      return { result, isSpent: true, mayBeInherited: this.#page?.hasStarted !== true };
    }
    this.files.add(reply.files);
    const outcome =
      reply.type === 'threw'
        ? withWords(failed('threw', reply.message, reply.ms), { stack: reply.stack })
        : outcomeOfReading(readSentAnswer(reply.answer), reply.ms);
    return {
      result: withWords(withMemory(outcome, this.#group.memory.peakMb()), { output: reply.written }),
      isSpent: false,
      mayBeInherited: false,
    };
  }

  async kill(): Promise<void> {
    this.#wasKilled = true;
    clearTimeout(this.#expiry);
    await this.#group.kill();
  }

  /** Lets the harness end though the process is alive, and kills the process after a time, unless `unpark` is called. */
  park(limitMs: number): void {
    for (const handle of this.#handles()) handle.unref();
    this.#expiry = setTimeout(() => void this.kill(), limitMs).unref();
  }

  unpark(): void {
    clearTimeout(this.#expiry);
    for (const handle of this.#handles()) handle.ref();
  }

  /** What keeps the event loop of the harness going on account of this process. */
  #handles(): (Group['child'] | Socket)[] {
    return [this.#group.child, ...this.#group.pipes];
  }

  /** Hands over a page, unless it has been announced, and waits for the answer. */
  async #ask(page: Page, limitMs: number): Promise<PageResult | Ended | undefined> {
    const announced = this.#next?.page === page ? this.#next : undefined;
    if (announced !== undefined) this.#next = undefined;
    if (announced?.result !== undefined) return announced.result;
    this.#group.memory.restart();
    if (this.#ended !== undefined) return this.#ended;
    const result = this.#results.next(limitMs);
    this.#page = announced ?? this.#send(page);
    return result;
  }

  /** The reply; the end of the process where it has been over its memory limit before. */
  async #withinMemory(reply: PageResult | Ended | undefined): Promise<PageResult | Ended | undefined> {
    if (reply?.type === 'ended' || !this.#group.overranMemory()) return reply;
    return this.#endedBy(await this.#group.ended);
  }

  #send(page: Page): PageInProcess {
    const sent = this.#toSentPage(page);
    const added = this.#conversation.add(page);
    this.#channel.send(packRequest({ number: added.number, page: sent, options: this.#options }));
    return added;
  }

  #take(body: Buffer): void {
    const heard = this.#conversation.hear(body);
    if (heard.type === 'refused') this.#channel.refuse();
    else if (heard.type === 'loaded') this.#loading.put(heard.message);
    else if (heard.type === 'done' && heard.page === this.#page) {
      this.#held = heard.result;
      // What comes of the result keeps this process from writing, and the other from going on with the next page.
      this.#channel.whenSent(() => this.#release());
    }
  }

  #release(): void {
    const held = this.#held;
    this.#held = undefined;
    if (held !== undefined) this.#results.put(held);
  }

  #lose(reason: 'closed' | 'garbled'): void {
    this.#channelWasGarbled = reason === 'garbled';
    if (this.#channelWasGarbled) killGroup(this.#group.leader);
    // A process that is ending closes the channel first; killed now, it would not get to say its exit code.
    const timer = setTimeout(() => killGroup(this.#group.leader), GRACE_MS);
    void this.#group.ended.then(() => clearTimeout(timer));
  }

  async #awaitEnd(): Promise<void> {
    this.#ended = this.#endedBy(await this.#group.ended);
    this.#release();
    this.#loading.put(this.#ended);
    this.#results.put(this.#ended);
  }

  #endedBy(ending: Ending): Ended {
    return { type: 'ended', ending, channelWasGarbled: this.#channelWasGarbled };
  }
}

/** The environment of the process of a module. */
export function moduleEnvironment({
  allowNetwork,
  variables,
}: Pick<ModuleCall, 'allowNetwork' | 'variables'>): NodeJS.ProcessEnv {
  return childEnvironment(process.env, { allowNetwork, variables });
}

/** What is kept from the process of a module. */
export function moduleSeclusion(
  call: Pick<ModuleCall, 'url' | 'hides' | 'reads' | 'allowNetwork' | 'variables'>,
): Seclusion {
  const { url, hides, reads } = call;
  const loader = fileURLToPath(import.meta.resolve('tsx'));
  const needs = [process.cwd(), fileURLToPath(url), PROGRAM, loader].flatMap((path) => projectAround(path));
  return { hides, needs: [...needs, ...reads, ...programPlaces(process.execPath, moduleEnvironment(call))] };
}

function startModule(call: ModuleCall): Group {
  const { url, allowNetwork, memoryMb } = call;
  const env = moduleEnvironment(call);
  const hooks = networkAccess(allowNetwork, true) === 'refused by hooks' ? [REFUSE_NETWORK] : [];
  const node = [...heapArguments(memoryMb, env), ...nodeArguments(url)];
  return startGroup({
    words: [process.execPath, ...node, PROGRAM, url, ...hooks],
    env,
    seclusion: moduleSeclusion(call),
    allowNetwork,
    memoryMb,
    stdin: 'ignore',
    // Standard output goes nowhere: with a pipe, an extractor that prints would wait for the harness to read. What
    // `console.log` writes the process keeps itself.
    stdout: 'ignore',
    more: ['pipe'],
  });
}

/** How the process of a module ended, in words; without its last words. */
export function describeEnded({ ending, channelWasGarbled }: Ended): string {
  if (!channelWasGarbled) return describeEnding(ending);
  return `wrote to file descriptor ${CHANNEL_DESCRIPTOR}, which is kept for the harness, and was killed`;
}

function outcomeOfEnded(ended: Ended): Outcome {
  if (!ended.channelWasGarbled) return outcomeOfEnding(ended.ending);
  return failed('crashed', `the process ${describeEnded(ended)}`);
}
