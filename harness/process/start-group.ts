import { spawn } from 'node:child_process';
import type { ChildProcess, IOType, SpawnOptions } from 'node:child_process';
import { Socket } from 'node:net';
import type { Words } from '../util/command-words.ts';
import { defined } from '../util/defined.ts';
import { AssayError, errorCode } from '../util/error.ts';
import { LastWords, exhausted, isExhausted } from './ending.ts';
import type { Ending } from './ending.ts';
import { DEPTH_OF_PROGRAM, isolate, saysNoProgram } from './isolation.ts';
import { joinByShell, makeMemoryGroup } from './memory-group.ts';
import type { MemoryGroup } from './memory-group.ts';
import { NO_WATCH, watchMemory } from './memory-watch.ts';
import type { MemoryWatch } from './memory-watch.ts';
import { OwnFolder } from './own-folder.ts';
import type { Seclusion } from './mount-plan.ts';
import { namespaceWords } from './network.ts';
import { dismissGroup, guardGroup, killGroup } from './process-group.ts';

/** A program to start as the leader of a process group. */
export interface GroupCall {
  readonly words: Words;
  readonly cwd?: string;
  readonly env: NodeJS.ProcessEnv;
  /**
   * What is kept from it; it then has a folder of its own for its home and temporary files, which goes with it. Default:
   * nothing is kept from it.
   */
  readonly seclusion?: Seclusion;
  /** Whether the program keeps the network where the system could take it away. */
  readonly allowNetwork: boolean;
  /**
   * Memory of the program and all that it starts, in megabytes; past it, all are killed. Default: no limit. Where the system
   * grants control groups, it counts all memory and sees to it; elsewhere we look at what is resident now and then.
   */
  readonly memoryMb?: number;
  /** Whether it is started ahead: all is made for the program, which waits for `begin`. Default: it begins at once. */
  readonly isAhead?: boolean;
  readonly stdin: IOType;
  readonly stdout: IOType;
  /** Descriptors behind standard error, which is always a pipe. */
  readonly more?: readonly IOType[];
}

