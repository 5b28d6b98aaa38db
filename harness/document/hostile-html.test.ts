import { parse, serialize } from 'parse5';
import { describe, expect, test } from 'vitest';
import { parseHtml } from './html/bounded-parser.ts';
import { htmlToDocument } from './html.ts';
import { Vocabulary, tokenize } from './tokens.ts';

/**
 * Pages that are made to take long, or to overflow the stack. What is linear in them takes half a second at most, what
 * is quadratic longer than the time limit of these tests.
 */
const LIMIT_MS = 20_000;

/** So many lines, words, references … */
const MANY = 50_000;
/** So many elements in one another. */
const DEEP = 20_000;

function numbered(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

describe('a hostile page is read in bounded time', () => {
  test.each<[string, () => string, number]>([
    ['nested divisions', () => '<div>x'.repeat(DEEP), DEEP],
    ['nested inline elements', () => '<span>x'.repeat(DEEP), 1],
    ['nested lists', () => '<ul><li>x'.repeat(DEEP), DEEP],
    ['nested lists without items', () => `${'<ul>'.repeat(DEEP)}x`, 1],
    ['nested quotations', () => '<blockquote>x'.repeat(DEEP), DEEP],
    ['nested tables', () => '<table><tr><td>x<td>y'.repeat(DEEP / 2), DEEP],
    ['nested links and divisions', () => '<a href=x><div>y'.repeat(DEEP), DEEP],
    ['nested formulas', () => '<math><mi>x'.repeat(DEEP), 1],
    ['formatting closed in the wrong order', () => '<b><i><p>x</b></i>'.repeat(DEEP), DEEP],
    ['formatting closed around blocks', () => '<a><b><i><div>x</a></b></i>'.repeat(DEEP / 4), DEEP / 4],
    ['formatting that is never closed', () => '<b><p>x'.repeat(DEEP), DEEP],
    ['formatting that is never closed, each other', () => numbered(5_000, (index) => `<font size=${index}><p>x`), 5_000],
    ['much formatting, then many blocks', () => `${numbered(5_000, (index) => `<b id=${index}>`)}</p>${'</div><p>x'.repeat(DEEP)}`, DEEP],
    ['formatting in a table', () => `<table>${'<b>x<i>y'.repeat(DEEP)}`, 1],
    ['cells', () => `<table><tr>${'<td>x'.repeat(MANY)}<tr><td>y`, MANY + 1],
    ['the widest and highest cells', () => `<table>${'<tr><td colspan=9999 rowspan=99999>x<td>y'.repeat(MANY / 4)}`, MANY / 2],
    ['cells that reach down for long', () => `<table><tr>${'<td rowspan=65534>x'.repeat(1000)}${'<tr><td>y'.repeat(MANY / 4)}`, 1000 + MANY / 4],
    ['one angle bracket', () => '<'.repeat(3 * MANY), 1],
    ['comments that do not end', () => '<!--'.repeat(MANY), 0],
    ['references', () => '&amp&#x1F600;&nosuchname'.repeat(MANY), 1],
    // Quadratic in parse5 before 8.1.1.
    ['attributes of one tag', () => `<p ${numbered(4 * MANY, (index) => `a${index}=x `)}>x`, 1],
    ['attributes of tags that are merged', () => `${numbered(MANY, (index) => `<html a${index}=x><body b${index}=x>`)}x`, 1],
    ['formatting closed far outside of it', () => `${numbered(DEEP, (index) => `<b id=${index}>`)}${'<div>x'.repeat(DEEP)}${'</b>y'.repeat(DEEP)}`, DEEP],
    ['end tags of nothing, far inside', () => `${'<div>'.repeat(DEEP)}x${'</h1></li></form></foo></table>'.repeat(DEEP)}`, 1],
    ['end tags that close all cells', () => `<table>${'<tr><td><span><b>x'.repeat(DEEP)}</table>`, DEEP],
    ['styles', () => `<p style="${' ; display :'.repeat(MANY)}">x`, 1],
    ['what is invisible and visible in one another', () => '<div style="visibility:hidden">x<div style="visibility:visible">y'.repeat(DEEP / 2), DEEP / 2],
    ['what is invisible around one word', () => `${'<div style="visibility:hidden">x'.repeat(DEEP)}<b style="visibility:visible">y`, 1],
    ['flex in flex', () => '<div style="display:flex">x'.repeat(DEEP), DEEP],
    ['shadow roots in shadow roots', () => '<x-a><template shadowrootmode=open>x<slot></slot>'.repeat(DEEP), 1],
    ['shadow roots in slots', () => '<x-a><template shadowrootmode=open><p>x</p><slot></slot></template>'.repeat(DEEP), DEEP],
    ['slots', () => `<x-a><template shadowrootmode=open>${numbered(MANY / 4, (index) => `<slot name=${index}></slot>`)}</template>${numbered(MANY / 4, (index) => `<p slot=${index}>x</p>`)}`, MANY / 4],
    ['a huge text', () => 'word and '.repeat(2 * MANY), 1],
    ['a huge word', () => 'x'.repeat(20 * MANY), 1],
    ['white space', () => `x${' '.repeat(20 * MANY)}y`, 1],
    ['white space in code', () => `<pre>x${' '.repeat(10 * MANY)}y${' \n'.repeat(10 * MANY)}`, 1],
    ['lines of code', () => `<pre>${'<div>x</div>'.repeat(MANY)}`, 1],
    ['text cut by elements', () => `<p>${'<b>x</b> '.repeat(MANY)}`, 1],
    ['line breaks', () => 'x<br>'.repeat(MANY), 1],
    ['paragraphs of line breaks', () => 'x<br>&nbsp;<br>'.repeat(MANY), MANY],
    ['drawn formulas', () => '<i aria-hidden=true>x</i>'.repeat(MANY), 1],
    ['everything hidden', () => '<p hidden>x'.repeat(MANY), MANY],
    ['marks on one letter', () => `a${'\u0301\u0323'.repeat(5 * MANY)}`, 1],
    ['invisible characters', () => `${'\u00ad'.repeat(10 * MANY)}x`, 1],
  ])('%s', (_name, make, blocks) => {
    const document = htmlToDocument(make());
    expect(document.blocks).toHaveLength(blocks);
    expect(Math.max(0, ...document.blocks.slice(-100).map(({ within }) => within.length))).toBeLessThanOrEqual(16);
    tokenize(document.blocks, new Vocabulary());
  }, LIMIT_MS); // prettier-ignore
});

test('hostile XHTML is read in bounded time', () => {
  const parts = ['<a/>', '<script/>', '<![CDATA[', ']]>', '<!DOCTYPE x [', '<?', '<!--', '<a b="/>', '</br>'];
  for (const part of parts) htmlToDocument(`<p>x</p>${part.repeat(MANY)}`, 'application/xhtml+xml');
});

describe('the parser', () => {
  test('opens no more than a few unclosed formatting elements again in each block', () => {
    const html = numbered(1000, (index) => `<font size=${index}><p>x`);
    expect(countNodes(html)).toBeLessThan(20_000);
  });

  test('builds the tree of parse5 where no more are unclosed', () => {
    const html =
      '<p><b id=1><i>a<p>b</i>c<table><tr><td><u>d</table>e<a href=x><div>f<a href=y>g</div></b>h<p>i';
    expect(serialize(parseHtml(html))).toBe(serialize(parse(html)));
  });
});

function countNodes(html: string): number {
  const open: object[] = [parseHtml(html)];
  let count = 0;
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    count++;
    if ('childNodes' in node && Array.isArray(node.childNodes)) open.push(...(node.childNodes as object[]));
  }
  return count;
}
