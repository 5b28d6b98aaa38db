import { expect, test } from 'vitest';
import { goldTexts } from './facts/gold-texts.ts';
import { checked } from './fixtures/checked.ts';
import { lineOf } from './gold-lines.ts';

const GOLD = `url: https://a.example/
title: Ladders
published: 2025-07-09
body:
  - title: Ladders
  - p: "A \\"quoted\\" text: with a colon"
  - p: >-
      A folded text
      over two lines
  - ul: [ "one", "two" ]
  - p: Ladders
boilerplate:
  - nav:
      - Ladders
`;
const texts = goldTexts(checked({ gold: GOLD }));

test.each([
  [{ section: 'title' }, 2],
  [{ section: 'published' }, 3],
  [{ section: 'body', index: 0 }, 5],
  [{ section: 'body', index: 1 }, 6],
  [{ section: 'body', index: 2 }, 8],
  [{ section: 'body', index: 4 }, 10],
  [{ section: 'body', index: 5 }, 11],
  [{ section: 'boilerplate', index: 0 }, 14],
] as const)('%j stands in line %i', (place, line) => {
  expect(lineOf(GOLD, place, texts)).toBe(line);
});

test('a text that cannot be found stands at its section, a section that is not there nowhere', () => {
  const escaped = 'body:\n  - p: "caf\\u00e9"\n';
  expect(lineOf(escaped, { section: 'body', index: 0 }, goldTexts(checked({ gold: escaped })))).toBe(1);
  expect(lineOf(GOLD, { section: 'authors' }, texts)).toBeUndefined();
});
