import { describe, expect, test } from 'vitest';
import { outline as outlineOf } from './fixtures/outline.ts';
import { htmlToDocument } from './html.ts';
import { pageToDocument, pathAt } from './page-document.ts';
import type { PageDocument } from './page-document.ts';

const outline = (html: string, contentType?: string): string[] =>
  outlineOf(htmlToDocument(html, contentType));

// What Chromium 156 shows of each of them, where harness/document/README.md does not say otherwise.

describe('what hides an element', () => {
  test.each<[string, string, string[]]>([
    ['a style shows what hidden hides', '<p hidden style="display:block">a</p>b', ['p: a', 'p: b']],
    ['unless it is not valid, or says something else', '<p hidden style="display:bogus">a</p><p hidden style="visibility:visible">b</p>c', ['p: c']],
    ['a style shows a closed dialog and a popover', '<dialog style="display:block">a</dialog><div popover style="display:block">b</div>', ['p: a', 'p: b']],
    ['an open dialog is shown though it is a popover', '<dialog open popover>a</dialog><dialog popover>b</dialog>', ['p: a']],
    ['what a search shows is read, as a closed details is', '<div hidden=until-found>a</div><div hidden=UNTIL-FOUND style="display:none">b</div>', ['p: a']],
    ['a visible child of what is invisible', '<div style="visibility:hidden">a<p style="visibility:visible">b</p>c<i style="visibility:inherit">d</i></div>e', ['p: b', 'p: e']],
    ['deep in it, and invisible again', '<ul style="visibility:hidden"><li>a<li>b<b style="visibility:visible">c<i style="visibility:hidden">d</i>e</b>f</ul>', ['ul[ul 0]: ce']],
    ['one that is not shown at all is not', '<div style="visibility:hidden">a<p hidden style="visibility:visible">b</p></div>c', ['p: c']],
    ['collapse', '<table><tr style="visibility:collapse"><td>a<td>b<tr><td>c<td>d</table><p style="visibility:collapse">e</p>', ['p: c', 'p: d']],
    ['an invisible block stands between, an invisible word does not', 'a<div style="visibility:hidden">b</div>c<b style="visibility:hidden">d</b>e', ['p: a', 'p: ce']],
    ['content-visibility', 'a<div style="content-visibility:hidden">b<p style="content-visibility:visible">c</p></div>d', ['p: a', 'p: d']],
    ['content-visibility of what is no box', '<p>x<span style="content-visibility:hidden">a</span>b<span style="display:inline-block;content-visibility:hidden">c</span>d', ['p: xabd']],
    ['content-visibility in a table', '<table><tr><td style="content-visibility:hidden">a<td>b<tr style="content-visibility:hidden"><td>c<td>d</table>', ['p: b', 'p: c', 'p: d']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html).map((line) => line.replace(/^table[^:]*:/u, 'p:'))).toEqual(expected);
  }); // prettier-ignore

  test('text that is invisible is unseen text, each once', () => {
    const page = read('<div style="visibility:hidden">a <p style="visibility:visible">b</p>c<u>d</u></div>e');
    expect(page.blocks.map(({ text }) => text)).toEqual(['b', 'e']);
    expect(page.unseen.map(({ where, text }) => [where, text])).toEqual([['hidden', 'a c'], ['hidden', 'd']]); // prettier-ignore
  });
});

