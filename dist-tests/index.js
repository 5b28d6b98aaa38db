/**
 * The library: what an extractor's repository imports. Everything that is here keeps its name and its meaning;
 * what is not here may change from one version to the next.
 */
// What an extractor's repository writes.
export { defineExtractor } from "./extract/define-extractor.js";
export { defineConfig } from "./config/define-config.js";
// What a program calls.
export { run } from "./library/run.js";
export { score } from "./library/score.js";
export { METRICS } from "./score/metrics/register.js";
export { openCorpus } from "./library/open-corpus.js";
export { RunStopped } from "./run/run-stopped.js";
export { AssayError } from "./util/error.js";
// The data.
export { POLICIES } from "./model/policy.js";
