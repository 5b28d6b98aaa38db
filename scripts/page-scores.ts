import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadRecordedExtractor } from '../harness/extract/drivers/recorded.ts';
import { openCorpus } from '../harness/library/commands.ts';
import { POLICIES } from '../harness/model/policy.ts';
import { shingles } from '../harness/score/metrics/shingles.ts';
import { PreparedGold } from '../harness/score/prepared-gold.ts';
import { scoreMetrics } from '../harness/score/scoring-input.ts';

// npm run page-scores -- --data DIR: writes the figures that the statistics are tried on, from DIR/aeb.

const SYSTEMS = ['AutoExtract', 'rs_trafilatura', 'trafilatura', 'readability_js', 'newspaper'];

const { values } = parseArgs({ options: { data: { type: 'string' } } });
if (values.data === undefined) throw new Error('page-scores: it needs --data DIR, with DIR/aeb in it');
const folder = join(values.data, 'aeb');
const corpus = await openCorpus(`aeb:${folder}`, false);
const f1: Record<string, number[]> = {};
for (const name of SYSTEMS) {
  const extractor = await loadRecordedExtractor(join(folder, 'output', `${name}.json`));
  const session = await extractor.open({ workers: 1, timeoutMs: 1000 });
  f1[name] = [];
  for (const reference of corpus.pages) {
    const { page, gold } = await corpus.read(reference);
    const outcome = await session.extract(page);
    const extraction = outcome.status === 'extracted' ? outcome.extraction : undefined;
    const score = scoreMetrics(new PreparedGold(gold, POLICIES.article), extraction, [shingles])['shingles'];
    f1[name].push(Math.round(Number(score?.figures['f1']) * 1e4) / 1e4);
  }
}
const source =
  'page F1 of 4-gram shingles, outputs of scrapinghub/article-extraction-benchmark @ 4a3bc97, pages by identifier';
const lines = Object.entries(f1).map(
  ([name, figures]) => `  ${JSON.stringify(name)}: ${JSON.stringify(figures)}`,
);
const fixture = new URL('../harness/stats/fixtures/aeb-page-scores.json', import.meta.url);
writeFileSync(fixture, `{ "source": ${JSON.stringify(source)},\n "f1": {\n${lines.join(',\n')}\n }}\n`);
