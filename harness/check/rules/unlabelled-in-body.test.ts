import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { unlabelledInBody } from './unlabelled-in-body.ts';

const html =
  '<nav>Home</nav><h1>Head</h1><p>One.</p><p id=lost>Lost.</p><div>or</div><p>Two.</p><p>12:30</p>';
const body = 'body:\n  - title: Head\n  - p: One.\n  - p: Two.\n';
const nav = 'boilerplate:\n  - nav: Home\n';

test('two words between blocks of the body are two problems, at the line of the block before; behind it they are none', () => {
  expect(findingsOf(unlabelledInBody, checked({ html, gold: body + nav }))).toEqual([
    {
      path: 'body[1]',
      line: 3,
      column: 5,
      page: 'site.example/page',
      found: 'no label on "Lost" in html > body > p#lost, between p "One." and p "Two."',
      expected: 'a label on all text between the first and the last block of the body',
      fix: 'add it to the body in its place: as a block, or as boilerplate by its category',
    },
    expect.objectContaining({
      found: 'no label on "or" in html > body > div, between p "One." and p "Two."',
    }),
  ]);
});

test('two paragraphs that were deleted from gold are found in a page of a thousand others', () => {
  const paragraphs = Array.from({ length: 300 }, (_, index) => `The paragraph with the number ${index}.`);
  const page = `<nav>Home</nav>${paragraphs.map((text) => `<p>${text}`).join('')}`;
  const kept = paragraphs.filter((_, index) => index !== 100 && index !== 200);
  const gold = `body:\n${kept.map((text) => `  - p: ${text}\n`).join('')}${nav}`;
  expect(findingsOf(unlabelledInBody, checked({ html: page, gold })).map(({ path }) => path)).toEqual([
    'body[99]',
    'body[198]',
  ]);
});

test('boilerplate between blocks has a label, and so has a post', () => {
  const gold = `body:\n  - title: Head\n  - post:\n      - p: One.\n      - ui: Lost.\n  - ad: or\n  - p: Two.\n${nav}`;
  expect(findingsOf(unlabelledInBody, checked({ html, gold }))).toEqual([]);
});

test('a page without boilerplate counts where most pages of its corpus label it, and only there', () => {
  const bare = checked({ id: 'site.example/bare', html, gold: body });
  const labelled = ['a', 'b'].map((id) =>
    checked({ id: `site.example/${id}`, html: '<nav>Home', gold: `body: []\n${nav}` }),
  );
  expect(findingsOf(unlabelledInBody, bare)).toEqual([]);
  expect(findingsOf(unlabelledInBody, bare, labelled[0]!)).toEqual([]);
  expect(findingsOf(unlabelledInBody, bare, ...labelled)).toHaveLength(2);
});
