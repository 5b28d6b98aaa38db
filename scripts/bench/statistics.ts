import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadRecordedExtractor } from '../../harness/extract/drivers/recorded.ts';
import { sha256 } from '../../harness/util/sha256.ts';
import { openCorpus } from '../../harness/library/commands.ts';
import { POLICIES } from '../../harness/model/policy.ts';
import type { PageScore } from '../../harness/model/score.ts';
import { comparisonTable } from '../../harness/analyse/ranking.ts';
import { shingles } from '../../harness/score/metrics/shingles.ts';
import { tokens } from '../../harness/score/metrics/tokens.ts';
import { PreparedGold } from '../../harness/score/prepared-gold.ts';
import { scoreMetrics } from '../../harness/score/scoring-input.ts';
import { compareSystems } from '../../harness/stats/compare-systems.ts';
import { Random } from '../../harness/stats/random.ts';
import { ranksOf } from '../../harness/stats/ranks.ts';
import { FLIPS, SignFlips } from '../../harness/stats/sign-flips.ts';

/** Scores of a system by page. */
type Scores = Map<string, PageScore>;

interface Scored {
  readonly names: readonly string[];
  readonly sites: ReadonlyMap<string, string>;
  readonly byMetric: ReadonlyMap<string, readonly Scores[]>;
}

/**
 * How long all paired comparisons of 32 systems take after scoring: on made figures, and with the outputs of
 * article-extraction-benchmark in `data`, below `aeb`, on those.
 */
export async function benchStatistics(data: string | undefined): Promise<void> {
  compareAll('made figures: 32 systems, 181 pages, 126 sites', madeScores());
  if (data === undefined) console.log('real outputs: skipped, they need --data DIR with DIR/aeb in it');
  else compareAll('outputs of article-extraction-benchmark', await aebScores(join(data, 'aeb')));
}

function compareAll(title: string, { names, sites, byMetric }: Scored): void {
  console.log(`\n${title}`);
  for (const metric of [tokens, shingles]) {
    for (const figure of metric.figures.filter((each) => each !== 'rejects')) {
      const start = performance.now();
      const cpu = process.cpuUsage();
      const table = comparisonTable(sites, byMetric.get(metric.name)!, metric, figure);
      const comparisons = compareSystems(table, new SignFlips('bench'));
      const ranks = ranksOf(comparisons, names.length);
      const seconds = (performance.now() - start) / 1000;
      const busy = process.cpuUsage(cpu).user / 1e6;
      const digits = sha256(JSON.stringify(comparisons)).slice(0, 12);
      console.log(
        `  ${metric.name} ${figure}: ${comparisons.length} pairs, ${FLIPS} flips in ${seconds.toFixed(2)} s (${busy.toFixed(2)} s of a processor), ${new Set(ranks).size} ranks, digits ${digits}`,
      );
    }
  }
}

/** Pages that are nearly all right and some that are wrong, as extractors have them. */
function madeScores(): Scored {
  const random = new Random('made');
  const share = (): number => random.next() / 2 ** 32;
  const sites = new Map(
    Array.from({ length: 181 }, (_, page) => [`p${page}`, `s${Math.min(page, random.below(126))}`] as const),
  );
  const names = Array.from({ length: 32 }, (_, system) => `system ${system}`);
  const byMetric = new Map(
    [tokens, shingles].map((metric) => [metric.name, names.map((_, system) => madeSystem(system))]),
  );
  return { names, sites, byMetric };

  function madeSystem(system: number): Scores {
    return new Map(
      [...sites.keys()].map((page) => {
        const precision = 1 - share() * share() * (0.2 + system / 40);
        const recall = 1 - share() * share() * 0.3;
        const f1 = (2 * precision * recall) / (precision + recall);
        return [page, { counts: {}, figures: { precision, recall, f1 } }];
      }),
    );
  }
}

async function aebScores(folder: string): Promise<Scored> {
  const files = readdirSync(join(folder, 'output')).toSorted();
  const corpus = await openCorpus(`aeb:${folder}`, false);
  const byMetric = new Map(
    [tokens, shingles].map((metric) => [metric.name, files.map((): Scores => new Map())]),
  );
  const extractors = await Promise.all(
    files.map((file) => loadRecordedExtractor(join(folder, 'output', file))),
  );
  const sessions = await Promise.all(
    extractors.map((extractor) => extractor.open({ workers: 1, timeoutMs: 1000 })),
  );
  const start = performance.now();
  for (const reference of corpus.pages) {
    const { page, gold } = await corpus.read(reference);
    const prepared = new PreparedGold(gold, POLICIES.article);
    for (const [index, session] of sessions.entries()) {
      const outcome = await session.extract(page);
      const extraction = outcome.status === 'extracted' ? outcome.extraction : undefined;
      const scores = scoreMetrics(prepared, extraction, [tokens, shingles]);
      for (const [name, score] of Object.entries(scores)) byMetric.get(name)![index]!.set(page.id, score);
    }
  }
  console.log(`\nscored ${files.length} systems in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const sites = new Map(corpus.pages.map(({ id, site }) => [id, site]));
  return { names: extractors.map(({ name }) => name), sites, byMetric };
}
