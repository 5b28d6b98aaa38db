import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
/**
 * Resident memory of processes and process groups, as `/proc` tells it: bytes; 0 for a process that is gone, and for
 * every process where there is no `/proc` (outside Linux).
 */
export function residentBytes(pid) {
    // In kilobytes here, whatever the size of a page of memory is.
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readProcess(pid, 'status')) ?? [];
    return Number(kilobytes) * 1024;
}
/** The most resident memory that a process had since it was started, or since `resetPeak`: bytes, 0 as above. */
export function peakBytes(pid) {
    const [, kilobytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readProcess(pid, 'status')) ?? [];
    return Number(kilobytes) * 1024;
}
/** Lets the peak of a process begin anew with what it has now; says whether the system lets us. */
export function resetPeak(pid) {
    try {
        // 5 is the peak alone; see proc(5).
        writeFileSync(`/proc/${pid}/clear_refs`, '5');
        return true;
    }
    catch {
        return false;
    }
}
/** The processes of each group, by the leader's number; the leader among them while it is alive. */
export function groupMembers(leaders) {
    const members = new Map([...leaders].map((leader) => [leader, []]));
    for (const pid of allProcesses())
        members.get(groupOf(pid))?.push(pid);
    return members;
}
function allProcesses() {
    try {
        return readdirSync('/proc')
            .filter((name) => /^\d+$/.test(name))
            .map(Number);
    }
    catch {
        return [];
    }
}
/** The third field behind the name of the program, which is in brackets and may hold anything. */
function groupOf(pid) {
    const stat = readProcess(pid, 'stat');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ', 3)[2]);
}
function readProcess(pid, file) {
    try {
        return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    }
    catch {
        return '';
    }
}