describe('fallbacks', () => {
  test.each<[string, string, string[]]>([
    ['of progress and meter', '<p>a <progress max=3 value=1>b</progress> <meter value=1>c</meter> d', ['p: a d']],
    ['of audio, video, canvas, frames and data lists', 'a <audio controls>b</audio> <video>c</video> <canvas>d</canvas> <iframe>e</iframe> <datalist>f<option>g</datalist> h', ['p: a h']],
    ['of an object that has nothing to load is shown', 'a <object>b</object> <object classid="clsid:1">c</object> d', ['p: a b c d']],
    ['of an object for a plugin is shown', '<object data=x.swf type=application/x-shockwave-flash>a</object> b', ['p: a b']],
    ['of an object that can be loaded is not', '<object data=x.pdf type=application/pdf>a</object> <object data=x.svg>b</object> c', ['p: c']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore
});

describe('display', () => {
  test.each<[string, string, string[]]>([
    ['inline boxes do not split words', ['inline-block', 'inline-flex', 'inline-grid', 'inline-table', 'contents'].map((display) => `<p>un<b style="display:${display}">do</b>ne`).join(''), ['p: undone', 'p: undone', 'p: undone', 'p: undone', 'p: undone']],
    ['what is in flex or grid stands apart', '<div style="display:flex">a<b>b</b>c<i>d</i><x-y>e</x-y></div><div style="display:grid"><b>f</b><i>g</i></div>', ['p: a', 'p: b', 'p: c', 'p: d', 'p: e', 'p: f', 'p: g']],
    ['and in inline-flex', '<span style="display:inline-flex"><b>a</b><i>b</i></span>', ['p: a', 'p: b']],
    ['only its children do', '<div style="display:flex"><span><b>a</b><i>b</i></span></div><div style="display:-webkit-box"><b>c</b><i>d</i></div>', ['p: ab', 'p: cd']],
    ['or those of a child without a box', '<div style="display:flex"><u style="display:contents"><b>a</b><i>b</i>c</u></div>', ['p: a', 'p: b', 'p: c']],
    ['their own display does not matter, unless they have none', '<div style="display:flex">a<b style="display:none">b</b>c<i style="display:inline">d</i>e</div>', ['p: ac', 'p: d', 'p: e']],
    ['what is not rendered splits nothing there, a picture does', '<div style="display:flex">un<script></script>do<style></style>ne<img>a</div>', ['p: undone', 'p: a']],
    ['a division can stand in the line', 'un<div style="display:inline">do</div><section style="display:inline-block">ne</section>', ['p: undone']],
    ['items, paragraphs and headings stay by themselves', '<ul><li style="display:inline">a</li><li style="display:inline">b</li></ul><p style="display:inline">c</p><h2 style="display:inline">d</h2>', ['ul[ul 0]: a', 'ul[ul 1]: b', 'p: c', 'h2: d']],
    ['flex in code', '<pre style="display:flex"><i>a</i><i>b</i></pre>', ['code: a\nb']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore
});

describe('declarative shadow roots', () => {
  test.each<[string, string, string[]]>([
    ['are shown, with what is in their slots', '<x-a><template shadowrootmode=open><h1>a</h1><slot></slot><p>b</p></template><p>c</p>d</x-a>', ['h1: a', 'p: c', 'p: d', 'p: b']],
    ['slots have names', '<x-a><template shadowrootmode=closed><slot name=y></slot>, <slot></slot></template>a<i slot=y>b</i></x-a>', ['p: b, a']],
    ['what has no slot is not shown', '<x-a><template shadowrootmode=open>a <slot name=y></slot></template>b<i slot=z>c</i><i slot=y>d</i></x-a>', ['p: a d']],
    ['a slot with nothing in it shows its own', '<x-a><template shadowrootmode=open><slot>a</slot> <slot name=y>b</slot> <slot name=z>c</slot></template><i slot=y>d</i></x-a>', ['p: a d c']],
    ['the first of two slots of a name is filled', '<x-a><template shadowrootmode=open><slot>a</slot> <slot>b</slot></template>c</x-a>', ['p: c b']],
    ['in a shadow root', '<x-a><template shadowrootmode=open><x-b><template shadowrootmode=open>(<slot></slot>)</template><slot></slot></x-b></template>a</x-a>', ['p: (a)']],
    ['in what a slot is given', '<x-a><template shadowrootmode=open>a <slot></slot></template><x-b><template shadowrootmode=open>b</template>c</x-b></x-a>', ['p: a b']],
    ['an element has one', '<section><template shadowrootmode=OPEN>a</template><template shadowrootmode=open>b</template></section>', ['p: a']],
    ['not every element can have one', '<i><template shadowrootmode=open>a</template>b</i>', ['p: b']],
    ['a template of another mode is none', '<div><template shadowrootmode=shut>a</template><template>b</template>c</div>', ['p: c']],
    ['a slot stands apart where its place does', '<div style="display:flex"><template shadowrootmode=open><slot></slot><b>a</b></template><i>b</i><i>c</i></div>', ['p: b', 'p: c', 'p: a']],
  ])('%s', (_name, html, expected) => {
    expect(outline(html)).toEqual(expected);
  }); // prettier-ignore

  test('their text has its place, what has no slot is unseen', () => {
    const page = read('<x-a><template shadowrootmode=open><p>a</p></template><b>b</b></x-a>');
    expect(pathAt(page, { block: 0, start: 0 })).toBe('html > body > x-a > p');
    expect(page.unseen).toEqual([{ where: 'unrendered', text: 'b', path: 'html > body > x-a > template' }]);
  });
});

describe('XHTML', () => {
  const XHTML = 'application/xhtml+xml; charset=utf-8';
  const page = (body: string): string =>
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body>${body}</body></html>`;

  test.each<[string, string, string[]]>([
    ['elements may end where they begin', '<p>a<a id="x"/>b</p><div/><textarea/><iframe/><style/><noscript/><select/><xmp/><plaintext/>c<i/>d<h1/>e', ['p: ab', 'p: cd', 'p: e']],
    ['in lists and tables', '<ul><li/><li>a</li></ul><table><tr><th/><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>', ['ul[ul 1]: a', 'table[0,1]: b', 'table[1,0]: c', 'table[1,1]: d']],
    ['sections of characters are text', '<p>a<![CDATA[<b>&amp;]]></p><script><![CDATA[ "</script>no" ]]></script><p>b</p>', ['p: a<b>&amp;', 'p: b']],
    ['instructions are not', '<p>a<?php if (a > b) ?>b</p>', ['p: ab']],
    ['line breaks with end tags', '<p>a<br></br>b<hr/>c<img src="x"/>d</p>', ['p: a\nb', 'p: c d']],
    ['comments stay comments', '<!-- <![CDATA[ --><p>a</p><!-- ]]> -->', ['p: a']],
  ])('%s', (_name, body, expected) => {
    expect(outline(page(body), XHTML)).toEqual(expected);
  }); // prettier-ignore

  test('declarations of entities are no text', () => {
    expect(outline('<!DOCTYPE html [<!ENTITY x "y>z">]><html><body>a</body></html>', XHTML)).toEqual([
      'p: a',
    ]);
  });

  test('it is the content type that says so', () => {
    for (const type of ['application/xhtml+xml', 'text/xml', 'Application/XML;charset=utf-8'])
      expect(outline(page('a'), type)).toEqual(['p: a']);
    for (const type of ['text/html', 'text/html; x=application/xml', undefined])
      expect(outline(page('a'), type)).toEqual([]);
    const bytes = Buffer.from(page('a'));
    expect(pageToDocument({ bytes, media: 'html', contentType: XHTML }).blocks[0]!.text).toBe('a');
  });
});

function read(html: string): PageDocument {
  return pageToDocument({ bytes: Buffer.from(html), media: 'html' });
}
