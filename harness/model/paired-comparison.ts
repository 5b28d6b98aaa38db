/** What can be said of two systems on the pages that both scored, by one figure. */
export interface PairedComparison {
  readonly pages: number;
  readonly sites: number;
  /** Figure of the first less that of the second, each over the shared pages. */
  readonly difference: number;
  /** Pages on which the first has the higher figure, as high a one, a lower one. */
  readonly wins: number;
  readonly ties: number;
  readonly losses: number;
  /** What chance has to do with it; absent under 20 shared sites. */
  readonly test?: PairedTest;
}

export interface PairedTest {
  /** 95 % interval of the difference, within −1..1, with one unseen page; absent in summaries of earlier versions. */
  readonly interval?: { readonly low: number; readonly high: number };
  /** Sign-flip permutation test of this pair alone, two-sided. */
  readonly p: number;
  /** The same, corrected for all pairs that are compared by single-step max-T. */
  readonly adjusted: number;
  /** The difference that these pages would find with a power of 80 % at 5 %, other pairs and the unseen page left out: 2.8 standard errors. */
  readonly detectable: number;
  /** Pages more, like these, that would make the difference found as large as the detectable one: at least as many would tell the two apart. Absent for a difference of 0. */
  readonly morePages?: number;
}
