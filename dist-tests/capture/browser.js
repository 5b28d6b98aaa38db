import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dismissGroup, guardGroup } from "../process/process-group.js";
import { isRecord } from "../util/is-record.js";
import { PipeConnection } from "./pipe-connection.js";
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
/** A Chromium without a window, with a profile of its own, spoken to over the DevTools protocol. */
export class Browser {
    #child;
    #profile;
    #connection;
    #session = '';
    /** The page itself; frames in it have other names. */
    #frame = '';
    constructor(child, profile, connection) {
        this.#child = child;
        this.#profile = profile;
        this.#connection = connection;
    }
    /**
     * @param options.offline nothing may be fetched, from wherever
     * @throws Error if it does not start.
     */
    static async launch(path, { offline = false } = {}) {
        const profile = await mkdtemp(join(tmpdir(), 'assay-chromium-'));
        // Root has no sandbox: Chromium refuses to start with one. Everybody else keeps it, as pages are hostile.
        const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
        const settings = [...SETTINGS, ...sandbox, ...(offline ? OFFLINE : [])];
        const child = spawn(path, [...settings, '--remote-debugging-pipe', `--user-data-dir=${profile}`], {
            stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
            detached: true,
        });
        child.on('error', () => { }); // The connection fails then, which is told.
        if (child.pid !== undefined)
            guardGroup(child.pid);
        const browser = new Browser(child, profile, PipeConnection.over(child));
        try {
            await inTime(browser.#attach(), 'the browser to start');
            return browser;
        }
        catch (error) {
            await browser.close();
            throw error;
        }
    }
    async #attach() {
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
    async version() {
        const { product } = await this.#connection.send('Browser.getVersion', {});
        return String(product).replace(/^.*\//, '');
    }
    /**
     * Loads a page.
     *
     * @param options.settle wait for what its scripts fetch, too, for some seconds at most
     * @throws Error if it does not load, or not in time.
     */
    async load(url, { settle = false } = {}) {
        let answer = {};
        const forget = this.#connection.on('Network.responseReceived', ({ type, frameId, response }) => {
            if (type === 'Document' && frameId === this.#frame && isRecord(response))
                answer = answerOf(response);
        });
        const loaded = this.#lifecycle('load');
        const idle = this.#lifecycle('networkIdle');
        const { errorText } = await inTime(this.#send('Page.navigate', { url }), `${url} to load`);
        if (typeof errorText === 'string' && errorText !== '')
            throw new Error(errorText);
        await inTime(loaded, `${url} to load`);
        if (settle)
            await Promise.race([idle, delay(SETTLE_MS)]);
        forget();
        return answer;
    }
    /** Loads a page and returns the value of an expression in it, which must be one that JSON can hold. */
    async evaluate(url, expression) {
        await this.load(url);
        return this.value(expression);
    }
    /** The value of an expression in the page that is loaded. */
    async value(expression) {
        const answer = this.#send('Runtime.evaluate', { expression, returnByValue: true });
        const { result } = await inTime(answer, 'the page to answer');
        return isRecord(result) ? result['value'] : undefined;
    }
    /** Ends the browser with all its processes, and takes its profile away. */
    async close() {
        const { pid, exitCode, signalCode } = this.#child;
        const isRunning = pid !== undefined && exitCode === null && signalCode === null;
        const gone = new Promise((resolve) => this.#child.once('exit', resolve));
        if (pid !== undefined)
            dismissGroup(pid);
        if (isRunning)
            await gone;
        await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
    }
    #send(method, params = {}) {
        return this.#connection.send(method, params, this.#session);
    }
    /** Resolves when the page, rather than a frame in it, or a page that led on to it, comes to this point. */
    #lifecycle(point) {
        let loader;
        return new Promise((resolve) => {
            const forget = this.#connection.on('Page.lifecycleEvent', ({ name, frameId, loaderId }) => {
                if (frameId !== this.#frame)
                    return;
                if (name === 'init')
                    loader = loaderId;
                if (name !== point || loaderId !== loader)
                    return;
                forget();
                resolve();
            });
        });
    }
}
function answerOf({ status, mimeType }) {
    return {
        ...(typeof status === 'number' && status > 0 && { status }),
        ...(typeof mimeType === 'string' && { mimeType }),
    };
}
function delay(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
async function inTime(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`waited ${LIMIT_MS / 1000} s for ${what}`)), LIMIT_MS);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
