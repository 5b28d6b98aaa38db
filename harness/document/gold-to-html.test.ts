import { expect, test } from 'vitest';
import type { Gold, GoldBlock } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import { goldToDocument } from './gold.ts';
import { goldToHtml } from './gold-to-html.ts';
import { htmlToDocument } from './html.ts';

const base = { type: 'block', optional: false } as const;
const text = (kind: 'title' | 'byline' | 'h3' | 'p' | 'quote' | 'code', words: string): GoldBlock => ({
  ...base,
  kind,
  text: words,
});

const gold: Gold = {
  about: { traits: [] },
  metadata: {},
  body: [
    text('title', 'A <b> & c'),
    { type: 'post', blocks: [text('byline', 'Bo'), { type: 'boilerplate', category: 'ui', text: 'Reply' }, text('p', 'one\ntwo')] },
    text('h3', 'Head'),
    { ...base, kind: 'ul', items: ['a', [text('p', 'b'), { ...base, kind: 'ol', items: ['c'] }]] },
    { ...base, kind: 'dl', entries: [{ term: 't', texts: ['d', 'e'] }] },
    { ...base, kind: 'table', rows: [['Year', 'Towns'], ['2024', '28']] },
    text('code', 'x  =\n  1'),
    text('quote', 'So.'),
  ],
  comments: [{ type: 'comment', blocks: [text('p', 'First!')] }],
  boilerplate: [{ type: 'boilerplate', category: 'nav', text: 'Home' }],
}; // prettier-ignore

test('the content of gold comes back from its HTML, and nothing else', () => {
  expect(goldToHtml(gold, false)).toBe(
    [
      '<h1>A &lt;b> &amp; c</h1>',
      '<p>Bo</p>',
      '<p>one<br>two</p>',
      '<h3>Head</h3>',
      '<ul><li>a</li><li><p>b</p><ol><li>c</li></ol></li></ul>',
      '<dl><dt>t</dt><dd>d</dd><dd>e</dd></dl>',
      '<table><tr><th>Year</th><th>Towns</th></tr><tr><td>2024</td><td>28</td></tr></table>',
      '<pre><code>x  =\n  1</code></pre>',
      '<blockquote>So.</blockquote>',
    ].join('\n'),
  );
  const texts = (blocks: readonly { readonly text: string }[]): string[] => blocks.map((block) => block.text);
  for (const policy of ['article', 'discussion'] as const) {
    const html = goldToHtml(gold, policy === 'discussion');
    expect(texts(htmlToDocument(html).blocks)).toEqual(texts(goldToDocument(gold, POLICIES[policy]).blocks));
  }
});
