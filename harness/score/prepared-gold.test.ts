import { expect, test, vi } from 'vitest';
import { POLICIES } from '../model/policy.ts';
import { goldOf } from './metrics/fixtures/pages.ts';
import { tokens } from './metrics/tokens.ts';
import { PreparedGold } from './prepared-gold.ts';
import { ScoringInput } from './scoring-input.ts';

test('what follows from gold is worked out once, when it is first asked for', () => {
  const gold = new PreparedGold(goldOf(['a b', 'c']), POLICIES.article);
  const make = vi.fn(({ requiredText }: PreparedGold) => requiredText.length);
  expect([gold.derived(make), gold.derived(make)]).toEqual([5, 5]);
  expect(make).toHaveBeenCalledTimes(1);
  expect(gold.tokens).toBe(gold.tokens);
});

test('words of one extraction are none of another, nor of gold', () => {
  const gold = new PreparedGold(goldOf(['a b']), POLICIES.article);
  for (const text of ['x a b', 'y a b', 'a b']) {
    const input = new ScoringInput(gold, { text });
    const surplus = text.split(' ').length - 2;
    expect(tokens.scorePage(input).counts).toMatchObject({ matched: 2, surplus });
    expect(Array.from(input.tokens.ids, (id) => input.vocabulary.wordOf(id)).join(' ')).toBe(text);
    expect(gold.vocabulary.size).toBe(2);
  }
});
