import { expect, test } from 'vitest';
import { tokens } from '../score/metrics/tokens.ts';
import { SignFlips } from '../stats/sign-flips.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { BaselinePage } from './baseline.ts';
import { gated } from './gated.ts';
import type { GatedExtractor } from './gated.ts';

const score = {
  counts: { required: 10, matched: 9, missing: 1, surplus: 0, neutral: 0, failed: 0 },
  figures: { precision: 1, recall: 0.9, f1: 1.8 / 1.9, rejects: { undefined: 'something-required' } },
} as const;

const head = {
  schema: 'assay/baseline@1',
  assay: '0',
  extractor: { name: 'mine', version: '1' },
  corpus: { name: 'ours', digest: 'ab'.repeat(32), pages: 30 },
  signature: 'tokens',
} as const;
const input = {
  metric: tokens,
  flips: new SignFlips(head.corpus.digest),
  version: '1',
  isWhole: true,
  acknowledgements: [],
};

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
  const pages = lines.map(({ page, status }) => ({ page, status, ...score }));
  return gated({ ...input, baseline: { head, pages }, lines });
}

test('a page is unstable where its output differed in the run or in the baseline', () => {
  const [stable, unstable] = [
    { page: 'p', status: 'extracted', ...score } as const,
    { runs: 3, outcomes: 2 },
  ];
  const line: JournalLine = {
    corpus: 'ours',
    extractor: 'mine',
    page: 'p',
    site: 's',
    status: 'extracted',
    metrics: { tokens: score },
  };
  const isUnstable = (page: BaselinePage, now: JournalLine): boolean =>
    gated({ ...input, baseline: { head, pages: [page] }, lines: [now] }).pages[0]!.isUnstable;
  expect(isUnstable(stable, line)).toBe(false);
  expect(isUnstable(stable, { ...line, repeats: { runs: 3, outcomes: 1 } })).toBe(false);
  expect(isUnstable(stable, { ...line, repeats: unstable })).toBe(true);
  expect(isUnstable({ ...stable, unstable: true }, line)).toBe(true);
});

test('times and memory are no part of what the rules see: 50 runs of the same code are the same', () => {
  const first = compared(() => 10);
  for (let run = 0; run < 50; run++)
    expect(compared((page) => 1 + ((page * 7919 + run * 104_729) % 5_000))).toEqual(first);
  expect(JSON.stringify(first)).not.toMatch(/"ms"|"memory"/);
});
