import { expect, test } from 'vitest';
import { pageToDocument } from '../document/page-document.ts';
import { readGold } from '../gold/read-gold.ts';
import { labelPage } from './label-page.ts';
import { unlabelledTexts } from './unlabelled.ts';

function textsOf(html: string, source: string) {
  const { gold } = readGold(source, 'gold.yaml');
  if (gold === undefined) throw new Error('faulty gold');
  return unlabelledTexts(labelPage(pageToDocument({ media: 'html', bytes: Buffer.from(html) }), gold));
}

test('text without a label has its element, its neighbours, and whether the body goes on behind it', () => {
  const html =
    '<nav>Home <b>News</b></nav><h1>Head</h1><p class=x>Lost words.</p><p>One.</p><footer>Foot | end';
  const { texts, tokens, unlabelled } = textsOf(
    html,
    'body:\n  - title: Head\n  - p: One.\nboilerplate:\n  - nav: Home\n',
  );
  expect([tokens, unlabelled]).toEqual([8, 5]);
  expect(
    texts.map(({ text, element, before, behind, isInBody, tokens: count }) => [
      text,
      element,
      before?.path,
      behind?.path,
      isInBody,
      count,
    ]),
  ).toEqual([
    ['News', 'html > body > nav > b', 'boilerplate[0]', 'body[0]', false, 1],
    ['Lost words', 'html > body > p.x:nth-of-type(1)', 'body[0]', 'body[1]', true, 2],
    ['Foot | end', 'html > body > footer', 'body[1]', undefined, false, 2],
  ]);
});

test('a part of a glued word counts, and a bar between two labels does not', () => {
  const glued = textsOf('<p>Share</p><p>MoreOne', 'body:\n  - p: One\nboilerplate:\n  - share: Share\n');
  expect(glued.texts.map(({ text, start, end }) => [text, start, end])).toEqual([['More', 0, 4]]);
  const bar = textsOf('<p>a | b</p>', 'body: []\nboilerplate:\n  - nav: a\n  - nav: b\n');
  expect(bar).toEqual({ texts: [], tokens: 2, unlabelled: 0 });
});

test('comments and boilerplate are no body', () => {
  const { texts } = textsOf(
    '<p>One.</p><p>Lost.</p><p>First!</p>',
    'body:\n  - p: One.\ncomments:\n  - p: First!\n',
  );
  expect(texts.map(({ isInBody }) => isInBody)).toEqual([false]);
});
