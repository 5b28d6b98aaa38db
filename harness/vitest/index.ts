/** `assay/vitest`: a corpus as tests of an extractor's own suite. Loading it adds the matcher `toScore` to `expect`. */
export { testCorpus } from './test-corpus.ts';
export type { CorpusTestOptions, TestedExtractor } from './test-corpus.ts';
export { toScore } from './to-score.ts';
export type { GoldToMeet } from './scored.ts';
export type { LeastFigures } from './least.ts';
