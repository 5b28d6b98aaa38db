import { randomInt } from 'node:crypto';
import type { Page } from '../../model/page.ts';
import { readChildMessage } from './module-protocol.ts';
import type { ChildMessage, MessageOfPage } from './module-protocol.ts';

/** What comes of loading a module. */
export type LoadMessage = Extract<ChildMessage, { readonly type: 'ready' | 'unusable' }>;

/** What comes of a page. */
export type PageResult = Exclude<MessageOfPage, { readonly type: 'started' }>;

/** A page that the process has. */
export interface PageInProcess {
  readonly number: number;
  readonly page: Page;
  readonly hasStarted: boolean;
  /** What came of it; it may come before anybody asks. */
  readonly result?: PageResult;
}

/** What a message meant. */
export type Heard =
  | { readonly type: 'loaded'; readonly message: LoadMessage }
  /** The process has begun with a page. */
  | { readonly type: 'started' }
  | { readonly type: 'done'; readonly page: PageInProcess; readonly result: PageResult }
  /** It is nothing that the process says at this point: somebody else has written it. */
  | { readonly type: 'refused' };

const REFUSED = { type: 'refused' } as const;

/** The largest number of a page. */
const MOST = 2 ** 48 - 1;

/**
 * What the process of a module may say, and when: first what the module is, then of each page in turn that it has
 * started and what came of it. Everything else is refused, however it came about.
 */
export class ModuleConversation {
  #hasLoaded = false;
  /** The pages that the process has, in the order in which it got them: at most the one in work and the next. */
  readonly #pages: { -readonly [Key in keyof PageInProcess]: PageInProcess[Key] }[] = [];

  /** The process gets this page next. Its number cannot be guessed. */
  add(page: Page): PageInProcess {
    const added = { number: randomInt(MOST), page, hasStarted: false };
    this.#pages.push(added);
    return added;
  }

  hear(bytes: Buffer): Heard {
    const message = readChildMessage(bytes);
    if (message === undefined) return REFUSED;
    if (message.type !== 'ready' && message.type !== 'unusable') return this.#hearOfPage(message);
    if (this.#hasLoaded) return REFUSED;
    this.#hasLoaded = true;
    return { type: 'loaded', message };
  }

  #hearOfPage(message: MessageOfPage): Heard {
    const [page] = this.#pages;
    if (page?.number !== message.number || page.hasStarted === (message.type === 'started')) return REFUSED;
    if (message.type === 'started') {
      page.hasStarted = true;
      return { type: 'started' };
    }
    page.result = message;
    this.#pages.shift();
    return { type: 'done', page, result: message };
  }
}
