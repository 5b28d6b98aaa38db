import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { POLICIES } from '../../model/policy.ts';
import { isDefined } from '../../model/score.ts';
import { PreparedGold } from '../prepared-gold.ts';
import { ScoringInput } from '../scoring-input.ts';
import { editCounts, numberTokens, similarityOf } from './edit.ts';
import { page } from './fixtures/pages.ts';
import { numberLines, rougeCounts, rougeFigures } from './rouge-lsum.ts';
import { segments } from './segments.ts';
import { shingles } from './shingles.ts';
import { words } from './words.ts';

interface TextVector {
  readonly name: string;
  readonly gold: string;
  readonly text: string;
  readonly figures: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

interface SegmentVector {
  readonly name: string;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly text: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** Made by scripts/reference-vectors.py. */
const VECTORS = JSON.parse(
  readFileSync(new URL('fixtures/reference-vectors.json', import.meta.url), 'utf8'),
) as { readonly texts: readonly TextVector[]; readonly segments: readonly SegmentVector[] };

const NOTHING = { about: { traits: [] }, metadata: {}, comments: [], boilerplate: [] };

/** The figures of a page whose gold is one paragraph, `null` where there is none. */
function figuresOf(metric: typeof words, vector: TextVector): Record<string, number | null> {
  const { figures } = metric.scorePage(page([vector.gold], vector.text));
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => [name, isDefined(figure) ? figure : null]),
  );
}

function expectSame(
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
): void {
  for (const [name, figure] of Object.entries(theirs)) {
    if (typeof figure !== 'number') expect(ours[name]).toBe(figure);
    else expect(Math.abs((ours[name] as number) - figure), name).toBeLessThan(1e-9);
  }
}

test('there are cases enough', () => {
  const { texts, segments: snippets } = VECTORS;
  const cases = texts.reduce((sum, { figures }) => sum + Object.keys(figures).length, snippets.length);
  expect(cases).toBeGreaterThan(180);
});

describe.each(VECTORS.texts.map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
  const { gold, text, figures } = vector;

  test('rouge-lsum as rouge-score has it', () => {
    expectSame(rougeFigures(rougeCounts(numberLines(gold), text)), figures['rouge-lsum']!);
  });

  test('edit as Levenshtein has it', () => {
    expectSame({ similarity: similarityOf(editCounts(numberTokens(gold), text)) }, figures['edit']!);
  });

  test('words as WCXB has it', () => {
    expectSame(figuresOf(words, vector), figures['words']!);
  });

  test('shingles as AEB has it', () => {
    expectSame(figuresOf(shingles, vector), figures['shingles']!);
  });
});

test.each(VECTORS.segments.map((vector) => [vector.name, vector] as const))(
  'segments as trafilatura has it: %s',
  (_name, { with: wanted, without, text, figures }) => {
    const gold = { ...NOTHING, segments: { with: wanted, without } };
    const score = segments.scorePage(new ScoringInput(new PreparedGold(gold, POLICIES.article), { text }));
    const aggregates = Object.entries(segments.aggregate([score])).map(([name, aggregate]) => {
      return [name, 'value' in aggregate ? aggregate.value : undefined];
    });
    expectSame(Object.fromEntries(aggregates) as Record<string, unknown>, figures);
  },
);
