import { expect, test } from 'vitest';
import type { Figure } from '../../model/score.ts';
import { tokens } from '../../score/metrics/tokens.ts';
import { SignFlips } from '../../stats/sign-flips.ts';
import type { GatedExtractor, GatedPage } from '../gated.ts';
import { mean } from './mean.ts';

type Name = 'f1' | 'rejects';

function pagesWith(name: Name, before: number, after: number): GatedPage[] {
  const stateOf = (value: number): GatedPage['before'] => {
    const none: Figure = { undefined: name === 'f1' ? 'something-required' : 'nothing-required' };
    const figures = { precision: none, recall: none, f1: none, rejects: none, [name]: value };
    return { status: 'extracted', isEmpty: false, score: { counts: { surplus: 0 }, figures }, value };
  };
  return Array.from({ length: 30 }, (_, index) => ({
    page: `${name}${index}`,
    site: `${name}${index}`,
    slices: {},
    before: stateOf(before),
    after: stateOf(after),
    change: after - before,
    isUnstable: false,
  }));
}

test('a fall of 0.005 on 30 sites is none of chance, whatever pages do that have nothing to extract', () => {
  const gated: GatedExtractor = {
    extractor: 'mine',
    corpus: 'ours',
    flips: new SignFlips('mean', 999),
    versions: { before: '1', after: '2' },
    metric: tokens,
    pages: [...pagesWith('f1', 0.8, 0.795), ...pagesWith('rejects', 0, 1)],
    changed: [],
    added: [],
    removed: [],
    run: [],
    isWhole: true,
  };
  expect(mean.judge(gated, { floors: {} })).toEqual([
    {
      rule: 'mean',
      fails: true,
      before: expect.closeTo(0.8, 12) as number,
      after: expect.closeTo(0.795, 12) as number,
      text: 'tokens f1 of the corpus fell by more than chance explains',
    },
  ]);
});
