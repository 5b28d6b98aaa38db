import { expect, test } from 'vitest';
import type { Figure } from '../model/score.ts';
import { tokens } from '../score/metrics/tokens.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { RunDescription } from '../store/run-description.ts';
import { summarize } from './summarize.ts';

const NAMES = ['b', 'a', 'c'];
const description = {
  policy: 'article',
  corpora: [{ name: 'toy', source: 'toy', digest: 'ab', gold: 'text', pages: 2, selected: 2 }],
  extractors: NAMES.map((name) => ({ name, version: '1', baseline: false })),
} as unknown as RunDescription;

function line(
  extractor: string,
  page: string,
  figures: Readonly<Record<string, Figure>>,
  surplus: number,
): JournalLine {
  const metrics = { tokens: { counts: { required: 0, surplus }, figures } };
  return { corpus: 'toy', extractor, page, site: page, status: 'extracted', metrics };
}

/** A page with F1 0.6 for everybody, and one that is to be rejected: `a` does not. */
const journal = NAMES.flatMap((name): JournalLine[] => {
  const [precision, recall] = name === 'a' ? [0.5, 1] : [1, 0.5];
  const none: Figure = { undefined: 'nothing-required' };
  return [
    line(name, 'p1', { precision, recall, f1: 0.6, rejects: { undefined: 'something-required' } }, 'bac'.indexOf(name)),
    line(name, 'p2', { precision: none, recall: none, f1: none, rejects: name === 'a' ? 0 : 1 }, 0),
  ];
}); // prettier-ignore

test('the order in which pages finished changes nothing, the oracle included', () => {
  const orders = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'].map((order) =>
    journal.toSorted((a, b) => order.indexOf(a.extractor) - order.indexOf(b.extractor)),
  );
  const summaries = [...orders, journal.toReversed()].map((lines) => summarize(description, lines, [tokens]));
  for (const summary of summaries) expect(summary).toEqual(summaries[0]);
});

test('of equal systems the oracle takes the better one by the other figures, then the first of the run', () => {
  const { extractors } = summarize(description, journal.toReversed(), [tokens]);
  const oracle = extractors.find(({ name }) => name === 'oracle')!;
  expect(oracle.metrics['tokens']).toMatchObject({
    precision: { value: 1 },
    recall: { value: 0.5 },
    f1: { value: 0.6 },
    rejects: { value: 1 },
  });
  // `b` and `c` are equal; the counts of `b`, the first, have no surplus.
  expect(oracle.worst).toMatchObject([{ page: 'p1', counts: { surplus: 0 } }]);
});
