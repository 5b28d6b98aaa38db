import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { notHidden } from './not-hidden.ts';

const html = `<p>The ferry sails on Monday.</p><ul><li>Deck one</li><li>Deck two</li></ul>
  <nav>Home</nav><nav style="display:none">Home</nav><p hidden>Seen by nobody.</p>
  <p>Half of it <span hidden>is not shown</span></p>`;

test('what a reader sees is not hidden: the problem stands at the line of "from"', () => {
  const gold = `body:
  - p: The ferry sails on Monday.
    from: hidden
`;
  const page = checked({ html, gold });
  expect(findingsOf(notHidden, page)).toEqual([
    {
      path: 'body[0].from',
      found: '"from: hidden" on p "The ferry sails on Monday.", which a reader of the page sees',
      expected: 'text of elements that the page hides',
      fix: 'take "from: hidden" away; if only a part of the text is hidden, say it of that part',
    },
  ]);
  expect(page.places?.get('body[0].from')).toEqual({ line: 3, column: 5 });
});

test('a list is one problem; a block in an item has its own; boilerplate counts', () => {
  const gold = `body:
  - ul: [ "Deck one", "Deck two" ]
    from: hidden
  - ol:
      - - p: The ferry sails on Monday.
          from: hidden
boilerplate:
  - nav: [ "Seen by nobody.", "Deck two" ]
    from: hidden
`;
  expect(findingsOf(notHidden, checked({ html, gold })).map(({ path }) => path)).toEqual([
    'body[0].from',
    'body[1].items[0][0].from',
    'boilerplate[1].from',
  ]);
});

test('gold of a dataset has no lines', () => {
  const body = [{ type: 'block', kind: 'p', optional: false, text: 'Deck one', from: 'hidden' } as const];
  expect(findingsOf(notHidden, checked({ html, gold: { body } }))).toMatchObject([{ path: 'body[0]' }]);
});

test('what is hidden, also in part or beside a place where it is shown, or is nowhere, gives nothing', () => {
  const gold = `body:
  - p: Seen by nobody.
    from: hidden
  - p: Half of it is not shown
    from: hidden
  - p: Not in the page
    from: hidden
boilerplate:
  - nav: Home
    from: hidden
`;
  expect(findingsOf(notHidden, checked({ html, gold }))).toEqual([]);
});

test('plain text hides nothing', () => {
  const gold = 'body:\n  - p: Deck one\n    from: hidden\n';
  expect(findingsOf(notHidden, checked({ text: 'Deck one\n', gold }))).toHaveLength(1);
});
