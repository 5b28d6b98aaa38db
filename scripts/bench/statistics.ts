import { comparisonTable } from '../../harness/analyse/ranking.ts';
import type { PageScore } from '../../harness/model/score.ts';
import { shingles } from '../../harness/score/metrics/shingles.ts';
import { tokens } from '../../harness/score/metrics/tokens.ts';
import { compareSystems } from '../../harness/stats/compare-systems.ts';
import { Random } from '../../harness/stats/random.ts';
import { ranksOf } from '../../harness/stats/ranks.ts';
import { FLIPS, SignFlips } from '../../harness/stats/sign-flips.ts';
import type { Bench } from './bench-settings.ts';
import { inSeconds } from './findings.ts';
import { inProcess, interleave } from './measure.ts';

const SYSTEMS = 32;
const PAGES = 181;
const SITES = 126;

/** All pairs of 32 systems, compared by one figure, as after scoring article-extraction-benchmark. */
export async function statisticsPart({ findings, turns }: Bench): Promise<void> {
  const random = new Random('made');
  const share = (): number => random.next() / 2 ** 32;
  const sites = new Map(
    Array.from(
      { length: PAGES },
      (_, page) => [`p${page}`, `s${Math.min(page, random.below(SITES))}`] as const,
    ),
  );
  // Pages that are nearly all right and some that are wrong, as extractors have them.
  const systems = Array.from({ length: SYSTEMS }, (_system, system) => {
    const scores = [...sites.keys()].map((page): [string, PageScore] => {
      const precision = 1 - share() * share() * (0.2 + system / 40);
      const recall = 1 - share() * share() * 0.3;
      return [
        page,
        { counts: {}, figures: { precision, recall, f1: (2 * precision * recall) / (precision + recall) } },
      ];
    });
    return new Map(scores);
  });
  for (const metric of [tokens, shingles]) {
    const compare = (): void => {
      const table = comparisonTable(sites, systems, metric, 'f1');
      ranksOf(compareSystems(table, new SignFlips('bench')), SYSTEMS);
    };
    const runs = await interleave([() => inProcess(compare)], turns);
    const pairs = (SYSTEMS * (SYSTEMS - 1)) / 2;
    const what = `${pairs} pairs by \`${metric.name}\` F1, ${FLIPS} flips, with intervals and ranks`;
    findings.amount(what, 's', inSeconds, runs, 0, { budget: { atMost: 1 } });
  }
}
