import { expect, test } from 'vitest';
import { POLICIES } from '../model/policy.ts';
import { AgreementSum } from './agreement.ts';
import { checked } from './fixtures/checked.ts';

const html = '<nav>Home</nav><h1>Head line</h1><p>one two three four</p><p>five six</p><footer>Foot</footer>';
const first = 'body:\n  - title: Head line\n  - p: one two three four\n  - p: five six\nboilerplate:\n  - nav: Home\n  - footer: Foot\n'; // prettier-ignore

function agreementOf(...pages: readonly (readonly [string, string, string])[]) {
  const sum = new AgreementSum(POLICIES.article);
  pages.forEach(([page, gold, second], index) =>
    sum.add(checked({ id: `a.example/p${index}`, html: page, gold }), checked({ gold: second }).gold),
  );
  return sum.result();
}

test('two labels that are the same agree on everything', () => {
  expect(agreementOf([html, first, first])).toMatchObject({
    tokens: 10,
    alpha: 1,
    differences: [],
    ceiling: { f1: 1, pages: 1 },
    pages: [{ page: 'a.example/p0', tokens: 10, alpha: 1, f1: 1 }],
  });
});

test('what one takes for a promotion and forgets the other does not', () => {
  // The second: "five six" is promo, "Foot" has no label.
  const second = 'body:\n  - title: Head line\n  - p: one two three four\n  - promo: five six\nboilerplate:\n  - nav: Home\n'; // prettier-ignore
  const agreement = agreementOf([html, first, second]);
  // 10 units, 7 agreed; n = 20: content 6 + 4, optional 2 + 2, nav 1 + 1, promo 2, footer 1, unlabelled 1.
  // (19 · 14 - (90 + 12 + 2 + 2)) / (380 - 106) = 160 / 274.
  expect(agreement.alpha).toBe(160 / 274);
  expect(agreement.differences).toEqual([
    { first: 'content', second: 'promo', tokens: 2 },
    { first: 'footer', second: 'unlabelled', tokens: 1 },
  ]);
  // Content: 8 agreed of 10; 10 times yes, 10 times no: (19 · 16 - 180) / (380 - 180).
  expect(agreement.categories[0]).toEqual({
    category: 'content',
    first: 6,
    second: 4,
    alpha: (19 * 16 - 180) / 200,
  });
  expect(agreement.categories.map(({ category }) => category)).toEqual([
    'content', 'optional', 'footer', 'nav', 'promo', 'unlabelled',
  ]); // prettier-ignore
  // 4 of 6 required tokens, nothing else: F1 = 2 · 4 / (4 + 6).
  expect(agreement.ceiling).toEqual({ f1: 0.8, pages: 1 });
});

test('tokens are pooled over pages; a page that requires nothing has no F1; one without a body has no part', () => {
  const nothing = 'body: []\nboilerplate:\n  - nav: Home\n';
  const agreement = agreementOf(
    [html, first, first],
    ['<nav>Home</nav>', nothing, nothing],
    ['<p>x', 'segments:\n  with:\n    - x\n', 'body:\n  - p: x\n'],
  );
  expect(agreement).toMatchObject({ tokens: 11, alpha: 1, ceiling: { f1: 1, pages: 1 } });
  expect(agreement.pages).toEqual([
    { page: 'a.example/p0', tokens: 10, alpha: 1, f1: 1 },
    { page: 'a.example/p1', tokens: 1 },
  ]);
});
