import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { unlabelledShare } from './unlabelled-share.ts';

const words = 'word '.repeat(96).trim();
const gold = `body:\n  - p: ${words}\nboilerplate:\n  - nav: Home\n`;

test('text without a label is found, with its element', () => {
  const html = `<nav>Home</nav><p>${words}</p><footer id=foot>All rights are ours</footer>`;
  expect(findingsOf(unlabelledShare, checked({ html, gold }))).toMatchObject([
    {
      page: 'site.example/page',
      line: 3,
      found:
        'no label on 4 of 101 tokens of the page, the first in "All rights are ours" in html > body > footer#foot',
    },
  ]);
});

test('three tokens in a hundred are let pass, and so are pages whose boilerplate nobody has labelled', () => {
  const html = `<nav>Home</nav><p>${words}</p><p>All rights ours`;
  expect(findingsOf(unlabelledShare, checked({ html, gold }))).toEqual([]);
  expect(findingsOf(unlabelledShare, checked({ html: `${html} now`, gold }))).toHaveLength(1);
  const bodyOnly = `body:\n  - p: ${words}\n`;
  expect(
    findingsOf(unlabelledShare, checked({ html: `<p>${words}</p><p>All rights are ours`, gold: bodyOnly })),
  ).toEqual([]);
});
