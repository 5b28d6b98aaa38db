import { describe, expect, test } from 'vitest';
import { htmlToDocument } from './html.ts';
import { pageToDocument, pathAt } from './page-document.ts';
import type { PageDocument } from './page-document.ts';

function read(html: string): PageDocument {
  return pageToDocument({ bytes: Buffer.from(html), media: 'html' });
}

describe('where the text of a page stands', () => {
  test('every character of a block has its element', () => {
    const page = read('<div id=story><p> One <b>two</b> three<br>\n<i>four</i></p><p>Five');
    expect(page.blocks.map(({ text }) => text)).toEqual(['One two three\nfour', 'Five']);
    const p = 'html > body > div#story > p:nth-of-type(1)';
    const paths = [0, 3, 4, 6, 7, 12, 14, 17].map((start) => pathAt(page, { block: 0, start }));
    expect(paths).toEqual([p, p, `${p} > b`, `${p} > b`, p, p, `${p} > i`, `${p} > i`]);
    expect(pathAt(page, { block: 1, start: 0 })).toBe('html > body > div#story > p:nth-of-type(2)');
  });

  test('leading lines that code loses do not shift its elements', () => {
    const page = read('<pre>\n\n \n  <b>if</b> x</pre>');
    expect(page.blocks[0]!.text).toBe('  if x');
    const pre = 'html > body > pre';
    const paths = [0, 2, 4].map((start) => pathAt(page, { block: 0, start }));
    expect(paths).toEqual([pre, `${pre} > b`, pre]);
  });

  test('the blocks are those of the document', () => {
    const html =
      '<h1>A</h1><ul><li>b<p>c</ul><table><tr><th>d<th>e<tr><td>f<td>g</table> h &nbsp;<span> i</span>';
    expect(read(html).blocks.map(({ kind, text, within }) => ({ kind, text, within }))).toEqual(
      htmlToDocument(html).blocks,
    );
  });

  test('pages of plain text have lines and no elements', () => {
    const page = pageToDocument({ bytes: Buffer.from('one\n\ntwo'), media: 'text' });
    expect(page).toEqual({
      blocks: [{ kind: 'p', text: 'one', within: [], sources: [] }, { kind: 'p', text: 'two', within: [], sources: [] }],
      unseen: [],
      source: 'one\n\ntwo',
    }); // prettier-ignore
  });
});

describe('unseen text', () => {
  test('hidden elements, scripts, elements that are no text and attributes, each with its element', () => {
    const page =
      read(`<head><title>Title</title><meta name=description content="In short"><style>p {}</style></head>
      <p>Seen<p hidden>Held <b>back</b><script>say("a\\u0062c<p>d")</script></p>
      <noscript><p>Turn it on</p></noscript><template><p>Later</template><img alt="A cat"><select><option>Pick</select>`);
    expect(page.blocks.map(({ text }) => text)).toEqual(['Seen']);
    expect(page.unseen.map(({ where, text, attribute }) => [where, text, attribute])).toEqual([
      ['unrendered', 'Title', undefined],
      ['hidden', 'Held back', undefined],
      ['script', 'say("abc d")', undefined],
      ['unrendered', 'Turn it on', undefined],
      ['unrendered', 'Later', undefined],
      ['unrendered', 'Pick', undefined],
      ['attribute', 'In short', 'content'],
      ['attribute', 'A cat', 'alt'],
    ]);
    expect(page.unseen[1]!.path).toBe('html > body > p:nth-of-type(2)');
  });

  test('where a page hides everything it is read as if it were shown', () => {
    const page = read('<body style="display:none"><p>All of it');
    expect(page.blocks.map(({ text }) => text)).toEqual(['All of it']);
    expect(page.unseen).toEqual([]);
  });
});

test('a path names identifiers, two classes and the place among siblings', () => {
  const page = read(
    '<main class="a b c"><section></section><section id="1st" class="x:y z">T</section></main>',
  );
  expect(pathAt(page, { block: 0, start: 0 })).toBe('html > body > main.a.b > section.z:nth-of-type(2)');
});
