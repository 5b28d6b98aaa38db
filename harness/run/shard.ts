import type { Shard } from '../store/run.ts';
import type { CorpusPlan } from './plan.ts';

/**
 * The pages of one shard. Pages are dealt out like cards, in the order of the corpora and of their identifiers: every
 * page is in exactly one shard, shards differ by one page at most, and the same pages give the same shards everywhere.
 */
export function shardOf(plans: readonly CorpusPlan[], { index, count }: Shard): CorpusPlan[] {
  let dealt = 0;
  return plans.map((plan) => ({ ...plan, pages: plan.pages.filter(() => dealt++ % count === index - 1) }));
}
