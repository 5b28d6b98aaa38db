import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
/**
 * The supervisor: one small process beside the harness that is told which process groups are alive, and kills them
 * when its standard input closes. That happens however the harness ends, `kill -9` included, and whatever the groups
 * are busy with. A shell, because one starts in a millisecond and needs no memory to speak of.
 */
const SCRIPT = `
groups=' '
while read -r sign leader; do
  case $sign in
    +) groups="$groups$leader " ;;
    -) case $groups in *" $leader "*) groups="\${groups%%" $leader "*} \${groups#*" $leader "}" ;; esac ;;
  esac
done
for leader in $groups; do kill -s KILL -- "-$leader" 2>/dev/null; done
`;
/** How often it is replaced: a system on which it dies again and again is not to be filled with attempts. */
const MOST_REPLACEMENTS = 10;
let supervisor;
let replacements = 0;
const groups = new Set();
/** Has the group killed when the harness is gone, until it is released. On Windows, without groups, nothing. */
export function superviseGroup(leader) {
    groups.add(leader);
    if (supervisor === undefined)
        start();
    else
        tell(supervisor, `+ ${leader}\n`);
}
/** The group is gone: its number may soon be that of another, which is not to be killed. */
export function releaseGroup(leader) {
    groups.delete(leader);
    if (supervisor !== undefined)
        tell(supervisor, `- ${leader}\n`);
}
function start() {
    if (process.platform === 'win32')
        return;
    // In a session of its own: what is sent to the harness's group or terminal is not meant for it.
    const child = spawn('/bin/sh', ['-c', SCRIPT], {
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
        env: {},
    });
    supervisor = child;
    child.once('error', () => { });
    // Whoever killed it did not mean to leave the groups to themselves.
    child.once('exit', () => {
        supervisor = undefined;
        if (groups.size > 0 && ++replacements <= MOST_REPLACEMENTS)
            start();
    });
    child.unref();
    // Where the system is out of file descriptors there is none.
    if (child.stdin instanceof Socket)
        child.stdin.on('error', () => { }).unref();
    tell(child, [...groups].map((leader) => `+ ${leader}\n`).join(''));
}
function tell({ stdin }, line) {
    if (stdin?.writable === true)
        stdin.write(line);
}
