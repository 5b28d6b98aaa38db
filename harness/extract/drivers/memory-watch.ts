import { groupMembers, residentBytes } from './process-memory.ts';

/** How often leaders are looked at: what fills memory as fast as it can gets some hundred megabytes in between. */
const LEADERS_EVERY_MS = 50;

/** Every so many times whole groups are, which takes a look at every process of the machine. */
const GROUPS_EVERY = 10;

const MEGABYTE = 1024 * 1024;

interface Watched {
  readonly limitBytes: number;
  readonly onExceeded: (residentMb: number) => void;
}

/** The groups that are watched, by their leaders. State of the process, as the processes are. */
const watched = new Map<number, Watched>();
let timer: NodeJS.Timeout | undefined;
let looks = 0;

/**
 * Calls `onExceeded` once if the processes of a group together have more resident memory than the limit, in
 * megabytes of 2^20 bytes; what they share counts for each. Outside Linux, where there is no `/proc`, never.
 *
 * @returns a function that ends the watch.
 */
export function watchMemory(
  leader: number,
  limitMb: number,
  onExceeded: (residentMb: number) => void,
): () => void {
  watched.set(leader, { limitBytes: limitMb * MEGABYTE, onExceeded });
  timer ??= setInterval(look, LEADERS_EVERY_MS).unref();
  return () => {
    if (watched.delete(leader) && watched.size === 0) stop();
  };
}

function stop(): void {
  clearInterval(timer);
  timer = undefined;
}

function look(): void {
  looks++;
  const members = looks % GROUPS_EVERY === 0 ? groupMembers(new Set(watched.keys())) : undefined;
  for (const [leader, { limitBytes, onExceeded }] of watched) {
    const pids = members?.get(leader) ?? [leader];
    const resident = pids.reduce((sum, pid) => sum + residentBytes(pid), 0);
    if (resident <= limitBytes) continue;
    watched.delete(leader);
    onExceeded(Math.ceil(resident / MEGABYTE));
  }
  if (watched.size === 0) stop();
}
