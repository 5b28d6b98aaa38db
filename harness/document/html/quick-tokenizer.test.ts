import { parse, serialize } from 'parse5';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, test } from 'vitest';
import { parseHtml } from './bounded-parser.ts';

/** Names, texts and attributes of a tree, in its order. */
function outline(node: Tree.Node): unknown {
  const children = 'childNodes' in node ? node.childNodes.map(outline) : [];
  const content = 'content' in node ? outline(node.content) : undefined;
  const text = 'value' in node ? node.value : 'data' in node ? node.data : undefined;
  const attributes = 'attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : undefined;
  return [node.nodeName, text, attributes, children, content];
}

/** What ends and changes the states of a tokenizer, and what lies between. */
const PIECES = [
  '< > </ /> " \' & &amp; &#13; &notit; \0 - -- --> <!-- --!> <!- <! <![CDATA[ ]]> word 漢字かな 😀 \uD83D \uDE00 é'.split(
    ' ',
  ),
  '<script> </script </script> <style> </style> <title> </title> </textarea> <table> <tr> <td> </table>'.split(
    ' ',
  ),
  '<svg> </svg> <math> <noscript> </noscript> <xmp> <iframe> </iframe> <select> <plaintext> <pre>\r'.split(
    ' ',
  ),
  ['\r', '\n', '\r\n', ' ', '\t \n', '<textarea>\n', '<textarea>\r\n', 'two words'],
  ['<p class="', "<p title='", '="', "='", '<p id=a'],
].flat();

/** A page of made pieces: the same for the same number. */
function made(seed: number): string {
  let state = seed;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  return Array.from({ length: 1 + next(24) }, () => PIECES[next(PIECES.length)]).join('');
}

describe('a page that is read at one go where it is plain', () => {
  test.each([
    ['<script>if (a < b) c = "</b>"; \n d</script>e', '<script>if (a < b) c = "</b>"; \n d</script>'],
    ['<script><!-- <script> </script> --> x</script>y', '<script><!-- <script> </script> --> x</script>'],
    ['<style>\n a { b: c }\r\n</style>', '<style>\n a { b: c }\n</style>'],
  ])('%j', (html, head) => {
    expect(serialize(parseHtml(html))).toContain(`<head>${head}</head>`);
  });

  test('has in attributes what stands in them', () => {
    expect(serialize(parseHtml(`<p title="a &amp; 'b'\r\nc\0" class='d "e"'>f</p>`))).toContain(
      `<p title="a &amp; 'b'\nc\uFFFD" class="d &quot;e&quot;">f</p>`,
    );
  });

  test('has the tree that parse5 makes of it', () => {
    let elements = 0;
    for (let seed = 1; seed <= 3000; seed++) {
      const html = made(seed);
      const tree = parseHtml(html);
      expect([html, outline(tree)]).toEqual([html, outline(parse(html))]);
      elements += serialize(tree).split('<').length;
    }
    expect(elements).toBeGreaterThan(20_000);
  });
});
