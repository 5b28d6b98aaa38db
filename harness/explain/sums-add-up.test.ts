import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countAlignment } from '../align/alignment.ts';
import { pageToDocument } from '../document/page-document.ts';
import type { BodyEntry, Cell, Gold, GoldBlock } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import { segments } from '../score/metrics/segments.ts';
import { tokens } from '../score/metrics/tokens.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { explainPage, explanationCounts, hasLoss } from './explain-page.ts';
import { ExplainedPage } from './explained-page.ts';
import type { PageExplanation } from './explanation.ts';

/** Few words, so that texts share many by chance; some glued, in other letters or in scripts without spaces. */
const WORDS = [
  'a',
  'the',
  'dam',
  'Dam',
  'held',
  'river',
  'thedam',
  'café',
  'cafÃ©',
  'cafe',
  'ダム',
  '川',
  'amp',
  '&amp;',
  '1',
  'x.',
];
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 })
  .map((words) => words.join(' '));

const paragraph = text.map((content): GoldBlock => ({
  type: 'block',
  kind: 'p',
  optional: false,
  text: content,
}));
const block: fc.Arbitrary<BodyEntry> = fc.oneof(
  paragraph,
  fc.record({ content: text, kind: fc.constantFrom('h2' as const, 'quote' as const, 'code' as const, 'caption' as const, 'title' as const), optional: fc.boolean() })
    .map(({ content, kind, optional }): GoldBlock => ({ type: 'block', kind, optional, text: content })),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((items): GoldBlock => ({ type: 'block', kind: 'ul', optional: false, items })),
  fc.array(fc.array(text as fc.Arbitrary<Cell>, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((rows): GoldBlock => ({ type: 'block', kind: 'table', optional: false, rows })),
  text.map((content): BodyEntry => ({ type: 'boilerplate', category: 'related', text: content })),
); // prettier-ignore

/** The forms of gold of the sources: a list of paragraphs, blocks with structure and boilerplate, snippets, and both. */
const GOLD = {
  'paragraphs of plain text': fc.record({ body: fc.array(paragraph, { maxLength: 5 }) }),
  'blocks of every kind': fc.record({
    body: fc.array(block, { maxLength: 5 }),
    comments: fc.array(paragraph, { maxLength: 2 }),
    boilerplate: fc.array(text.map((content) => ({ type: 'boilerplate' as const, category: 'nav' as const, text: content })), { maxLength: 2 }),
    metadata: fc.record({ title: text }, { requiredKeys: [] }),
  }),
  snippets: fc.record({ segments: fc.record({ with: fc.array(text, { maxLength: 3 }), without: fc.array(text, { maxLength: 3 }) }) }),
  'text and snippets': fc.record({
    body: fc.array(paragraph, { maxLength: 4 }),
    segments: fc.record({ with: fc.array(text, { maxLength: 2 }), without: fc.array(text, { maxLength: 2 }) }),
  }),
} satisfies Record<string, fc.Arbitrary<Partial<Gold>>>; // prettier-ignore

const WRAPPERS = [
  'p',
  'div class="related"',
  'nav',
  'li',
  'p hidden',
  'aside',
  'figcaption',
  'td',
  'script',
  'a href="#"',
];

/** A page of some of the texts of its gold and of others, in any elements, or flat. */
function pageOf(gold: Gold, others: readonly string[], picks: readonly number[], isFlat: boolean): string {
  const own = textsIn(gold);
  const all = picks.map((pick) =>
    pick % 3 === 0 ? others[pick % others.length]! : (own[pick % own.length] ?? 'x'),
  );
  if (isFlat) return all.join('\n');
  return all.map((content, index) => {
    const wrapper = WRAPPERS[picks[index]! % WRAPPERS.length]!;
    return `<${wrapper}>${content}</${wrapper.split(' ')[0]}>`;
  }).join('\n'); // prettier-ignore
}

function textsIn({ body = [], comments, boilerplate, segments: snippets }: Gold): string[] {
  const plain = [...body, ...comments, ...boilerplate].flatMap((entry) =>
    'text' in entry
      ? [entry.text]
      : 'items' in entry
        ? entry.items.filter((item) => typeof item === 'string')
        : [],
  );
  return [...plain, ...(snippets?.with ?? []), ...(snippets?.without ?? [])];
}

const drawn = {
  others: fc.array(text, { minLength: 1, maxLength: 4 }),
  picks: fc.array(fc.nat(60), { maxLength: 14 }),
  out: fc.array(fc.nat(60), { maxLength: 10 }),
  isFlat: fc.boolean(),
  form: fc.constantFrom('text' as const, 'html' as const, 'failed' as const),
  policy: fc.constantFrom(...Object.values(POLICIES)),
};

describe.each(Object.entries(GOLD))('gold that is %s', (_name, golds) => {
  test('every token and snippet that costs points is in one run, and every run costs as many', () => {
    fc.assert(
      fc.property(golds as fc.Arbitrary<Partial<Gold>>, fc.record(drawn), (part, { others, picks, out, isFlat, form, policy }) => {
        const gold: Gold = { about: { traits: [] }, metadata: {}, comments: [], boilerplate: [], ...part };
        const prepared = new PreparedGold(gold, policy);
        const bytes = Buffer.from(pageOf(gold, others, picks, isFlat));
        const page = new ExplainedPage(pageToDocument({ bytes, media: isFlat ? 'text' : 'html', contentType: 'text/html; charset=utf-8' }), prepared);
        const content = pageOf(gold, others, out, form === 'text');
        const input = new ScoringInput(prepared, form === 'failed' ? undefined : { [form]: content });
        expectSums(explainPage(input, page), input, page);
      }),
      { numRuns: 150 },
    );
  });
}); // prettier-ignore

function expectSums(explanation: PageExplanation, input: ScoringInput, page: ExplainedPage): void {
  const { surplus, missing, segments: snippets } = explanation;
  const { labels, sequence } = input.gold;
  const totalsOf = (form: 'text' | 'segments'): number[] => {
    const counted = explanationCounts(input, page, form);
    return [sumOf(counted.surplus), sumOf(counted.missing)];
  };
  if (labels.segments !== undefined) {
    const { fp, fn } = segments.scorePage(input).counts;
    const leaked = snippets.filter(({ fault }) => fault === 'leaked').length;
    expect([leaked, snippets.length - leaked]).toEqual([fp, fn]);
    expect(totalsOf('segments')).toEqual([fp, fn]);
    expect(hasLoss(input, 'segments')).toBe(fp! + fn! > 0);
  }
  if (labels.body === undefined) return;
  const { counts } = tokens.scorePage(input);
  expect(explanation.counts).toEqual(countAlignment(input.alignment, sequence));
  expect([sum(surplus), sum(missing)]).toEqual([counts['surplus'], counts['missing']]);
  expect(totalsOf('text')).toEqual([counts['surplus'], counts['missing']]);
  expect(hasLoss(input, 'text')).toBe(counts['surplus']! + counts['missing']! > 0);
  for (const runs of [surplus, missing]) {
    let end = 0;
    for (const { range, tokens: count } of runs) {
      expect(range.start).toBeGreaterThanOrEqual(end);
      expect(count).toBeLessThanOrEqual(range.end - range.start);
      end = range.end;
    }
  }
}

function sum(runs: readonly { readonly tokens: number }[]): number {
  return runs.reduce((total, run) => total + run.tokens, 0);
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
