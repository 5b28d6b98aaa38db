/** Fewer tokens than this between losses on both sides do not end a run of them: small words match anywhere. */
const ISLAND = 3;

/** Flags as they are, and those of islands of fewer than three tokens between flagged ones on both sides. */
export function withIslands(flags: Uint8Array): Uint8Array {
  const bridged = flags.slice();
  let last = -1;
  flags.forEach((flag, index) => {
    if (flag === 0) return;
    if (last >= 0 && index - last - 1 < ISLAND) bridged.fill(1, last + 1, index);
    last = index;
  });
  return bridged;
}
