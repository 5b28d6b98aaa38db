import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';

/**
 * The process groups of our children. Each child leads a group of its own, so that whatever it started dies with it.
 * When this program exits or is asked to end, it kills the groups that are alive. Where it has no chance to, because it
 * was killed itself, the supervisor does so.
 */

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Leaders of the groups that may be alive. State of the process, as the processes are. */
const leaders = new Set<number>();

/** The group dies with this program from here on, until it is dismissed. */
export function guardGroup(leader: number): void {
  if (leaders.size === 0) listen();
  leaders.add(leader);
  if (supervisor === undefined) startSupervisor();
  else send(supervisor, `+ ${leader}\n`);
}

/** Kills what is left of the group and forgets it: its number may soon be another's. */
export function dismissGroup(leader: number): void {
  killGroup(leader);
  leaders.delete(leader);
  if (supervisor !== undefined) send(supervisor, `- ${leader}\n`);
  if (leaders.size === 0) stopListening();
}

/** Kills every process of a guarded group at once. Does nothing for any other number. */
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

function listen(): void {
  process.on('exit', killAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function stopListening(): void {
  process.off('exit', killAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

/**
 * A listener keeps a signal from ending the process, so the signal is sent once more without one. Where the program
 * has a listener of its own, that one decides, and `exit` comes in the end.
 */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  killAll();
  stopListening();
  process.kill(process.pid, signal);
}

/**
 * The supervisor: a small process beside this one that knows which groups are alive, and kills them when its standard
 * input closes. That happens however this program ends, `kill -9` included, and whatever the groups are busy with. It
 * is a shell, because a shell starts in a millisecond and takes hardly any memory.
 */
const SUPERVISOR = `
groups=" $* "
while read -r sign leader; do
  case $sign in
    +) groups="$groups$leader " ;;
    -) case $groups in *" $leader "*) groups="\${groups%%" $leader "*} \${groups#*" $leader "}" ;; esac ;;
  esac
done
for leader in $groups; do kill -s KILL -- "-$leader" 2>/dev/null; done
`;

/** How often the supervisor is replaced: where it dies again and again, further attempts do not help. */
const MOST_REPLACEMENTS = 10;

let supervisor: ChildProcess | undefined;
let replacements = 0;

/** On Windows, without groups, there is none. */
function startSupervisor(): void {
  if (process.platform === 'win32') return;
  // It knows the groups that are there from its start on, whatever becomes of this program meanwhile.
  const known = [...leaders].map(String);
  // In a session of its own: signals to our group or terminal are not meant for it.
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', ...known], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  });
  supervisor = child;
  child.once('error', () => {});
  // Whoever killed it did not mean to leave the groups to themselves.
  child.once('exit', () => {
    supervisor = undefined;
    if (leaders.size > 0 && ++replacements <= MOST_REPLACEMENTS) startSupervisor();
  });
  child.unref();
  // Where the system is out of file descriptors there is no pipe.
  if (child.stdin instanceof Socket) child.stdin.on('error', () => {}).unref();
}

function send({ stdin }: ChildProcess, line: string): void {
  if (stdin?.writable === true) stdin.write(line);
}
