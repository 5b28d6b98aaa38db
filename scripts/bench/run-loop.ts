import { DEFAULT_MEMORY_MB } from '../../harness/extract/extractor.ts';
import { resolveExtractor } from '../../harness/extract/resolve.ts';
import { openCorpus } from '../../harness/index.ts';
import { runPages } from '../../harness/run/run-pages.ts';
import { PreparedPages } from '../../harness/run/scoring/prepared-pages.ts';

// Pages through one worker as a run puts them, without scoring: `run-loop.ts EXTRACTOR CORPUS` prints how many milliseconds
// all pages but the first take, which waits for what is loaded with it. `bare-loop.ts` is the same with nothing around it.

const [name = '', source = ''] = process.argv.slice(2);
const extractor = await resolveExtractor(name);
const corpus = await openCorpus(source, false);
const limits = { workers: 1, timeoutMs: 60_000, memoryMb: DEFAULT_MEMORY_MB };
let began = 0;
await runPages(
  [extractor],
  { corpus, source, pages: corpus.pages },
  new PreparedPages(0),
  limits,
  async () => {
    began ||= performance.now();
  },
);
console.log(performance.now() - began);
