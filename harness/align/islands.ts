/** Fewer tokens than this between losses on both sides do not end a run of them: small words match anywhere. */
export const ISLAND = 3;

/** Flags as they are, and those of islands of fewer than three tokens between flagged ones on both sides. */
export function withIslands(flags: Uint8Array): Uint8Array {
  const bridged = flags.slice();
  let last = -1;
  for (let index = 0; index < flags.length; index++) {
    if (flags[index] === 0) continue;
    if (last >= 0 && index - last - 1 < ISLAND) for (let at = last + 1; at < index; at++) bridged[at] = 1;
    last = index;
  }
  return bridged;
}
