/** How often one coder said one thing and the other another, of the same unit. */
export interface PairCount {
  readonly values: readonly [string, string];
  readonly units: number;
}

/**
 * Krippendorff's alpha of two coders for nominal data without gaps: 1 - the observed disagreement over that to be expected if
 * the same values were dealt out by chance. 1: they agree on everything; 0: no better than chance; below 0: worse.
 * Undefined where all values are one, so that nothing could disagree, or there is no unit.
 *
 * With the coincidences o_cc (two for each unit on which both said c), n_c the times that c was said and n the values in all:
 * alpha = ((n - 1) Σ o_cc - Σ n_c (n_c - 1)) / (n (n - 1) - Σ n_c (n_c - 1)) (Krippendorff, Computing Krippendorff's
 * Alpha-Reliability, 2011, section B).
 */
export function krippendorffAlpha(pairs: readonly PairCount[]): number | undefined {
  const said = new Map<string, number>();
  let agreed = 0;
  let n = 0;
  for (const { values, units } of pairs) {
    for (const value of values) said.set(value, (said.get(value) ?? 0) + units);
    if (values[0] === values[1]) agreed += 2 * units;
    n += 2 * units;
  }
  const byChance = [...said.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  const possible = n * (n - 1) - byChance;
  return possible === 0 ? undefined : ((n - 1) * agreed - byChance) / possible;
}
