import { describe, expect, test } from 'vitest';
import type { Gold } from '../../model/gold.ts';
import { POLICIES } from '../../model/policy.ts';
import type { PageScore } from '../../model/score.ts';
import { formatSignature } from '../metric.ts';
import { PreparedGold } from '../prepared-gold.ts';
import { ScoringInput } from '../scoring-input.ts';
import { segmentsWcxb } from './segments-wcxb.ts';

function score(wanted: string[], unwanted: string[], text: string | undefined): PageScore {
  const gold: Gold = {
    about: { traits: [] },
    metadata: {},
    segments: { with: wanted, without: unwanted },
    comments: [],
    boilerplate: [],
  };
  const extraction = text === undefined ? undefined : { text };
  return segmentsWcxb.scorePage(new ScoringInput(new PreparedGold(gold, POLICIES.article), extraction));
}

describe('segments as WCXB scores them', () => {
  test.each<[string, string[], string[], string | undefined, number[], number[]]>([
    ['all right', ['one', 'two'], ['menu'], 'one two', [2, 0, 0, 1], [1, 0]],
    ['one missing, one of two there', ['one', 'two'], ['menu', 'foot'], 'one menu', [1, 1, 1, 1], [0.5, 0.5]],
    ['case is folded', ['ONE É'], ['Menu'], 'one é MENU', [1, 1, 0, 0], [1, 1]],
    ['white space is not', ['one  two', 'three '], [], 'one two three', [0, 0, 2, 0], [0, 1]],
    ['no snippets: all of none', [], [], 'one', [0, 0, 0, 0], [1, 1]],
    ['nothing came out', ['one'], ['menu'], '', [0, 0, 1, 1], [0, 0]],
    ['failed', ['one'], [], undefined, [0, 0, 1, 0], [0, 1]],
  ])('%s', (_name, wanted, unwanted, text, [tp, fp, fn, tn], [there, leaked]) => {
    expect(score(wanted, unwanted, text)).toEqual({
      counts: { tp, fp, fn, tn },
      figures: { with: there, without: leaked },
    });
  }); // prettier-ignore

  test('corpus: means over pages', () => {
    const scores = [score(['a', 'b'], ['x'], 'a'), score(['a'], [], 'a'), score(['a'], ['x'], 'x')];
    expect(segmentsWcxb.aggregate(scores)).toEqual({
      with: { value: 0.5, n: 3 },
      without: { value: 2 / 3, n: 3 },
    });
    expect(segmentsWcxb.aggregate([])['with']).toEqual({ undefined: 'no-pages', n: 0 });
  });

  test('what it found, in words, and its signature', () => {
    expect(segmentsWcxb.describe({ tp: 1, fp: 2, fn: 3, tn: 0 })).toBe(
      '3 of 4 wanted snippets missing, 2 of 2 unwanted ones there',
    );
    const context = { policy: 'article', pages: 299, corpus: 'wcxb', digest: '5e85816d5c75ff' };
    expect(formatSignature(segmentsWcxb, context)).toBe(
      'segments-wcxb|v1|reads:text|space:kept|case:lower|empty:1|policy:article|agg:mean-of-pages|n:299|corpus:wcxb@5e85816d5c75',
    );
  });
});
