import { expect } from 'vitest';
import { toScore } from './to-score.ts';

/** `assay/vitest`: a corpus as tests of an extractor's own suite. Loading it adds the matcher `toScore` to `expect`. */
expect.extend({ toScore });

export { testCorpus } from './test-corpus.ts';
export type { CorpusTestOptions, TestedExtractor } from './test-corpus.ts';
export type { GoldToMeet } from './scored.ts';
export type { LeastFigures } from './least.ts';
