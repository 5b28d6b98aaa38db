import { describe, expect, test } from 'vitest';
import { outline as outlineOf } from './fixtures/outline.ts';
import { htmlToDocument } from './html.ts';
import { documentToText, textToDocument } from './plain-text.ts';

const outline = (html: string): string[] => outlineOf(htmlToDocument(html));

describe('HTML to blocks', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['only white space', ' \n\t<p> &nbsp; </p>', []],
    ['only what nobody sees', '<p>&shy;</p><p>&#8203;</p><p>&zwj;&nbsp;</p>', []],
    ['paragraphs and headings', '<h1>One</h1><p>Two <b>bold</b></p><h3>Three</h3>four', ['h1: One', 'p: Two bold', 'h3: Three', 'p: four']],
    ['a division is a paragraph', '<div>One<div>Two</div>Three</div>', ['p: One', 'p: Two', 'p: Three']],
    ['unclosed elements', '<p>One<p>Two<div>Three', ['p: One', 'p: Two', 'p: Three']],
    ['every block-level element stands by itself', 'a<address>b</address>c<fieldset><legend>d</legend>e</fieldset><hgroup>f</hgroup>g<search>h</search>i<center>j</center>k<hr>l', ['p: a', 'p: b', 'p: c', 'p: d', 'p: e', 'p: f', 'p: g', 'p: h', 'p: i', 'p: j', 'p: k', 'p: l']],
    ['options outside of a select', '<optgroup label=x>a<option>b</option><option>c</option></optgroup>', ['p: a', 'p: b', 'p: c']],
    ['a summary and its details, closed or not', '<details><summary>One</summary>Two<p>Three</details><details open><summary>Four</summary>Five</details>', ['p: One', 'p: Two', 'p: Three', 'p: Four', 'p: Five']],
    ['quotations', '<blockquote><p>One</p><p>Two</p></blockquote>', ['quote[quote]: One', 'quote[quote]: Two']],
    ['a quotation with a list, in a quotation', '<blockquote>a<ul><li>b</ul><blockquote>c</blockquote>d</blockquote>', ['quote[quote]: a', 'ul[quote > ul 0]: b', 'quote[quote > quote]: c', 'quote[quote]: d']],
    ['a quotation in the line', '<p>He said <q>no</q>.</p>', ['p: He said no.']],
    ['a caption with its credit', '<figure><img><figcaption>A view. <small>Photo: B</small></figcaption></figure>', ['caption: A view. Photo: B']],
    ['a caption of two paragraphs', '<figure><figcaption><p>A</p><p>B</p></figcaption></figure>', ['caption: A', 'caption: B']],
    ['a figure in a paragraph ends it', '<p>One <figure><img><figcaption>Two</figcaption></figure> three</p>', ['p: One', 'caption: Two', 'p: three']],
    ['a figure in a list item', '<ul><li>One<figure><figcaption>Two</figcaption></figure>three</ul>', ['ul[ul 0]: One', 'caption[ul 0]: Two', 'ul[ul 0]: three']],
    ['a figure that holds text', '<figure>One<figcaption>Two</figcaption></figure>', ['p: One', 'caption: Two']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore
});

