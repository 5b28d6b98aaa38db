import { releaseGroup, superviseGroup } from "./supervisor.js";
/**
 * The process groups of the extractors' children. Each child leads a group of its own, so that whatever it
 * started dies with it. What is still alive when the harness exits, or is told to end, is killed; where the harness
 * gets no chance to, the supervisor does it.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** Leaders of the groups that may be alive. State of the process, as the processes are. */
const leaders = new Set();
/** Has the group die with the harness, until it is dismissed. */
export function guardGroup(leader) {
    if (leaders.size === 0)
        watch();
    leaders.add(leader);
    superviseGroup(leader);
}
/** Kills what is left of the group and forgets it: its number may soon be another's. */
export function dismissGroup(leader) {
    killGroup(leader);
    leaders.delete(leader);
    releaseGroup(leader);
    if (leaders.size === 0)
        unwatch();
}
/** Kills every process of a guarded group at once. Of a group that is gone, and any other number, nothing. */
export function killGroup(leader) {
    if (!leaders.has(leader))
        return;
    try {
        // Windows has no groups; there the leader alone is killed.
        process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL');
    }
    catch {
        // Gone already.
    }
}
function killAll() {
    for (const leader of leaders)
        killGroup(leader);
}
function watch() {
    process.on('exit', killAll);
    for (const signal of SIGNALS)
        process.on(signal, onSignal);
}
function unwatch() {
    process.off('exit', killAll);
    for (const signal of SIGNALS)
        process.off(signal, onSignal);
}
/**
 * Listening to a signal keeps it from ending the process, so it is sent once more, unheard. Where the
 * program has a listener of its own, that one decides, and `exit` comes in the end.
 */
function onSignal(signal) {
    if (process.listenerCount(signal) > 1)
        return;
    killAll();
    unwatch();
    process.kill(process.pid, signal);
}
