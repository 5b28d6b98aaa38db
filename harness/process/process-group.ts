import { releaseGroup, superviseGroup } from './supervisor.ts';

/**
 * The process groups of the extractors' children. Each child leads a group of its own, so that whatever it
 * started dies with it. What is still alive when the harness exits, or is told to end, is killed; where the harness
 * gets no chance to, the supervisor does it.
 */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Leaders of the groups that may be alive. State of the process, as the processes are. */
const leaders = new Set<number>();

/** Has the group die with the harness, until it is dismissed. */
export function guardGroup(leader: number): void {
  if (leaders.size === 0) watch();
  leaders.add(leader);
  superviseGroup(leader);
}

/** Kills what is left of the group and forgets it: its number may soon be another's. */
export function dismissGroup(leader: number): void {
  killGroup(leader);
  leaders.delete(leader);
  releaseGroup(leader);
  if (leaders.size === 0) unwatch();
}

/** Kills every process of a guarded group at once. Of a group that is gone, and any other number, nothing. */
export function killGroup(leader: number): void {
  if (!leaders.has(leader)) return;
  try {
    // Windows has no groups; there the leader alone is killed.
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function killAll(): void {
  for (const leader of leaders) killGroup(leader);
}

function watch(): void {
  process.on('exit', killAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function unwatch(): void {
  process.off('exit', killAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

/**
 * Listening to a signal keeps it from ending the process, so it is sent once more, unheard. Where the
 * program has a listener of its own, that one decides, and `exit` comes in the end.
 */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  killAll();
  unwatch();
  process.kill(process.pid, signal);
}
