import { expect, test } from 'vitest';
import { tokens } from '../score/metrics/tokens.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { gated } from './gated.ts';
import type { GatedExtractor } from './gated.ts';

const score = {
  counts: { required: 10, matched: 9, missing: 1, surplus: 0, neutral: 0, failed: 0 },
  figures: { precision: 1, recall: 0.9, f1: 1.8 / 1.9, rejects: { undefined: 'something-required' } },
} as const;

function compared(ms: (page: number) => number): GatedExtractor {
  const lines = Array.from({ length: 30 }, (_, page): JournalLine => ({
    corpus: 'ours',
    extractor: 'mine',
    page: `p${page}`,
    site: `s${page}`,
    status: 'extracted',
    ms: ms(page),
    memory: 100 + ms(page),
    metrics: { tokens: score },
  }));
  const head = {
    schema: 'assay/baseline@1',
    assay: '0',
    extractor: { name: 'mine', version: '1' },
    corpus: { name: 'ours', digest: 'ab'.repeat(32), pages: 30 },
    signature: 'tokens',
  } as const;
  const pages = lines.map(({ page, status }) => ({ page, status, ...score }));
  const baseline = { head, pages };
  const corpusDigest = head.corpus.digest;
  return gated({
    baseline,
    lines,
    metric: tokens,
    corpusDigest,
    version: '1',
    isWhole: true,
    acknowledgements: [],
  });
}

test('times and memory are no part of what the rules see: 50 runs of the same code are the same', () => {
  const first = compared(() => 10);
  for (let run = 0; run < 50; run++)
    expect(compared((page) => 1 + ((page * 7919 + run * 104_729) % 5_000))).toEqual(first);
  expect(JSON.stringify(first)).not.toMatch(/"ms"|"memory"/);
});
