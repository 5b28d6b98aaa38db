import { groupMembers, peakBytes, residentBytes, resetPeak } from "./process-memory.js";
/** How often leaders are looked at: what fills memory as fast as it can gets some hundred megabytes in between. */
const LEADERS_EVERY_MS = 50;
/** Every so many times whole groups are, which takes a look at every process of the machine. */
const GROUPS_EVERY = 10;
const MEGABYTE = 1024 * 1024;
/** The groups that are watched, by their leaders. State of the process, as the processes are. */
const watched = new Map();
let timer;
let looks = 0;
/**
 * Calls `onExceeded` once if the processes of a group together have more resident memory than the limit, in
 * megabytes of 2^20 bytes; what they share counts for each. Outside Linux, where there is no `/proc`, never.
 */
export function watchMemory(leader, limitMb, onExceeded) {
    const state = { limitBytes: limitMb * MEGABYTE, onExceeded, seenBytes: 0 };
    let isExact = false;
    watched.set(leader, state);
    timer ??= setInterval(look, LEADERS_EVERY_MS).unref();
    return {
        beginPage() {
            state.seenBytes = 0;
            isExact = resetPeak(leader);
        },
        peakMb() {
            const bytes = Math.max(state.seenBytes, isExact ? peakBytes(leader) : residentBytes(leader));
            return bytes === 0 ? undefined : Math.round(bytes / MEGABYTE);
        },
        end() {
            if (watched.get(leader) === state && watched.delete(leader) && watched.size === 0)
                stop();
        },
    };
}
function stop() {
    clearInterval(timer);
    timer = undefined;
}
function look() {
    looks++;
    const members = looks % GROUPS_EVERY === 0 ? groupMembers(new Set(watched.keys())) : undefined;
    for (const [leader, state] of watched) {
        const { limitBytes, onExceeded } = state;
        const pids = members?.get(leader) ?? [leader];
        const resident = pids.reduce((sum, pid) => sum + residentBytes(pid), 0);
        state.seenBytes = Math.max(state.seenBytes, resident);
        if (resident <= limitBytes)
            continue;
        watched.delete(leader);
        onExceeded(Math.ceil(resident / MEGABYTE));
    }
    if (watched.size === 0)
        stop();
}
