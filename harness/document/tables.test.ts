import { describe, expect, test } from 'vitest';
import { outline as outlineOf } from './fixtures/outline.ts';
import { htmlToDocument } from './html.ts';

const outline = (html: string): string[] => outlineOf(htmlToDocument(html));

describe('a table of data', () => {
  test.each<[string, string, string[]]>([
    ['has rows, columns, header cells and a caption', '<table><caption>C</caption><tr><th>a<th>b<tr><td>1<td>2</table>', ['caption: C', 'table[0,0*]: a', 'table[0,1*]: b', 'table[1,0]: 1', 'table[1,1]: 2']],
    ['has header cells at the sides, and all cells of its head are', '<table><thead><tr><td>a<td>b<tbody><tr><th>c<td>d<tfoot><tr><td>e<td>f</table>', ['table[0,0*]: a', 'table[0,1*]: b', 'table[1,0*]: c', 'table[1,1]: d', 'table[2,0]: e', 'table[2,1]: f']],
    ['needs no header cells', '<table><tr><td>a<td>b<tr><td>c<td>d</table>', ['table[0,0]: a', 'table[0,1]: b', 'table[1,0]: c', 'table[1,1]: d']],
    ['counts the columns that a cell spans', '<table><tr><th colspan=2>a<th>b<tr><td>c<td>d<td>e</table>', ['table[0,0*]: a', 'table[0,2*]: b', 'table[1,0]: c', 'table[1,1]: d', 'table[1,2]: e']],
    ['counts cells that reach down from rows above', '<table><tr><th rowspan=2>a<th>b<th rowspan=3>c<tr><td>d<tr><td>e<td>f</table>', ['table[0,0*]: a', 'table[0,1*]: b', 'table[0,2*]: c', 'table[1,1]: d', 'table[2,0]: e', 'table[2,1]: f']],
    ['lets no cell reach from its head into its body', '<table><thead><tr><th rowspan=9>a<th>b<tbody><tr><td>c<td>d</table>', ['table[0,0*]: a', 'table[0,1*]: b', 'table[1,0]: c', 'table[1,1]: d']],
    ['lets a cell of height 0 reach to the end of its part', '<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d<tbody><tr><td>e</table>', ['table[0,0]: a', 'table[0,1]: b', 'table[1,1]: c', 'table[2,1]: d', 'table[3,0]: e']],
    ['takes no heed of spans that are none', '<table><tr><td colspan=x>a<td colspan=0>b<td colspan=-2 rowspan=-3>c<td colspan=" 2.5%">d<td>e<tr><td>f</table>', ['table[0,0]: a', 'table[0,1]: b', 'table[0,2]: c', 'table[0,3]: d', 'table[0,5]: e', 'table[1,0]: f']],
    ['keeps empty cells in the count', '<table><tr><td><td>a<tr><td>b<td><tr><td>c<td>d</table>', ['table[0,1]: a', 'table[1,0]: b', 'table[2,0]: c', 'table[2,1]: d']],
    ['holds paragraphs, lists and code', '<table><tr><th>a<td><p>b</p><p>c</p><tr><th>d<td><ul><li>e</ul><pre>f\n g</pre></table>', ['table[0,0*]: a', 'table[0,1]: b', 'table[0,1]: c', 'table[1,0*]: d', 'ul[1,1 > ul 0]: e', 'code[1,1]: f\n g']],
    ['may have headings and pictures in its cells if it has header cells', '<table><tr><th>a<th>b<tr><td><h5>c</h5><td><figure><figcaption>d</figcaption></figure></table>', ['table[0,0*]: a', 'table[0,1*]: b', 'h5[1,0]: c', 'caption[1,1]: d']],
    ['stands in a list item', '<ul><li>x<table><tr><th>a<th>b</table></ul>', ['ul[ul 0]: x', 'table[ul 0 > 0,0*]: a', 'table[ul 0 > 0,1*]: b']],
    ['may be long in one cell', `<table><tr><td>a<td>${'b'.repeat(1000)}<tr><td>c<td>d</table>`, ['table[0,0]: a', `table[0,1]: ${'b'.repeat(1000)}`, 'table[1,0]: c', 'table[1,1]: d']],
    ['loses text that stands in no cell to the place before it', '<table>x<tr><th>a<th>b</table>', ['p: x', 'table[0,0*]: a', 'table[0,1*]: b']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore
});

describe('a table that only arranges the page', () => {
  test.each<[string, string, string[]]>([
    ['has no row with two cells', '<table><tr><th>a</td></tr><tr><td>b</td></tr></table>', ['p: a', 'p: b']],
    ['has one row', '<table><tr><td>a<td>b</table>', ['p: a', 'p: b']],
    ['has one row with cells in it', '<table><tr></tr><tr><td>a<td>b</tr><tr></tr></table>', ['p: a', 'p: b']],
    ['has pictures in one of its two columns', '<table><tr><th> <img></th><td>a<tr><th><img><td>b</table>', ['p: a', 'p: b']],
    ['has a heading in it', '<table><tr><td>Menu<td><h2>Head</h2>Text<tr><td>a<td>b</table>', ['p: Menu', 'h2: Head', 'p: Text', 'p: a', 'p: b']],
    ['has a form in it', '<table><tr><td>a<td><form>b</form><tr><td>c<td>d</table>', ['p: a', 'p: b', 'p: c', 'p: d']],
    ['has another table in it', '<table><tr><th>x<td><table><tr><th>a<th>b</table>', ['p: x', 'table[0,0*]: a', 'table[0,1*]: b']],
    ['has a column of text', `<table><tr><td>a<td>${'b'.repeat(600)}<p>${'c'.repeat(401)}</p><tr><td>d<td>e</table>`, ['p: a', `p: ${'b'.repeat(600)}`, `p: ${'c'.repeat(401)}`, 'p: d', 'p: e']],
    ['says so', '<table role="presentation"><tr><th>a<td>b</table><table role=none><tr><th>c<td>d</table>', ['p: a', 'p: b', 'p: c', 'p: d']],
    ['keeps its lists and quotations', '<table><tr><td><ul><li>a</ul><td><blockquote>b</blockquote></table>', ['ul[ul 0]: a', 'quote[quote]: b']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore
});
