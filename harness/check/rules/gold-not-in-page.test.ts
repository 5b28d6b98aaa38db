import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { goldNotInPage } from './gold-not-in-page.ts';

const HTML = `<p>The ferry sails on Monday.</p><p>It has eleven cabins and a brass band.</p>
  <p hidden>Seen by nobody at all.</p><script>let x = "Told by a \\u0073cript: \\"only\\".";</script>`;

test('a block that the page does not have is found, with the place where the two part', () => {
  const gold = 'body:\n  - p: The ferry sails on Monday.\n  - p: It has eleven cabins and a choir.\n';
  expect(findingsOf(goldNotInPage, checked({ html: HTML, gold }))).toEqual([
    {
      path: 'body[1]',
      found:
        'p "It has eleven cabins and a choir.", which is nowhere in the page: the page has "eleven cabins and a brass band." where gold has "eleven cabins and a choir."',
      expected: 'text of the page, white space aside',
      fix: 'write it as the page has it, or take the entry away',
    },
  ]);
});

test('items, cells and comments are looked at one by one', () => {
  const gold = `body:
  - ul: [ "eleven cabins", "twelve cabins" ]
  - table: [["Monday", "Tuesday"]]
comments:
  - p: First!
`;
  const found = findingsOf(goldNotInPage, checked({ html: HTML, gold })).map(({ path }) => path);
  expect(found).toEqual(['body[0].items[1]', 'body[1].rows[0][1]', 'comments[0]']);
});

test('what is not seen has to say so', () => {
  const silent = 'body:\n  - p: Seen by nobody at all.\n  - p: "Told by a script: \\"only\\"."\n';
  const [hidden, script] = findingsOf(goldNotInPage, checked({ html: HTML, gold: silent }));
  expect(hidden?.found).toContain('in a hidden element of the page only');
  expect(hidden?.fix).toBe('add "from: hidden", or take the entry away');
  expect(script?.found).toContain('in a script, an attribute or the head of the page only');
  const said = `body:
  - p: Seen by nobody at all.
    from: hidden
  - p: "Told by a script: \\"only\\"."
    from: script
`;
  expect(findingsOf(goldNotInPage, checked({ html: HTML, gold: said }))).toEqual([]);
});

test('white space, glue and invisible characters make no difference', () => {
  const html = '<p>Words<b>glued</b>&nbsp;and<br>bro&shy;ken</p>';
  const gold = 'body:\n  - p: Words glued and broken\n';
  expect(findingsOf(goldNotInPage, checked({ html, gold }))).toEqual([]);
});
