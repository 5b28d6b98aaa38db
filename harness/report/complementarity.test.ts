import pc from 'picocolors';
import { expect, test } from 'vitest';
import { complementarityText } from './complementarity.ts';

test('extractors by their share of the oracle, pairs by what their union is worth', () => {
  const found = {
    corpus: 'toy',
    unit: 'tokens' as const,
    extractors: [
      { name: 'a', kept: 0.9, onlyHere: 0.1, oracle: 0.25 },
      { name: 'b', kept: 0.8, onlyHere: 0, oracle: 0.75 },
    ],
    pairs: [
      { first: 'a', second: 'b', pages: 2, required: 200, both: 160, onlyFirst: 20, onlySecond: 10, surplus: 10, goldShare: 0.95 },
    ],
  }; // prettier-ignore
  expect(complementarityText(found, pc.createColors(false)).split('\n')).toEqual([
    'toy: what extractors have to give each other, in shares of required tokens',
    '',
    '     kept  by it only  of the oracle',
    'b  80.0 %       0.0 %         75.0 %',
    'a  90.0 %      10.0 %         25.0 %',
    '',
    '1 pair',
    '         both  only the first  only the second  either  gold in the union',
    'a + b  80.0 %          10.0 %            5.0 %  95.0 %             95.0 %',
    '',
    'of the oracle: pages on which it is the best, equally good ones sharing a page; pairs by the F1 of the two last columns',
    'gold in the union: of all that either returned, what both returned counted once',
  ]);
});
