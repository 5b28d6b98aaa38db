import { parentPort, workerData } from 'node:worker_threads';
import type { Gold } from '../../model/gold.ts';
import { selectMetrics } from '../../score/metrics/register.ts';
import { PreparedGold } from '../../score/prepared-gold.ts';
import { scoreMetrics } from '../../score/scoring-input.ts';
import type { ScoringAnswer, ScoringRules, ScoringTask } from './thread-scorer.ts';

/** The program of a thread that scores: page after page, as `thread-scorer.ts` hands them over. */

// oxlint-disable-next-line no-unsafe-type-assertion -- handed over by our own `startThread`
const { policy, metrics: names } = workerData as ScoringRules;
const metrics = selectMetrics(names);
const kept = new Map<number, PreparedGold>();

parentPort!.on('message', (task: ScoringTask) => {
  parentPort!.postMessage(answer(task));
});

function answer({ page, gold, extraction }: ScoringTask): ScoringAnswer {
  try {
    const prepared = gold === undefined ? kept.get(page!)! : prepare(gold, page);
    return { scores: scoreMetrics(prepared, extraction, metrics) };
  } catch (error) {
    return { error };
  }
}

function prepare(gold: Gold, page: number | undefined): PreparedGold {
  const prepared = new PreparedGold(gold, policy);
  if (page !== undefined) kept.set(page, prepared);
  return prepared;
}
