import { writeFileSync } from 'node:fs';
import { readRun } from '../harness/store/read-run.ts';
import { compareCodeUnits } from '../harness/util/compare-code-units.ts';

// npm run page-scores -- RUN: writes the page scores that the statistics are tried on, from a run of all recorded outputs
// of article-extraction-benchmark.

const [run] = process.argv.slice(2);
if (run === undefined)
  throw new Error('page-scores: name the folder of a run of the recorded outputs of aeb');
const { journal } = await readRun(run);
const pages = [...new Set(journal.map(({ page }) => page))].toSorted(compareCodeUnits);
const siteOf = new Map(journal.map(({ page, site }) => [page, site]));
const sites = [...new Set(siteOf.values())].toSorted(compareCodeUnits);
const scores = new Map<string, Map<string, number>>();
for (const line of journal) {
  if (line.status === 'skipped') continue;
  const ofExtractor = scores.get(line.extractor) ?? new Map<string, number>();
  scores.set(line.extractor, ofExtractor.set(line.page, Number(line.metrics['tokens']?.figures['f1'])));
}
const source =
  'page F1 of tokens, outputs of scrapinghub/article-extraction-benchmark @ 4a3bc97, pages by identifier';
const rows = [...scores]
  .toSorted(([a], [b]) => compareCodeUnits(a, b))
  .map(([name, byPage]) => {
    const figures = pages.map((page) => Math.round(byPage.get(page)! * 1e4) / 1e4);
    return `  ${JSON.stringify(name)}: ${JSON.stringify(figures)}`;
  });
const siteNumbers = JSON.stringify(pages.map((page) => sites.indexOf(siteOf.get(page)!)));
const fixture = new URL('../harness/stats/fixtures/aeb-page-scores.json', import.meta.url);
writeFileSync(
  fixture,
  `{ "source": ${JSON.stringify(source)},\n "siteOf": ${siteNumbers},\n "f1": {\n${rows.join(',\n')}\n }}\n`,
);
