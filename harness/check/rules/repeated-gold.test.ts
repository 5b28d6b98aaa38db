import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { repeatedGold } from './repeated-gold.ts';

const text = 'Buy it.\nOne paragraph.\nBuy it.\nMenu\n';

test('a block that gold has more often than the page is found', () => {
  const gold =
    'body:\n  - promo: Buy it.\n  - p: One paragraph.\n  - p: One paragraph.\n  - promo: Buy it.\n';
  expect(findingsOf(repeatedGold, checked({ text, gold })).map(({ path, found }) => [path, found])).toEqual([
    ['body[2]', 'p "One paragraph." for the second time, while the page has it once'],
  ]);
});

test('boilerplate that is listed twice is found', () => {
  const gold = 'body:\n  - p: One paragraph.\nboilerplate:\n  - nav: Menu\n  - footer: Menu\n';
  expect(findingsOf(repeatedGold, checked({ text, gold })).map(({ found }) => found)).toEqual([
    'footer "Menu" a second time under "boilerplate"',
  ]);
});

test('as often as the page, and once more around it, gives nothing', () => {
  const gold =
    'body:\n  - promo: Buy it.\n  - p: One paragraph.\n  - promo: Buy it.\nboilerplate:\n  - promo: Buy it.\n';
  expect(findingsOf(repeatedGold, checked({ text, gold }))).toEqual([]);
});
