import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

/** Leaders are looked at this often, in milliseconds: in between, memory can grow by some hundred megabytes. */
const LEADERS_EVERY_MS = 50;

/** Whole groups are looked at every so many times, because that takes a look at every process of the machine. */
const GROUPS_EVERY = 10;

const MEGABYTE = 1024 * 1024;

/** A watch over the memory of a process group. */
export interface MemoryWatch {
  /** Forgets the peak, so that `peakMb` is that of what the processes do from here on. */
  restart(): void;
  /**
   * The most resident memory since then, in megabytes of 2^20 bytes: exact for the leader where the system keeps its
   * peak; for the whole group as far as it was looked at. Undefined where nothing was seen, e.g. outside Linux.
   */
  peakMb(): number | undefined;
  end(): void;
}

/** For a process that was not started, or has no memory limit. */
export const NO_WATCH: MemoryWatch = { restart() {}, peakMb: () => undefined, end() {} };

interface Watched {
  readonly limitBytes: number;
  readonly onExceeded: (residentMb?: number) => void;
  readonly hasKilled: () => boolean;
  /** The most that was seen since the last restart. */
  seenBytes: number;
  /** How many processes stand above the program, the leader among them; and the program, once it was found. */
  readonly depth: number;
  program?: number | undefined;
}

/** The process that counts: the leader, or the one that shells have started for it. */
function programOf(leader: number, state: Watched): number {
  if (state.depth === 0) return leader;
  state.program ??= descendant(leader, state.depth);
  return state.program ?? leader;
}

/** Whether a child of ours has ended, though nobody has heard of it yet. */
export function hasEnded(pid: number): boolean {
  const stat = readProcess(pid, 'stat');
  return stat === '' || stat[stat.lastIndexOf(')') + 2] === 'Z';
}

function descendant(pid: number, depth: number): number | undefined {
  if (depth === 0) return pid;
  const [child = ''] = readProcess(pid, `task/${pid}/children`).split(' ', 1);
  return child === '' ? undefined : descendant(Number(child), depth - 1);
}

/** The groups that are watched, by their leaders. State of the process, as the processes are. */
const watched = new Map<number, Watched>();
let timer: NodeJS.Timeout | undefined;
let looks = 0;

/**
 * Calls `onExceeded` once if the processes of a group together have more resident memory than the limit, in
 * megabytes of 2^20 bytes; what they share counts for each. Outside Linux, where there is no `/proc`, never.
 *
 * @param onExceeded gets no number where the system was first
 * @param more.depth how many processes stand above the program whose peak is told, the leader among them
 * @param more.hasKilled whether the system has killed one of them for want of memory
 */
export function watchMemory(
  leader: number,
  limitMb: number,
  onExceeded: (residentMb?: number) => void,
  {
    depth = 0,
    hasKilled = () => false,
  }: { readonly depth?: number; readonly hasKilled?: () => boolean } = {},
): MemoryWatch {
  const state: Watched = { limitBytes: limitMb * MEGABYTE, onExceeded, hasKilled, seenBytes: 0, depth };
  let isExact = false;
  watched.set(leader, state);
  timer ??= setInterval(look, LEADERS_EVERY_MS).unref();
  return {
    restart() {
      state.seenBytes = 0;
      isExact = resetPeak(programOf(leader, state));
    },
    peakMb() {
      const bytes = Math.max(
        state.seenBytes,
        isExact ? peakBytes(programOf(leader, state)) : residentBytes(programOf(leader, state)),
      );
      return bytes === 0 ? undefined : Math.round(bytes / MEGABYTE);
    },
    end() {
      if (watched.get(leader) === state && watched.delete(leader) && watched.size === 0) stop();
    },
  };
}

function stop(): void {
  clearInterval(timer);
  timer = undefined;
}

function look(): void {
  looks++;
  const members = looks % GROUPS_EVERY === 0 ? groupMembers(new Set(watched.keys())) : undefined;
  for (const [leader, state] of watched) {
    const { limitBytes, onExceeded, hasKilled } = state;
    const pids = members?.get(leader) ?? [programOf(leader, state)];
    const resident = pids.reduce((sum, pid) => sum + residentBytes(pid), 0);
    state.seenBytes = Math.max(state.seenBytes, resident);
    const isOver = resident > limitBytes;
    if (!isOver && !hasKilled()) continue;
    watched.delete(leader);
    onExceeded(isOver ? Math.ceil(resident / MEGABYTE) : undefined);
  }
  if (watched.size === 0) stop();
}

/** Resident memory of a process in bytes; 0 for one that is gone, and where there is no `/proc` (outside Linux). */
export function residentBytes(pid: number): number {
  return statusBytes(pid, /^VmRSS:\s+(\d+) kB$/m);
}

/** The most resident memory that a process had since its start, or since `resetPeak`. */
function peakBytes(pid: number): number {
  return statusBytes(pid, /^VmHWM:\s+(\d+) kB$/m);
}

/** Lets the peak of a process begin anew with what it has now; says whether the system allows that. */
function resetPeak(pid: number): boolean {
  try {
    // 5 is the peak alone; see proc(5).
    writeFileSync(`/proc/${pid}/clear_refs`, '5');
    return true;
  } catch {
    return false;
  }
}

/** A line of `status`, which is in kilobytes whatever the size of a page of memory is. */
function statusBytes(pid: number, line: RegExp): number {
  const [, kilobytes = '0'] = line.exec(readProcess(pid, 'status')) ?? [];
  return Number(kilobytes) * 1024;
}

/** The processes of each group, by the leader's number; the leader among them while it is alive. */
function groupMembers(leaders: ReadonlySet<number>): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>([...leaders].map((leader) => [leader, []]));
  for (const pid of allProcesses()) members.get(groupOf(pid))?.push(pid);
  return members;
}

function allProcesses(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** The third field behind the name of the program, which is in brackets and may hold anything. */
function groupOf(pid: number): number {
  const stat = readProcess(pid, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ', 3)[2]);
}

function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
