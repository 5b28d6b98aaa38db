import { parentPort, workerData } from 'node:worker_threads';
import { selectMetrics } from '../../score/metrics/register.ts';
import { ExplanationMemory, PageScorer } from './page-scorer.ts';
import { READY } from './scoring-thread.ts';
import type { ScoringAnswer, ScoringRules, ScoringTask, TaskPage } from './scoring-thread.ts';

/** The program of a thread that scores: page after page, as `scoring-thread.ts` hands them over. */

// oxlint-disable-next-line no-unsafe-type-assertion -- handed over by our own `ScoringThread`
const { policy, metrics: names } = workerData as ScoringRules;
const metrics = selectMetrics(names);
const lasting = new ExplanationMemory();
const passing = new ExplanationMemory();
const kept = new Map<number, PageScorer>();

parentPort!.on('message', (task: ScoringTask) => {
  parentPort!.postMessage(answer(task));
});

parentPort!.postMessage(READY);

function answer({ number, drop, page, extraction, unscorable }: ScoringTask): ScoringAnswer {
  try {
    if (drop !== undefined) forget(drop);
    const scorer = page === undefined ? kept.get(number!)! : prepare(page, number);
    const scored =
      unscorable === undefined
        ? scorer.score(extraction, metrics)
        : scorer.scoreUnscorable(unscorable, metrics);
    return { scored: JSON.stringify(scored) };
  } catch (error) {
    return { error };
  }
}

function forget(number: number): void {
  kept.get(number)?.forget();
  kept.delete(number);
}

function prepare({ gold, form, page, isKept }: TaskPage, number: number | undefined): PageScorer {
  const scorer = new PageScorer({ gold, form }, page, policy, isKept ? lasting : passing, !isKept);
  if (number !== undefined) kept.set(number, scorer);
  return scorer;
}
