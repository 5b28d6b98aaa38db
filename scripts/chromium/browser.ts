import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRecord } from '../../harness/extract/is-record.ts';
import { PipeConnection } from './pipe-connection.ts';

/** Longest time in milliseconds that a page may take to load: all of them come from this machine. */
const LOAD_LIMIT_MS = 30_000;

/** Where Chromium is: what `CHROMIUM_PATH` names, else where Debian installs it; undefined if it is not there. */
export function findChromium(): string | undefined {
  const path = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return existsSync(path) ? path : undefined;
}

/** A Chromium without a window, with a profile of its own, spoken to over the DevTools protocol. */
export class Browser {
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #connection: PipeConnection;
  readonly #session: string;

  private constructor(child: ChildProcess, profile: string, connection: PipeConnection, session: string) {
    this.#child = child;
    this.#profile = profile;
    this.#connection = connection;
    this.#session = session;
  }

  static async launch(path: string): Promise<Browser> {
    const profile = await mkdtemp(join(tmpdir(), 'assay-chromium-'));
    const settings = ['--headless', '--no-sandbox', '--disable-gpu', '--lang=en-US', '--no-first-run'];
    const child = spawn(path, [...settings, '--remote-debugging-pipe', `--user-data-dir=${profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const connection = PipeConnection.over(child);
    const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank' });
    const attached = await connection.send('Target.attachToTarget', { targetId, flatten: true });
    const session = String(attached['sessionId']);
    await connection.send('Page.enable', {}, session);
    return new Browser(child, profile, connection, session);
  }

  /** E.g. `156.0.8078.79`. */
  async version(): Promise<string> {
    const { product } = await this.#connection.send('Browser.getVersion', {});
    return String(product).replace(/^.*\//, '');
  }

  /** Loads a page and returns the value of an expression in it, which must be one that JSON can hold. */
  async evaluate(url: string, expression: string): Promise<unknown> {
    const loaded = this.#connection.event('Page.loadEventFired', LOAD_LIMIT_MS);
    await this.#connection.send('Page.navigate', { url }, this.#session);
    await loaded;
    const parameters = { expression, returnByValue: true };
    const { result } = await this.#connection.send('Runtime.evaluate', parameters, this.#session);
    return isRecord(result) ? result['value'] : undefined;
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGKILL');
    await gone;
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