describe('lines and paragraphs', () => {
  test.each<[string, string, string[]]>([
    ['a line break stays inside the block', '<p>One<br> two</p>', ['p: One\ntwo']],
    ['two line breaks end it', '<p>One<br><br>two<br>\n<br/>three</p>', ['p: One', 'p: two', 'p: three']],
    ['two with nothing to be seen between them do too', 'One<br>&nbsp;<br>two<br>&#8203;<br><b> </b><br>three', ['p: One', 'p: two', 'p: three']],
    ['line breaks at the edges are nothing', '<p><br>One<br></p><br>', ['p: One']],
    ['paragraphs in a list item', '<ul><li>One<br><br>two<br>three</ul>', ['ul[ul 0]: One', 'ul[ul 0]: two\nthree']],
    ['paragraphs in a cell', '<table><tr><th>a<td>One<br><br>two</table>', ['table[0,0*]: a', 'table[0,1]: One', 'table[0,1]: two']],
    ['a line break in a heading', '<h1>One<br>two</h1>', ['h1: One\ntwo']],
    ['white space folds', '<p>\n  One\n\t two  </p>', ['p: One two']],
    ['white space between inline elements', '<p>One <i> two</i> <b>three</b></p>', ['p: One two three']],
    ['a space that does not break is kept inside', '<p>&nbsp;One&nbsp;two&nbsp;</p>', ['p: One\u00a0two']],
    ['code keeps its white space', '<pre>\nif (a) {\n  b\n}\n</pre>', ['code: if (a) {\n  b\n}']],
    ['code loses empty lines around it, not its indent', '<pre>\n\n  \n  a\n\n b\n \n</pre>', ['code:   a\n\n b']],
    ['line breaks in code', '<pre>a<br>  b<br><br>c</pre>', ['code: a\n  b\n\nc']],
    ['blocks in code are lines of it', '<pre>a<div>b</div><div>\tc\n</div>d<ol><li>e<li>f</ol></pre>g', ['code: a\nb\n\tc\nd\ne\nf', 'p: g']],
    ['old elements for code', '<listing>a\n b</listing><xmp><b>\n c</xmp>', ['code: a\n b', 'code: <b>\n c']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore
});

describe('words', () => {
  test.each<[string, string, string[]]>([
    ['inline elements do not split them', '<p>H<sub>2</sub>O and <em>un</em>do, <a href=x>foot</a><font>note</font>', ['p: H2O and undo, footnote']],
    ['nor do places where a line may break', 'super<wbr>man <nobr>ex</nobr>tra', ['p: superman extra']],
    ['nor custom elements', 'un<x-mark>do</x-mark>ne', ['p: undone']],
    ['a block in a custom element stands by itself', '<x-card>One<p>Two</p></x-card>', ['p: One', 'p: Two']],
    ['objects in the line do', '<p>Share<img src=x>this<button>Go</button>now<picture><source><img></picture>here</p>', ['p: Share this Go now here']],
    ['an input does if it is seen', 'a<input>b<input type=HIDDEN>c', ['p: a bc']],
    ['an inline style can', '<span style="display:block">a</span><span style="color:red; DISPLAY: flex">b</span>c<i style="display:inline-block">d</i>e<i style="display:inline">f</i>g', ['p: a', 'p: b', 'p: cdefg']],
    ['soft hyphens and zero-width characters are kept; tokens pass over them', 'co&shy;op a&#8203;b &zwnj;c', ['p: co\u00adop a\u200bb \u200cc']],
    ['entities', '<p>Risk &amp; Compliance &#8211; &eacute;&nbsp;&lt;b&gt; &copy &notit; &#x80; &nosuch;</p>', ['p: Risk & Compliance – é\u00a0<b> © ¬it; € &nosuch;']],
    ['readings over characters are left out', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字<ruby><rb>明<rtc><rt>x</rtc></ruby></p>', ['p: 漢字明']],
    ['text inside an image does not exist', '<p>a<svg><title>t</title><text>no</text></svg>b<img alt=no></p>', ['p: a b']],
    ['a formula counts once', '<p>so <math><semantics><mrow><mi>x</mi><mo>=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow><annotation encoding="application/x-tex">x=\\frac12</annotation><annotation-xml>y</annotation-xml></semantics></math>.', ['p: so x = 1 2 .']],
    ['a formula on a line of its own', 'a<math display=block><mi>x</mi></math>b', ['p: a', 'math: x', 'p: b']],
    ['a formula that is drawn beside its MathML', '<span><span><math><mi>x</mi></math></span><span aria-hidden=true>x</span></span> and <nobr aria-hidden=true>y</nobr><span><math><mi>y</mi></math></span>', ['p: x and y']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore
});

describe('what is not seen', () => {
  test.each<[string, string, string[]]>([
    ['elements that are never shown', '<head><title>T</title></head><script>x</script><style>y</style><template>z</template><noscript>n</noscript><p>One</p><title>t</title><textarea>t</textarea><select><option>o</select>', ['p: One']],
    ['frames and fallbacks', 'a<iframe>b</iframe><object data=x>c</object><video>d</video><audio>e</audio><canvas>f</canvas><noembed>g</noembed><noframes>h</noframes><datalist><option>i</datalist>z', ['p: a z']],
    ['they do not split words where they leave no mark', 'a<script>x</script>b<template>y</template>c<noscript>z</noscript>d', ['p: abcd']],
    ['hidden elements', '<p hidden>a</p><p style="color:red; DISPLAY : none">b</p><p style="visibility:hidden">c</p><dialog>d</dialog><div popover>e</div><p>On<b hidden>x</b>e</p>', ['p: One']],
    ['shown after all', '<p hidden="until-found">a</p><dialog open>b</dialog><p style="display:block">c</p><p aria-hidden=true>d</p><p class=hidden>e</p>', ['p: a', 'p: b', 'p: c', 'p: d', 'p: e']],
    ['a page that hides everything is read all the same', '<body style="display:none"><p>One</p><script>show()</script>', ['p: One']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore
});

describe('lists', () => {
  test.each<[string, string, string[]]>([
    ['with paragraphs in items', '<ul><li>a<li><p>b</p><p>c</p></ul>', ['ul[ul 0]: a', 'ul[ul 1]: b', 'ul[ul 1]: c']],
    ['nested', '<ol><li>a<ul><li>b</li></ul>c</li><li>d</li></ol>', ['ol[ol 0]: a', 'ul[ol 0 > ul 0]: b', 'ol[ol 0]: c', 'ol[ol 1]: d']],
    ['nested without an item around', '<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>', ['ul[ul 0]: a', 'ul[ul 0 > ul 0]: b', 'ul[ul 1]: c']],
    ['nested with nothing before', '<ul><ul><li>a</li></ul><li>b</li></ul>', ['ul[ul 0 > ul 0]: a', 'ul[ul 0]: b']],
    ['text between items belongs to the one before', '<ul>a<li>b</li>c<li>d</li>e</ul>', ['ul[ul 0]: a', 'ul[ul 0]: b', 'ul[ul 0]: c', 'ul[ul 1]: d', 'ul[ul 1]: e']],
    ['items in other elements', '<ul><div><li>a</li></div><x-item><li>b</li></x-item></ul>', ['ul[ul 0]: a', 'ul[ul 1]: b']],
    ['menus and directories are lists, items without one are paragraphs', '<menu><li>a</menu><dir><li>b</dir><li>c', ['ul[ul 0]: a', 'ul[ul 0]: b', 'p: c']],
    ['a heading and code in an item', '<ul><li><h3>a</h3>Run<pre> x</pre></ul>', ['h3[ul 0]: a', 'ul[ul 0]: Run', 'code[ul 0]:  x']],
    ['definitions', '<dl><dt>Term<dd>One<dd>Two<dt>Next<dd>Three</dl>', ['dl[dl 0]: Term', 'dl[dl 0]: One', 'dl[dl 0]: Two', 'dl[dl 1]: Next', 'dl[dl 1]: Three']],
    ['definitions in groups', '<dl><div><dt>a<dd>b</div><div><dt>c<dd><p>d</p><ul><li>e</ul></div></dl>', ['dl[dl 0]: a', 'dl[dl 0]: b', 'dl[dl 1]: c', 'dl[dl 1]: d', 'ul[dl 1 > ul 0]: e']],
    ['definitions without a term', '<dl><dd>a<dd>b<dt>c</dl>', ['dl[dl 0]: a', 'dl[dl 0]: b', 'dl[dl 1]: c']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore

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
