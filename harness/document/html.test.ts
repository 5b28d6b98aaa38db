import { describe, expect, test } from 'vitest';
import type { Block } from '../model/document.ts';
import { htmlToDocument } from './html.ts';
import { documentToText, textToDocument } from './plain-text.ts';

/** Blocks as `kind: text`, with item and cell places in brackets. */
function outline(html: string): string[] {
  return htmlToDocument(html).blocks.map(({ kind, text, within }) => `${kind}${places({ within })}: ${text}`);
}

function places({ within }: Pick<Block, 'within'>): string {
  const shown = within.map((container) => {
    if (container.kind === 'quote') return 'quote';
    if (container.kind === 'table') return `${container.row},${container.column}`;
    return `${container.kind} ${container.item}`;
  });
  return shown.length === 0 ? '' : `[${shown.join(' > ')}]`;
}

describe('HTML to blocks', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['only white space', ' \n\t<p> &nbsp; </p>', []],
    ['paragraphs and headings', '<h1>One</h1><p>Two <b>bold</b></p><h3>Three</h3>four', ['h1: One', 'p: Two bold', 'h3: Three', 'p: four']],
    ['a division is a paragraph', '<div>One<div>Two</div>Three</div>', ['p: One', 'p: Two', 'p: Three']],
    ['white space folds', '<p>\n  One\n\t two  </p>', ['p: One two']],
    ['white space between inline elements', '<p>One <i> two</i> <b>three</b></p>', ['p: One two three']],
    ['inline elements do not split words', '<p>H<sub>2</sub>O and <em>un</em>do</p>', ['p: H2O and undo']],
    ['objects in the line do', '<p>Share<img src=x>this<button>Go</button>now</p>', ['p: Share this Go now']],
    ['a line break stays inside the block', '<p>One<br> two</p>', ['p: One\ntwo']],
    ['two line breaks end it', '<p>One<br><br>two<br>\n<br/>three</p>', ['p: One', 'p: two', 'p: three']],
    ['entities', '<p>Risk &amp; Compliance &#8211; &eacute;</p>', ['p: Risk & Compliance – é']],
    ['what is never shown is no text', '<head><title>T</title></head><script>x</script><style>y</style><template>z</template><noscript>n</noscript><p>One</p><textarea>t</textarea><select><option>o</select>', ['p: One']],
    ['hidden elements', '<p hidden>a</p><p style="color:red; DISPLAY : none">b</p><p style="visibility:hidden">c</p><dialog>d</dialog><p>One</p>', ['p: One']],
    ['shown after all', '<p hidden="until-found">a</p><dialog open>b</dialog><p style="display:block">c</p>', ['p: a', 'p: b', 'p: c']],
    ['lists, with paragraphs in items', '<ul><li>a<li><p>b</p><p>c</p></ul>', ['ul[ul 0]: a', 'ul[ul 1]: b', 'ul[ul 1]: c']],
    ['nested lists', '<ol><li>a<ul><li>b</li></ul>c</li><li>d</li></ol>', ['ol[ol 0]: a', 'ul[ol 0 > ul 0]: b', 'ol[ol 0]: c', 'ol[ol 1]: d']],
    ['definition lists', '<dl><dt>Term<dd>One<dd>Two<dt>Next<dd>Three</dl>', ['dl[dl 0]: Term', 'dl[dl 0]: One', 'dl[dl 0]: Two', 'dl[dl 1]: Next', 'dl[dl 1]: Three']],
    ['quotations', '<blockquote><p>One</p><p>Two</p></blockquote>', ['quote[quote]: One', 'quote[quote]: Two']],
    ['code keeps its white space', '<pre>\nif (a) {\n  b\n}\n</pre>', ['code: if (a) {\n  b\n}']],
    ['code in a list item', '<ul><li>Run<pre> x</pre></ul>', ['ul[ul 0]: Run', 'code[ul 0]:  x']],
    ['a table of data', '<table><caption>C</caption><tr><th>a<th>b<tr><td>1<td>2</table>', ['caption: C', 'table[0,0]: a', 'table[0,1]: b', 'table[1,0]: 1', 'table[1,1]: 2']],
    ['a table that only arranges', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>', ['p: a', 'p: b']],
    ['a table around a heading', '<table><tr><td>Menu<td><h2>Head</h2>Text</table>', ['p: Menu', 'h2: Head', 'p: Text']],
    ['a table that says it only arranges', '<table role="presentation"><tr><td>a<td>b</table>', ['p: a', 'p: b']],
    ['a caption with its credit', '<figure><img><figcaption>A view. <small>Photo: B</small></figcaption></figure>', ['caption: A view. Photo: B']],
    ['unclosed elements', '<p>One<p>Two<div>Three', ['p: One', 'p: Two', 'p: Three']],
    ['readings over characters are left out', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>', ['p: 漢字']],
    ['text inside an image does not exist', '<p>a<svg><text>no</text></svg>b</p>', ['p: a b']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore

  test('50,000 nested elements and lists end in bounded time and depth', () => {
    expect(outline('<div>'.repeat(50_000) + 'deep')).toEqual(['p: deep']);
    const lists = htmlToDocument('<ul><li>x'.repeat(5_000)).blocks;
    expect(lists).toHaveLength(5_000);
    expect(Math.max(...lists.map((block) => block.within.length))).toBe(16);
  });

  test('two lists are told apart, two items of one are not', () => {
    const [a, b, c] = htmlToDocument('<ul><li>a<li>b</ul><ul><li>c</ul>').blocks.map(
      (block) => block.within[0]!.id,
    );
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });
});

describe('plain text', () => {
  test('every line that is not blank is a paragraph', () => {
    const { blocks } = textToDocument(' One\r\n\r\n  \u00a0\nTwo\rThree\u2028Four\n');
    expect(blocks.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'p: One',
      'p: Two',
      'p: Three',
      'p: Four',
    ]);
  });

  test('a document is flattened one block a line', () => {
    expect(documentToText(htmlToDocument('<h1>One</h1><ul><li>two<li>three</ul>'))).toBe('One\ntwo\nthree');
    expect(documentToText({ blocks: [] })).toBe('');
  });
});