/** A process group at work. */
export interface Group {
  readonly child: ChildProcess;
  /** The process number of its leader; 0 where the system did not start it. */
  readonly leader: number;
  /** All pipes to the leader. */
  readonly pipes: readonly Socket[];
  /** @throws Error where the leader has no pipe at the descriptor. */
  pipeAt(descriptor: number): Socket;
  /** Lets a program begin that was started ahead. */
  begin(): void;
  readonly memory: MemoryWatch;
  /** Whether it has been over its memory limit; then it is killed, if only one that it started was over it. */
  overranMemory(): boolean;
  /** The end of its standard error so far, fit to be shown; empty where there was nothing. */
  lastWords(): string;
  /** Resolves when the leader is gone, what is left of its group is killed and all that it wrote has been read. */
  readonly ended: Promise<Ending>;
  /** Kills the group; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Descriptors that every process has. */
export const STDIN = 0;
export const STDOUT = 1;
const STDERR = 2;

/**
 * Starts a program that cannot outlive this one. A program that is not there, or that the system cannot run, has ended
 * with `notStarted`.
 *
 * @throws AssayError `usage` if the system has no more to give, or refuses the folder, the words or the variables.
 */
export function startGroup(call: GroupCall): Group {
  const limits = call.memoryMb === undefined ? undefined : makeMemoryGroup(call.memoryMb);
  const { child, isIsolated, isInShell, gate } = startLimited(call, limits);
  // The event would be an exception if nobody listened.
  const refused = new Promise<Error>((resolve) => child.once('error', resolve));
  const { stderr } = child;
  const leader = child.pid ?? 0;
  if (leader === 0) limits?.remove();
  if (!(stderr instanceof Socket)) throw exhausted('EMFILE');
  if (leader === 0) {
    return groupOf(child, {
      begin() {},
      memory: NO_WATCH,
      overranMemory: () => false,
      ended: refused.then(neverStarted),
    });
  }
  guardGroup(leader);
  const { memoryMb: limitMb = Infinity } = call;
  let tooMuchMemory: Ending['tooMuchMemory'];
  const exceed = (residentMb?: number): void => {
    tooMuchMemory ??= defined({ residentMb, limitMb });
    killGroup(leader);
  };
  const hasKilled = (): boolean => limits?.hasKilled() === true;
  const memory =
    limitMb === Infinity
      ? NO_WATCH
      : watchMemory(leader, limitMb, exceed, { depth: isIsolated ? DEPTH_OF_PROGRAM : 0, hasKilled });
  const overranMemory = (): boolean => {
    if (tooMuchMemory === undefined && hasKilled()) exceed();
    return tooMuchMemory !== undefined;
  };
  child.once('exit', () => {
    overranMemory();
    memory.end();
    dismissGroup(leader);
    limits?.remove();
  });
  const said = new LastWords(stderr);
  const ended = readToEnd(child).then(([code, signal]): Ending => {
    const how = { code, signal, lastWords: said.shown, heapWasFull: said.tellOfFullHeap };
    if (tooMuchMemory !== undefined) return { ...how, tooMuchMemory };
    const isNotThere = (isIsolated || isInShell) && saysNoProgram(code, said.shown);
    return isNotThere ? { ...how, lastWords: '', notStarted: 'ENOENT' } : how;
  });
  return groupOf(child, { begin: () => letThrough(child, gate), memory, overranMemory, ended, said });
}

interface Started {
  readonly child: ChildProcess;
  readonly isIsolated: boolean;
  /** Whether a shell becomes the program. */
  readonly isInShell: boolean;
  /** The descriptor of the pipe at which it waits. */
  readonly gate?: number;
}

/** Starts the program in its control group, apart from the machine, or as far as that is granted. */
function startLimited(call: GroupCall, limits: MemoryGroup | undefined): Started {
  const { seclusion, cwd, more = [], isAhead = false } = call;
  const entrances = limits?.entrances ?? [];
  const firstEntrance = STDERR + 1 + more.length;
  const gate = isAhead ? firstEntrance + entrances.length : undefined;
  const begin = joinByShell(entrances.map((_, index) => firstEntrance + index)) + waitAt(gate);
  const isolated = seclusion && isolate({ ...call, seclusion, cwd: cwd ?? process.cwd(), begin });
  const own = isolated?.own ?? (seclusion === undefined ? undefined : OwnFolder.make());
  const [program, ...words] = isolated?.words ?? inShell(begin, withoutNetwork(call));
  const options: SpawnOptions = {
    env: { ...own?.variables, ...call.env },
    detached: true,
    stdio: [call.stdin, call.stdout, 'pipe', ...more, ...entrances, ...(isAhead ? ['pipe' as const] : [])],
    ...(cwd !== undefined && { cwd }),
  };
  let child: ChildProcess;
  try {
    child = spawn(program, words, options);
  } catch (error) {
    limits?.remove();
    own?.remove();
    throw refusedAtOnce(call.words[0], errorCode(error), error);
  } finally {
    limits?.closeEntrances();
  }
  for (const end of ['close', 'error']) child.once(end, () => own?.remove());
  const isIsolated = isolated !== undefined;
  return { child, isIsolated, isInShell: !isIsolated && begin !== '', ...defined({ gate }) };
}

/** What is not told by an event: the system was asked for something that it never does. */
function refusedAtOnce(program: string, code: string, cause: unknown): AssayError {
  if (isExhausted(code)) return exhausted(code);
  const fix = 'see that its folder is one, and that its words and variables have less than 128 KiB each';
  return new AssayError('usage', `${program}: the system refuses to start it (${code}); ${fix}`, { cause });
}

function inShell(begin: string, words: Words): Words {
  return begin === '' ? words : ['/bin/sh', '-c', `${begin}exec "$@"`, 'sh', ...words];
}

/** Lines of shell that wait for a line of a pipe, and end where there comes none. */
function waitAt(gate: number | undefined): string {
  return gate === undefined ? '' : `read -r line <&${gate} && exec ${gate}<&- || exit 125\n`;
}

function letThrough({ stdio }: ChildProcess, gate: number | undefined): void {
  const pipe = gate === undefined ? undefined : stdio[gate];
  if (!(pipe instanceof Socket)) return;
  pipe.on('error', () => {});
  pipe.end('\n');
}

function groupOf(
  child: ChildProcess,
  {
    said,
    ended,
    ...more
  }: Pick<Group, 'begin' | 'memory' | 'overranMemory' | 'ended'> & { readonly said?: LastWords },
): Group {
  const leader = child.pid ?? 0;
  return {
    ...more,
    child,
    leader,
    pipes: pipesOf(child),
    pipeAt(descriptor) {
      const pipe = child.stdio[descriptor];
      if (pipe instanceof Socket) return pipe;
      throw new Error(`the process has no pipe at descriptor ${descriptor}`);
    },
    lastWords: () => said?.shown ?? '',
    ended,
    async kill() {
      killGroup(leader);
      await ended;
    },
  };
}

function pipesOf({ stdio }: ChildProcess): Socket[] {
  return stdio.filter((stream) => stream instanceof Socket);
}

function neverStarted(error: Error): Ending {
  return { code: null, signal: null, lastWords: '', heapWasFull: false, notStarted: errorCode(error) };
}

function withoutNetwork({ words, allowNetwork }: GroupCall): Words {
  const prefix = allowNetwork ? undefined : namespaceWords();
  return prefix === undefined ? words : [...prefix, ...words];
}

/** How long pipes are read from after a process is gone: one that left its group may still hold them. */
const GRACE_MS = 500;

/** Resolves when the leader is gone and what it wrote has been read. */
function readToEnd(child: ChildProcess): Promise<[code: number | null, signal: NodeJS.Signals | null]> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      // One more turn of the event loop: what the process wrote may lie unread behind other work of ours.
      const letGo = (): void => pipesOf(child).forEach((pipe) => pipe.destroy());
      const limit = setTimeout(() => setImmediate(letGo), GRACE_MS);
      // `exit` can overtake the last answer and the last words; `close` comes behind both.
      child.once('close', () => {
        clearTimeout(limit);
        resolve([code, signal]);
      });
    });
  });
}
