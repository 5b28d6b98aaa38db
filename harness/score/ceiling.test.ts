import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageToDocument } from '../document/page-document.ts';
import type { PageDocument } from '../document/page-document.ts';
import type { Gold, GoldBlock } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import { pageCeilings } from './ceiling.ts';
import { tokens } from './metrics/tokens.ts';
import { PreparedGold } from './prepared-gold.ts';
import { ScoringInput } from './scoring-input.ts';

function pageOf(html: string): PageDocument {
  return pageToDocument({ bytes: Buffer.from(html), media: 'html', contentType: 'text/html; charset=utf-8' });
}

function goldOf(labels: Partial<Gold>): Gold {
  return { about: { traits: [] }, metadata: {}, comments: [], boilerplate: [], ...labels };
}

function p(text: string, from?: 'script'): GoldBlock {
  return { type: 'block', kind: 'p', optional: false, text, ...(from && { from }) };
}

test('gold that is all in the page in its order can be reached', () => {
  const gold = goldOf({ body: [p('one two'), p('three')], metadata: { title: 'not there' } });
  expect(pageCeilings(pageOf('<nav>one</nav><p>one two<p>ad<p>three'), gold, POLICIES.article)).toEqual([
    { metric: 'tokens', f1: 1, reachable: 3, needed: 3 },
  ]);
});

test('words that are not there, and order that is not the page’s, lower the ceiling', () => {
  const gold = goldOf({ body: [p('one two three'), p('four')] });
  expect(pageCeilings(pageOf('<p>four<p>one two'), gold, POLICIES.article)).toEqual([
    { metric: 'tokens', f1: 4 / 6, reachable: 2, needed: 4 },
  ]);
});

test('gold from scripts is reached in scripts', () => {
  const gold = goldOf({ body: [p('one'), p('two three', 'script')] });
  const page = pageOf('<p>one<script>{"text": "two three"}</script>');
  expect(pageCeilings(page, gold, POLICIES.article)).toEqual([
    { metric: 'tokens', f1: 1, reachable: 3, needed: 3 },
  ]);
});

test('segments: the share of the must-appear ones that the page holds', () => {
  const gold = goldOf({ segments: { with: ['one two', 'two one'], without: ['one'] } });
  expect(pageCeilings(pageOf('<p>one\n two'), gold, POLICIES.article)).toEqual([
    { metric: 'segments', f1: 2 / 3, reachable: 1, needed: 2 },
  ]);
});

test('nothing to extract: no ceiling', () => {
  expect(pageCeilings(pageOf('<p>x'), goldOf({ body: [] }), POLICIES.article)).toEqual([]);
});

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });

test('no selection of the page scores above its ceiling, and one reaches it', () => {
  fc.assert(
    fc.property(words, words, (onPage, wanted) => {
      const gold = goldOf({ body: wanted.length === 0 ? [] : [p(wanted.join(' '))] });
      const [ceiling] = pageCeilings(pageOf(`<p>${onPage.join(' ')}`), gold, POLICIES.article);
      if (ceiling === undefined) return;
      const prepared = new PreparedGold(gold, POLICIES.article);
      const scores = selectionsOf(onPage).map((text) => {
        const f1 = tokens.scorePage(new ScoringInput(prepared, { text })).figures['f1'];
        return typeof f1 === 'number' ? f1 : 0;
      });
      expect(Math.max(...scores)).toBeCloseTo(ceiling.f1, 12);
    }),
    { numRuns: 30 },
  );
});

function selectionsOf(all: readonly string[]): string[] {
  return Array.from({ length: 2 ** all.length }, (_, set) =>
    all.filter((_each, at) => (set >> at) & 1).join(' '),
  );
}
