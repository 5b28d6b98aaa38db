import { spawnSync } from 'node:child_process';
import type { NetworkAccess } from '../model/network.ts';
import type { Words } from '../util/command-words.ts';

/**
 * What starts a program in a network namespace of its own, in which not even the loopback is up. The user stays the
 * same. `unshare` becomes the program, so that its process number stays the leader's.
 */
const WAYS: readonly Words[] = [
  ['unshare', '--user', '--map-current-user', '--net', '--'],
  // Without user namespaces, but with the rights of root.
  ['unshare', '--net', '--'],
];

const PROBE_LIMIT_MS = 5000;

/** The way that works on this machine, by the PATH in which its program was looked for; undefined: none does. */
const ways = new Map<string | undefined, Words | undefined>();

/** The words that start a program without a network, where the system grants that; else undefined. Tried once. */
export function namespaceWords(): Words | undefined {
  const path = process.env['PATH'];
  if (!ways.has(path)) ways.set(path, process.platform === 'linux' ? WAYS.find(works) : undefined);
  return ways.get(path);
}

/**
 * How far a process can be kept from the network on this machine.
 *
 * @param canBeHooked whether it is one of ours, which can refuse by itself (`refuseNetwork`)
 */
export function networkAccess(isAllowed: boolean, canBeHooked: boolean): NetworkAccess {
  if (isAllowed) return 'allowed';
  if (namespaceWords() !== undefined) return 'refused by namespace';
  return canBeHooked ? 'refused by hooks' : 'not refused';
}

function works([program, ...words]: Words): boolean {
  const { status } = spawnSync(program, [...words, 'true'], { stdio: 'ignore', timeout: PROBE_LIMIT_MS });
  return status === 0;
}
