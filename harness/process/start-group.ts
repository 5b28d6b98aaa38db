import { spawn } from 'node:child_process';
import type { ChildProcess, IOType } from 'node:child_process';
import { Socket } from 'node:net';
import type { Words } from '../util/command-words.ts';
import { errorCode } from '../util/error.ts';
import { exhausted } from './exhausted.ts';
import { LastWords } from './last-words.ts';
import { watchMemory } from './memory-watch.ts';
import type { MemoryWatch } from './memory-watch.ts';
import { namespaceWords } from './network-namespace.ts';
import { dismissGroup, guardGroup, killGroup } from './process-group.ts';

/** A program to start as the leader of a process group. */
export interface GroupCall {
  readonly words: Words;
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
  /** Whether the program keeps the network where the system could take it away. */
  readonly allowNetwork: boolean;
  /** Resident memory of the whole group, in megabytes; past it, the group is killed. */
  readonly memoryMb: number;
  /** Standard input, standard output, and more behind standard error, which is always a pipe. */
  readonly stdin: IOType;
  readonly stdout: IOType;
  readonly more?: readonly IOType[];
}

/** How a process ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of its standard error, empty where there was nothing. */
  readonly lastWords: string;
  readonly heapWasFull: boolean;
  /** It was killed for its memory: what it had then, and what it might have, in megabytes. */
  readonly tooMuchMemory?: { readonly residentMb: number; readonly limitMb: number };
  /** It never was: why the system did not start it, `ENOENT`. */
  readonly notStarted?: string;
}

/** The pipes to a process, by the descriptors that it has them at. */
export class Pipes {
  readonly #sockets: readonly (Socket | undefined)[];

  constructor({ stdio }: ChildProcess) {
    this.#sockets = stdio?.map((stream) => (stream instanceof Socket ? stream : undefined)) ?? [];
  }

  /** @throws Error where the process has no pipe at the descriptor. */
  at(descriptor: number): Socket {
    const socket = this.#sockets[descriptor];
    if (socket === undefined) throw new Error(`the process has no pipe at descriptor ${descriptor}`);
    return socket;
  }

  has(descriptor: number): boolean {
    return this.#sockets[descriptor] !== undefined;
  }

  all(): Socket[] {
    return this.#sockets.filter((socket) => socket !== undefined);
  }
}

/** A process group at work. */
export interface Group {
  readonly child: ChildProcess;
  /** The process number of its leader; 0 where the system did not start it. */
  readonly leader: number;
  readonly pipes: Pipes;
  readonly memory: MemoryWatch;
  /** Resolves when the leader is gone, what is left of its group is killed and all that it said has been read. */
  readonly ended: Promise<Ending>;
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
export function startGroup(call: GroupCall): Group {
  const [program, ...words] = call.allowNetwork ? call.words : withoutNetwork(call.words);
  const child = spawn(program, words, {
    env: call.env,
    detached: true,
    stdio: [call.stdin, call.stdout, 'pipe', ...(call.more ?? [])],
    ...(call.cwd !== undefined && { cwd: call.cwd }),
  });
  // The event would be an exception if nobody listened.
  const refused = new Promise<Error>((resolve) => child.once('error', resolve));
  const leader = child.pid;
  const pipes = new Pipes(child);
  if (!pipes.has(STDERR)) throw exhausted('EMFILE');
  if (leader === undefined) return neverStarted(child, pipes, refused);
  guardGroup(leader);
  let tooMuchMemory: Ending['tooMuchMemory'];
  const memory = watchMemory(leader, call.memoryMb, (residentMb) => {
    tooMuchMemory = { residentMb, limitMb: call.memoryMb };
    killGroup(leader);
  });
  const ended = watchEnd(child, leader, pipes, memory).then((how) =>
    tooMuchMemory === undefined ? how : { ...how, tooMuchMemory },
  );
  return { child, leader, pipes, memory, ended };
}

function neverStarted(child: ChildProcess, pipes: Pipes, refused: Promise<Error>): Group {
  const memory = { beginPage() {}, peakMb: () => undefined, end() {} };
  const ended = refused.then((error): Ending => ({
    code: null,
    signal: null,
    lastWords: '',
    heapWasFull: false,
    notStarted: errorCode(error),
  }));
  return { child, leader: 0, pipes, memory, ended };
}

function withoutNetwork(words: Words): Words {
  const prefix = namespaceWords();
  return prefix === undefined ? words : [...prefix, ...words];
}

function watchEnd(child: ChildProcess, leader: number, pipes: Pipes, memory: MemoryWatch): Promise<Ending> {
  const words = new LastWords(pipes.at(STDERR));
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      memory.end();
      dismissGroup(leader);
      // One more turn of the event loop: what the process said may lie unread behind other work of ours.
      const letGo = (): void => pipes.all().forEach((pipe) => pipe.destroy());
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
