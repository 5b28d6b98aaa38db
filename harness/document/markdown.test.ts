import { describe, expect, test } from 'vitest';
import { outline as outlineOf } from './fixtures/outline.ts';
import { markdownToDocument } from './markdown.ts';

const outline = (markdown: string): string[] => outlineOf(markdownToDocument(markdown));

describe('Markdown to blocks', () => {
  test.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['only white space and rules', '\n  \n---\n***\n', []],
    ['headings of both kinds', '# One #\nTwo\n===\n\nThree\nfour\n---\n###### Six\n####### seven', ['h1: One', 'h1: Two', 'h2: Three four', 'h6: Six', 'p: ####### seven']],
    ['a hash without a space is text', '#tag and # mid', ['p: #tag and # mid']],
    ['paragraphs, their lines folded', 'One\ntwo\n  three\n\nFour', ['p: One two three', 'p: Four']],
    ['hard line breaks', 'One  \ntwo\\\nthree', ['p: One\ntwo\nthree']],
    ['emphasis and code in the line', '*One* **two** ***three*** `a*b*` un**do**ne snake_case_name ~~old~~', ['p: One two three a*b* undone snake_case_name old']],
    ['what is escaped or has no partner is text', '\\*One\\* 2 * 3 \\# **a', ['p: *One* 2 * 3 # **a']],
    ['entities', 'Risk &amp; &#8211; &eacute; &nosuch; AT&T `&amp;`', ['p: Risk & – é &nosuch; AT&T &amp;']],
    ['links without their targets', '[One](http://a.example "t") [two][ref] [three] <http://b.example> http://c.example [four](javascript:x)\n\n[ref]: /x "title"\n[three]: <y z>', ['p: One two three http://b.example http://c.example four']],
    ['images without their texts', 'a ![no](x.png "no") b [![no](y)](z)', ['p: a b']],
    ['brackets that are no link', '[One] [two](three four) [five', ['p: [One] [two](three four) [five']],
    ['quotations, lazy and nested', '> One\ntwo\n>\n> > three\n\n> four', ['quote[quote]: One two', 'quote[quote > quote]: three', 'quote[quote]: four']],
    ['code, indented and fenced', '    a  b\n\n      c\n\n```js title\n<b>\n\n  &amp;\n```\n~~~\nd\n', ['code: a  b\n\n  c', 'code: <b>\n\n  &amp;', 'code: d']],
    ['a rule is no text', 'One\n\n* * *\nTwo', ['p: One', 'p: Two']],
    ['front matter is not text, a heading between rules is', '---\ntitle: No\n---\n# One\n\n---\nTwo\n---', ['h1: One', 'h2: Two']],
    ['backticks', '`` a ` b `` and ` c', ['p: a ` b and ` c']],
  ])('%s', (_name, markdown, expected) => {
    expect(outline(markdown)).toEqual(expected);
  }); // prettier-ignore
});

describe('lists in Markdown', () => {
  test.each<[string, string, string[]]>([
    ['tight and loose', '- a\n- b\n\n+ c\n\n+ d', ['ul[ul 0]: a', 'ul[ul 1]: b', 'ul[ul 0]: c', 'ul[ul 1]: d']],
    ['nested, with paragraphs', '1. a\n\n   b\n   - c\n     - d\n2) e', ['ol[ol 0]: a', 'ol[ol 0]: b', 'ul[ol 0 > ul 0]: c', 'ul[ol 0 > ul 0 > ul 0]: d', 'ol[ol 0]: e']],
    ['with code and quotations in items', '* a\n\n      b\n  > c\n\n  ```\n  d\n  ```', ['ul[ul 0]: a', 'code[ul 0]: b', 'quote[ul 0 > quote]: c', 'code[ul 0]: d']],
    ['marks that begin no list', '-a\n1.b\n\n2024\\. c', ['p: -a 1.b', 'p: 2024. c']],
    ['with boxes', '- [ ] a\n- [x] b\n- [X]c\n- [y] d', ['ul[ul 0]: a', 'ul[ul 1]: b', 'ul[ul 2]: [X]c', 'ul[ul 3]: [y] d']],
    ['a box elsewhere is text', '[x] a\n\n> [ ] b', ['p: [x] a', 'quote[quote]: [ ] b']],
  ])('%s', (_name, markdown, expected) => {
    expect(outline(markdown)).toEqual(expected);
  }); // prettier-ignore
});

