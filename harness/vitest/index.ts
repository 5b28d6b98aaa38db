import { expect } from 'vitest';
import type { Policy } from '../model/policy.ts';
import type { LeastFigures } from './least.ts';
import type { GoldToMeet } from './scored.ts';
import { toScore } from './to-score.ts';

/** `assay/vitest`: a corpus as tests of an extractor's own suite. Loading it adds the matcher `toScore` to `expect`. */
expect.extend({ toScore });

// It stands here so that whoever imports the types of this module gets it.
declare module 'vitest' {
  // oxlint-disable-next-line no-unused-vars -- the parameter is vitest's
  interface Matchers<T> {
    /** An extraction has at least these figures against gold, or against a page with its gold. */
    toScore(gold: GoldToMeet, least: LeastFigures, options?: { readonly policy?: Policy }): void;
  }
}

export { testCorpus } from './test-corpus.ts';
export type { CorpusTestOptions, TestedExtractor } from './test-corpus.ts';
export type { GoldToMeet } from './scored.ts';
export type { LeastFigures } from './least.ts';
