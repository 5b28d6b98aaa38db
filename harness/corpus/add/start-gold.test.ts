import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyCharacter } from '../../fixtures/any-character.ts';
import { htmlToDocument } from '../../document/html.ts';
import { readGold } from '../../gold/read-gold.ts';
import { startGold } from './start-gold.ts';

function start(html: string, type = 'text/html; charset=utf-8') {
  return startGold({ media: 'html', bytes: Buffer.from(html), response: { type }, suggestedName: 'x' });
}

/** What the file holds below its head. */
function bodyOf(html: string): string {
  return start(html).text.replace(/^[^]*?\nbody:/u, 'body:');
}

describe('gold that is begun', () => {
  test('holds what stands behind a script that XML closes', () => {
    const html = '<html><head><script src="a.js"/></head><body><h1>A</h1><p>b</p></body></html>';
    expect(start(html, 'application/xhtml+xml').todos).toBe(2);
    expect(start(html).todos).toBe(0);
  });

  test('holds what is known of the page, and its blocks in order', () => {
    const page = {
      media: 'html',
      bytes: Buffer.from('<h1>Head: line</h1><nav>Home</nav><p hidden>x<p>\xe9 <b>o</b>ne<br>two', 'latin1'),
      url: 'https://a.example/story#top',
      captured: '2025-07-09',
      response: { status: 404, type: 'text/html; charset=latin1' },
      suggestedName: 'x',
    } as const;
    expect(startGold(page, { schema: '../../../gold.schema.json' })).toEqual({
      todos: 3,
      keys: 8,
      text: `# yaml-language-server: $schema=../../../gold.schema.json
url: https://a.example/story#top
captured: 2025-07-09
response: { status: 404, type: text/html; charset=latin1 }
language: todo
kind: todo
traits: []
labelled: { by: todo, on: todo }
title: todo
publisher: todo
authors: todo
published: todo
body:
  - todo h1: "Head: line"
  - todo p: Home
  - todo p: |-
      é one
      two
`,
    });
  });

  test('of plain text has an entry for each line', () => {
    const bytes = Buffer.from('\ufeffOne.\r\n\r\n Two #2\n');
    const { text } = startGold({ media: 'text', bytes, suggestedName: 'x' });
    expect(text.slice(text.indexOf('body:'))).toBe('body:\n  - todo: One.\n  - todo: "Two #2"\n');
  });

  test('of a page without text says that there is nothing to extract', () => {
    expect(start('<img src=x>')).toMatchObject({ todos: 0 });
    expect(bodyOf('<img src=x>')).toBe('body: []\n');
  });

  test.each([
    ['a list', '<ul><li>one<li>two: 2</ul>', 'ul', '\n      - one\n      - "two: 2"'],
    ['a list with one item', '<ol><li>one</ol>', 'ol', '\n      - one'],
    ['a table', '<table><tr><th>Year<th>Towns<tr><td>2024<td></table>', 'table', '\n      - ["Year", "Towns"]\n      - ["2024"]'],
    ['a definition list', '<dl><dt>a<dd>b<dd>c</dl>', 'dl', '\n      - ["a", "b", "c"]'],
    ['code on one line', '<pre>x = 1  # y</pre>', 'code', ' |-\n      x = 1  # y'],
    ['code between spaces', '<pre>  a\n\n b</pre>', 'code', ' |2-\n        a\n\n       b'],
  ])('%s becomes %s by changing the key', (_, html, kind, written) => {
    const text = bodyOf(html);
    expect(text).toBe(`body:\n  - todo ${kind}:${written}\n`);
    const labelled = readGold(text.replace('todo ', ''), 'gold.yaml');
    expect(labelled.problems).toEqual([]);
    expect(labelled.gold?.body).toMatchObject([{ type: 'block', kind }]);
    if (kind === 'code') return;
    const dropped = readGold(text.replace(`todo ${kind}`, 'nav'), 'gold.yaml');
    expect(dropped.problems).toEqual([]);
    expect(dropped.gold?.body?.every((entry) => entry.type === 'boilerplate')).toBe(true);
  }); // prettier-ignore

  test('a menu with a menu in it comes apart; what is plain stays together', () => {
    expect(bodyOf('<ul><li>Home<li>News<li>More<ul><li>World<li>Sport</ul><li>About</ul>')).toBe(
      'body:\n  - todo ul:\n      - Home\n      - News\n  - todo p: More\n  - todo ul:\n      - World\n      - Sport\n  - todo p: About\n',
    );
    expect(bodyOf('<table><tr><th>a<td><ul><li>b</ul><tr><td>c<td>d</table>')).toBe(
      'body:\n  - todo p: a\n  - todo ul:\n      - b\n  - todo ul:\n      - c\n      - d\n',
    );
  });

  test('author, time and text of a comment stay apart; paragraphs of a cell are lines of one', () => {
    const comment = '<ol><li><b>Bo</b><time>9:30</time><p>First!</p><blockquote>So?</blockquote></li></ol>';
    expect(bodyOf(comment)).toBe('body:\n  - todo p: Bo9:30\n  - todo p: First!\n  - todo quote: So?\n');
    expect(bodyOf('<ul><li>one<li><p>a<p>b<li>two</ul>')).toBe(
      'body:\n  - todo p: one\n  - todo p: a\n  - todo p: b\n  - todo p: two\n',
    );
    expect(bodyOf('<table><tr><th>y<td><p>a<p>b</table>')).toBe(
      'body:\n  - todo table:\n      - - y\n        - |-\n          a\n          b\n',
    );
  });

  test('the head has what the page says of itself, if it has the form', () => {
    const begin = (head: string) => start(`<html lang=pt-BR><head>${head}</head><body><p>x`).text;
    const canonical = '<link rel="canonical" href="https://a.example/x">';
    expect(begin(`<meta property=og:url content=https://b.example>${canonical}`)).toMatch(
      /^url: https:\/\/a\.example\/x\ncaptured: todo\nresponse: .*\nlanguage: pt-BR\nkind: todo\n/u,
    );
    expect(begin('<link rel=canonical href=/x>')).toMatch(/^captured: todo\n/u);
    expect(start('<html lang="en us"><p>x').text).toContain('\nlanguage: todo\n');
  });

  test('a title that is the word is no todo', () => {
    expect(readGold('title: "todo"\nbody:\n  - p: todo\n', 'gold.yaml').problems).toEqual([]);
    expect(readGold('title: todo\nbody: []\n', 'gold.yaml').problems).toMatchObject([
      { code: 'todo-left', line: 1, found: '"title" without a value yet' },
    ]);
  });

  test('characters that YAML cannot hold do not stop it', () => {
    expect(start('<p>a\u2028b\ufeff<pre>c\u007fd</pre>').todos).toBe(2);
  });
});