describe('tables in Markdown', () => {
  test.each<[string, string, string[]]>([
    ['with alignments and escaped pipes', '| a | b \\| c |\n|:--|:-:|\n| `d\\|e` | *f* |', ['table[0,0*]: a', 'table[0,1*]: b | c', 'table[1,0]: d|e', 'table[1,1]: f']],
    ['without outer pipes, with cells missing and too many', 'a | b\n-|-\nc\nd | e | f\n\ng', ['table[0,0*]: a', 'table[0,1*]: b', 'table[1,0]: c', 'table[2,0]: d', 'table[2,1]: e', 'p: g']],
    ['pipes without a line of dashes are text', 'a | b\nc | d', ['p: a | b c | d']],
  ])('%s', (_name, markdown, expected) => {
    expect(outline(markdown)).toEqual(expected);
  }); // prettier-ignore
});

describe('formulas in Markdown', () => {
  test.each<[string, string, string[]]>([
    ['on lines of their own', 'a\n$$\nx_1 *y* \\\\ <b>\n= \\{2\\}\n$$\nb', ['p: a', 'math: x_1 *y* \\\\ <b> = \\{2\\}', 'p: b']],
    ['on one line', '$$x$$\n$$ y\n  z $$', ['math: x', 'math: y z']],
    ['in items and quotations', '- a\n\n  $$b$$\n\n> $$\n> c\n> $$\nd', ['ul[ul 0]: a', 'math[ul 0]: b', 'math[quote]: c', 'p: d']],
    ['in the line they are text', 'a $$b$$ and $c$', ['p: a $$b$$ and $c$']],
    ['without an end, or across a blank line, they are none', '$$ a\n\nb $$\n\n$$$ c\n\n$$\n$$', ['p: $$ a', 'p: b $$', 'p: $$$ c', 'p: $$ $$']],
    ['in code they are code', '    $$a$$', ['code: $$a$$']],
    ['no longer than a hundred lines', `$$${'a\n'.repeat(100)}$$`, [`p: $$${'a '.repeat(100)}$$`]],
  ])('%s', (_name, markdown, expected) => {
    expect(outline(markdown)).toEqual(expected);
  }); // prettier-ignore
});

describe('HTML in Markdown', () => {
  test.each<[string, string, string[]]>([
    ['in the line', 'H<sub>2</sub>O<br>and <!-- no --> <b title="no">more</b>', ['p: H2O\nand more']],
    ['around Markdown', '<blockquote>\n\n**a**\n\n</blockquote>\n\n<p hidden>\n\nb\n\n</p>\n\nc', ['quote[quote]: a', 'p: b', 'p: c']],
    ['as a block of its own', '<div>*a*</div>\n\n<script>\nno()\n</script>\n<table><tr><th>b<th>c</table>', ['p: *a*', 'table[0,0*]: b', 'table[0,1*]: c']],
    ['angle brackets that are none', '1 < 2 > 0 <3 \\<b>', ['p: 1 < 2 > 0 <3 <b>']],
  ])('%s', (_name, markdown, expected) => {
    expect(outline(markdown)).toEqual(expected);
  }); // prettier-ignore
});

describe('hostile Markdown is read in bounded time', () => {
  const many = 30_000;
  /** What is linear in it takes a second at most, what is quadratic longer. */
  const limitMs = 20_000;
  test.each<[string, string, number]>([
    ['brackets', '['.repeat(many), 1],
    ['pairs of brackets', `${'['.repeat(many)}a${'](b)'.repeat(many)}`, 1],
    ['images', '!['.repeat(many), 1],
    ['backticks', '`'.repeat(many), 0],
    ['backticks of all lengths', Array.from({ length: 600 }, (_, length) => '`'.repeat(length)).join('x'), 1],
    ['emphasis', '*a **b _c '.repeat(many / 2), 1],
    ['nested quotations', `${'>'.repeat(many)}a`, 0],
    ['lines of nested quotations', '>>>>>>>>>>a\n'.repeat(many / 5), 1],
    ['nested lists', Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'), 49],
    ['comments', `x ${'<!-- a '.repeat(many)}`, 1],
    ['sections', `x ${'<![CDATA['.repeat(many)}`, 1],
    ['tags', `x ${'<a b="c" '.repeat(many)}`, 1],
    ['tables', 'a|b\n-|-\n'.repeat(many / 10), 2 + 4 * (many / 10 - 1)],
    ['formulas', '$$ a\n'.repeat(many), 1],
    ['references', `${'[a]: b\n'.repeat(1000)}\n${'[a] '.repeat(many)}`, 1],
  ])('%s', (_name, markdown, blocks) => {
    expect(markdownToDocument(markdown).blocks).toHaveLength(blocks);
  }, limitMs); // prettier-ignore
});
