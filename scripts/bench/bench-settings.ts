import type { Findings } from './findings.ts';

/** What every part of the bench gets. */
export interface Bench {
  /** Small inputs, few turns, nothing that is not in the repository. */
  readonly quick: boolean;
  /** How often each comparison is made at most; what takes long takes fewer. */
  readonly turns: number;
  /** The folder of a public dataset; undefined where it is not there. */
  readonly dataset: (name: 'aeb' | 'trafilatura' | 'wcxb') => string | undefined;
  /** `evaluate.py` of that dataset's benchmark, in a folder with its data; undefined where it is not there. */
  readonly clone: (name: 'aeb' | 'wcxb') => string | undefined;
  /** The interpreter for what is written in Python. */
  readonly python: string;
  /** For whatever has to be written. */
  readonly folder: string;
  readonly findings: Findings;
}
