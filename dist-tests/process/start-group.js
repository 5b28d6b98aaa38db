import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { errorCode } from "../util/error.js";
import { exhausted } from "./exhausted.js";
import { LastWords } from "./last-words.js";
import { watchMemory } from "./memory-watch.js";
import { namespaceWords } from "./network-namespace.js";
import { dismissGroup, guardGroup, killGroup } from "./process-group.js";
/** The pipes to a process, by the descriptors that it has them at. */
export class Pipes {
    #sockets;
    constructor({ stdio }) {
        this.#sockets = stdio?.map((stream) => (stream instanceof Socket ? stream : undefined)) ?? [];
    }
    /** @throws Error where the process has no pipe at the descriptor. */
    at(descriptor) {
        const socket = this.#sockets[descriptor];
        if (socket === undefined)
            throw new Error(`the process has no pipe at descriptor ${descriptor}`);
        return socket;
    }
    has(descriptor) {
        return this.#sockets[descriptor] !== undefined;
    }
    all() {
        return this.#sockets.filter((socket) => socket !== undefined);
    }
}
/** Descriptors that every process has. */
export const STDIN = 0;
export const STDOUT = 1;
const STDERR = 2;
/** How long pipes are read from after a process is gone: one that left its group may still hold them. */
const GRACE_MS = 500;
/**
 * Starts a program that cannot outlive the harness. One that is not there, or that the system cannot run, has ended with
 * `notStarted`.
 *
 * @throws AssayError `usage` if the system is out of file descriptors.
 */
export function startGroup(call) {
    const [program, ...words] = call.allowNetwork ? call.words : withoutNetwork(call.words);
    const child = spawn(program, words, {
        env: call.env,
        detached: true,
        stdio: [call.stdin, call.stdout, 'pipe', ...(call.more ?? [])],
        ...(call.cwd !== undefined && { cwd: call.cwd }),
    });
    // The event would be an exception if nobody listened.
    const refused = new Promise((resolve) => child.once('error', resolve));
    const leader = child.pid;
    const pipes = new Pipes(child);
    if (!pipes.has(STDERR))
        throw exhausted('EMFILE');
    if (leader === undefined)
        return neverStarted(child, pipes, refused);
    guardGroup(leader);
    let tooMuchMemory;
    const memory = watchMemory(leader, call.memoryMb, (residentMb) => {
        tooMuchMemory = { residentMb, limitMb: call.memoryMb };
        killGroup(leader);
    });
    const ended = watchEnd(child, leader, pipes, memory).then((how) => tooMuchMemory === undefined ? how : { ...how, tooMuchMemory });
    return { child, leader, pipes, memory, ended };
}
function neverStarted(child, pipes, refused) {
    const memory = { beginPage() { }, peakMb: () => undefined, end() { } };
    const ended = refused.then((error) => ({
        code: null,
        signal: null,
        lastWords: '',
        heapWasFull: false,
        notStarted: errorCode(error),
    }));
    return { child, leader: 0, pipes, memory, ended };
}
function withoutNetwork(words) {
    const prefix = namespaceWords();
    return prefix === undefined ? words : [...prefix, ...words];
}
function watchEnd(child, leader, pipes, memory) {
    const words = new LastWords(pipes.at(STDERR));
    return new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            memory.end();
            dismissGroup(leader);
            // One more turn of the event loop: what the process said may lie unread behind other work of ours.
            const letGo = () => pipes.all().forEach((pipe) => pipe.destroy());
            const limit = setTimeout(() => setImmediate(letGo), GRACE_MS);
            // `exit` can overtake the last answer and the last words; `close` comes behind both.
            child.once('close', () => {
                clearTimeout(limit);
                const said = { lastWords: words.shown, heapWasFull: words.tellOfFullHeap };
                resolve({ code, signal, ...said });
            });
        });
    });
}
