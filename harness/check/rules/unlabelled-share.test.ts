import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { unlabelledShare } from './unlabelled-share.ts';

const words = 'word '.repeat(18).trim();
const gold = `body:\n  - p: ${words}\nboilerplate:\n  - nav: Home\n`;

test('text without a label is found, with its element', () => {
  const html = `<nav>Home</nav><p>${words}</p><footer id=foot>All rights</footer>`;
  expect(findingsOf(unlabelledShare, checked({ html, gold })).map(({ found }) => found)).toEqual([
    'no label on 2 of 21 tokens of the page, the first in "All rights" in html > body > footer#foot',
  ]);
});

test('one token in twenty is let pass, and so are pages whose boilerplate nobody has labelled', () => {
  expect(
    findingsOf(unlabelledShare, checked({ html: `<nav>Home</nav><p>${words}</p><p>12:30`, gold })),
  ).toHaveLength(1);
  expect(findingsOf(unlabelledShare, checked({ html: `<nav>Home</nav><p>${words}</p><p>12`, gold }))).toEqual(
    [],
  );
  const bodyOnly = `body:\n  - p: ${words}\n`;
  expect(
    findingsOf(unlabelledShare, checked({ html: `<p>${words}</p><p>All rights`, gold: bodyOnly })),
  ).toEqual([]);
});
