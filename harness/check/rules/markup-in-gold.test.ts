import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { markupInGold } from './markup-in-gold.ts';

const body = (text: string) => `body:\n  - p: ${JSON.stringify(text)}\n`;

test.each([
  ['Fish &amp; chips', '"&amp;"'],
  ['A line<br />and another', '"<br />"'],
  ['See <a href="/x">here</a>', '"<a href="/x">"'],
  ['It&#8217;s late', '"&#8217;"'],
])('%s is found', (text, markup) => {
  expect(findingsOf(markupInGold, checked({ html: '<p>Fish &amp; chips', gold: body(text) }))).toMatchObject([
    { path: 'body[0]', found: expect.stringContaining(`${markup} in p`) },
  ]);
});

test('what the page shows gives nothing, nor does an ampersand', () => {
  const html = '<p>Write &lt;br&gt; or &amp;amp; in HTML. AT&amp;T; 1 &lt; 2';
  expect(findingsOf(markupInGold, checked({ html, gold: body('Write <br> or &amp; in HTML.') }))).toEqual([]);
  expect(findingsOf(markupInGold, checked({ html, gold: body('AT&T; 1 < 2') }))).toEqual([]);
});
