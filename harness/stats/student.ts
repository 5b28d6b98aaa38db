/** The 97.5 % point of the normal distribution. */
const NORMAL = 1.959963984540054;

/**
 * The 97.5 % point of Student's t: how many standard errors a 95 % interval reaches to either side. By the expansion of
 * Fisher and Cornish (1960) about the normal point, in + − × ÷ alone; right to six digits from 15 degrees on.
 *
 * @param degrees degrees of freedom, at least 15
 */
export function studentPoint(degrees: number): number {
  const z = NORMAL;
  const squared = z * z;
  const terms = [
    (z * (squared + 1)) / 4,
    (z * ((5 * squared + 16) * squared + 3)) / 96,
    (z * (((3 * squared + 19) * squared + 17) * squared - 15)) / 384,
    (z * ((((79 * squared + 776) * squared + 1482) * squared - 1920) * squared - 945)) / 92_160,
  ];
  let point = z;
  let power = 1;
  for (const term of terms) {
    power *= degrees;
    point += term / power;
  }
  return point;
}