test('the example of the labelling guide is what comes out, and its label has no problems', () => {
  const guide = readFileSync(new URL('../../../corpus/README.md', import.meta.url), 'utf8');
  const chapter = guide.slice(guide.indexOf('### From todo to label'));
  const [html = '', begun = '', labelled = ''] = [
    ...chapter.matchAll(/^```(?:html|yaml)\n([^]*?)^```/gmu),
  ].map(([, text]) => text);
  expect(bodyOf(html)).toBe(begun);
  expect(readGold(labelled, 'gold.yaml').problems).toEqual([]);
  const bare = (text: string): string =>
    text.slice(text.indexOf('body:')).replaceAll(/^ {2}- [a-z\d ]+:/gmu, '  - todo:');
  expect(bare(labelled)).toBe(bare(begun));
});

describe('any page', () => {
  const html = fc
    .array(
      fc.oneof(
        fc.constantFrom('<ul>', '<ol>', '<li>', '</ul>', '<p>', '<dl>', '<dt>', '<dd>', '<table>', '<tr>', '<td>', '</table>', '<pre>', '</pre>', '<blockquote>', '<br>', '<h2>', '<div>', '</div>'),
        fc.string({ unit: anyCharacter, maxLength: 6 }),
        fc.constantFrom('word', '- item', '# x', 'a: b', '"', '\u0085', '\u2028', '\n'),
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')); // prettier-ignore

  test('gives every visible block once and in order, each entry one problem', () => {
    fc.assert(
      fc.property(html, (source) => {
        const { text, todos, keys } = start(source);
        const { problems } = readGold(text, 'gold.yaml');
        expect(problems.map(({ code }) => code)).toEqual(
          Array.from({ length: todos + keys }, () => 'todo-left'),
        );
        const body = text.slice(text.indexOf('body:'));
        const { gold } = readGold(body.replaceAll(/^ {2}- todo \w+:/gmu, '  - other:'), 'gold.yaml');
        const seen = (texts: readonly string[]): string =>
          texts.join('').replace(/[\s\p{Cc}\ufeff\u200b\ufffd]/gu, '');
        const blocks = htmlToDocument(source).blocks.map((block) => block.text);
        expect(seen((gold?.body ?? []).map((entry) => ('text' in entry ? entry.text : '')))).toBe(
          seen(blocks),
        );
      }),
      { numRuns: 150 },
    );
  });
});
