import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startGroup } from '../process/start-group.ts';
import type { Group, GroupCall } from '../process/start-group.ts';
import { isRecord } from '../util/is-record.ts';
import { DevToolsPipe } from './devtools-pipe.ts';

/** Longest time in milliseconds that anything may take: starting, loading, answering. */
const LIMIT_MS = 30_000;

/** How long a page that has loaded may go on fetching, milliseconds. */
const SETTLE_MS = 5000;

const SETTINGS = [
  '--headless',
  '--disable-gpu',
  // Where shared memory is small, as in most containers, pages would crash.
  '--disable-dev-shm-usage',
  '--lang=en-US',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
];

/** Every request goes to a proxy that is not there, also those to this machine; nothing goes around it. */
const OFFLINE = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/** What the server said of a page that was loaded; absent for a file. */
export interface LoadedPage {
  readonly status?: number;
  /** Without parameters, e.g. `text/html`. */
  readonly mimeType?: string;
}

/** A Chromium without a window, with a profile of its own, spoken to over the DevTools protocol. */
export class Browser {
  readonly #group: Group;
  readonly #profile: string;
  readonly #connection: DevToolsPipe;
  #session = '';
  /** The page itself; frames in it have other names. */
  #frame = '';

  private constructor(group: Group, profile: string) {
    this.#group = group;
    this.#profile = profile;
    this.#connection = new DevToolsPipe(group.pipeAt(3), group.pipeAt(4));
  }

  /**
   * @param options.offline nothing may be fetched, from wherever
   * @throws Error if it does not start.
   */
  static async launch(path: string, { offline = false } = {}): Promise<Browser> {
    const profile = await mkdtemp(join(tmpdir(), 'assay-chromium-'));
    // Root has no sandbox: Chromium refuses to start with one. Everybody else keeps it, as pages are hostile.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const settings = [...SETTINGS, ...sandbox, ...(offline ? OFFLINE : [])];
    const call: GroupCall = {
      words: [path, ...settings, '--remote-debugging-pipe', `--user-data-dir=${profile}`],
      env: process.env,
      allowNetwork: true,
      stdin: 'ignore',
      stdout: 'ignore',
      more: ['pipe', 'pipe'],
    };
    let browser: Browser | undefined;
    try {
      browser = new Browser(startGroup(call), profile);
      await inTime(browser.#attach(), 'the browser to start');
      return browser;
    } catch (error) {
      await (browser?.close() ?? removeProfile(profile));
      throw error;
    }
  }

  async #attach(): Promise<void> {
    const { targetId } = await this.#connection.send('Target.createTarget', { url: 'about:blank' });
    const attached = await this.#connection.send('Target.attachToTarget', { targetId, flatten: true });
    this.#session = String(attached['sessionId']);
    this.#frame = String(targetId);
    await this.#send('Page.enable');
    await this.#send('Network.enable');
    await this.#send('Page.setLifecycleEventsEnabled', { enabled: true });
    // A dialog would hold the page until somebody answers.
    this.#connection.on('Page.javascriptDialogOpening', () => {
      void this.#send('Page.handleJavaScriptDialog', { accept: false }).catch(() => undefined);
    });
  }

  /** E.g. `156.0.8078.79`. */
  async version(): Promise<string> {
    const { product } = await inTime(
      this.#connection.send('Browser.getVersion', {}),
      'the browser to answer',
    );
    return String(product).replace(/^.*\//, '');
  }

  /**
   * Loads a page.
   *
   * @param options.settle wait for what its scripts fetch, too, for some seconds at most
   * @throws Error if it does not load, or not in time.
   */
  async load(url: string, { settle = false } = {}): Promise<LoadedPage> {
    let answer: LoadedPage = {};
    const forget = this.#connection.on('Network.responseReceived', ({ type, frameId, response }) => {
      if (type === 'Document' && frameId === this.#frame && isRecord(response)) answer = answerOf(response);
    });
    const loaded = this.#lifecycle('load');
    const idle = this.#lifecycle('networkIdle');
    const { errorText } = await inTime(this.#send('Page.navigate', { url }), `${url} to load`);
    if (typeof errorText === 'string' && errorText !== '') throw new Error(errorText);
    await inTime(loaded, `${url} to load`);
    if (settle) await Promise.race([idle, wait(SETTLE_MS, undefined, { ref: false })]);
    forget();
    return answer;
  }

  /** The value of an expression in the page that is loaded, which must be one that JSON can hold. */
  async value(expression: string): Promise<unknown> {
    const answer = this.#send('Runtime.evaluate', { expression, returnByValue: true });
    const { result } = await inTime(answer, 'the page to answer');
    return isRecord(result) ? result['value'] : undefined;
  }

  /** Ends the browser with all its processes, and takes its profile away. */
  async close(): Promise<void> {
    await this.#group.kill();
    await removeProfile(this.#profile);
  }

  #send(method: string, params: Readonly<Record<string, unknown>> = {}): ReturnType<DevToolsPipe['send']> {
    return this.#connection.send(method, params, this.#session);
  }

  /** Resolves when the page, rather than a frame in it, or a page that led on to it, comes to this point. */
  #lifecycle(point: string): Promise<void> {
    let loader: unknown;
    return new Promise((resolve) => {
      const forget = this.#connection.on('Page.lifecycleEvent', ({ name, frameId, loaderId }) => {
        if (frameId !== this.#frame) return;
        if (name === 'init') loader = loaderId;
        if (name !== point || loaderId !== loader) return;
        forget();
        resolve();
      });
    });
  }
}

function answerOf({ status, mimeType }: Readonly<Record<string, unknown>>): LoadedPage {
  return {
    ...(typeof status === 'number' && status > 0 && { status }),
    ...(typeof mimeType === 'string' && { mimeType }),
  };
}

async function inTime<T>(promise: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`waited ${LIMIT_MS / 1000} s for ${what}`)), LIMIT_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where Chromium is: what `CHROMIUM_PATH` or `CHROME_PATH` names, else the first of its usual names on the PATH;
 * undefined if it is not there.
 */
export function findChromium(environment: Environment = process.env): string | undefined {
  const named = namedIn(environment);
  if (named !== '') return existsSync(named) ? named : undefined;
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const usual = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...usual, ...ON_A_MAC].find((path) => existsSync(path));
}

/** What to say where there is none. */
export function noChromium(environment: Environment = process.env): string {
  const named = namedIn(environment);
  const found = named === '' ? 'there is no Chromium on this machine' : `there is no Chromium at ${named}`;
  return `${found}; install one (on Debian: apt-get install chromium), or name it in CHROMIUM_PATH`;
}

function namedIn(environment: Environment): string {
  return environment['CHROMIUM_PATH'] ?? environment['CHROME_PATH'] ?? '';
}

function removeProfile(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
