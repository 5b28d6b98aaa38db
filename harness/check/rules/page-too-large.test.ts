import { expect, test } from 'vitest';
import { checkCorpus } from '../check-corpus.ts';
import { checked, corpusOf, findingsOf } from '../fixtures/checked.ts';
import { RULES } from '../register.ts';
import { pageTooLarge } from './page-too-large.ts';

const body = [{ type: 'block', kind: 'p', optional: false, text: 'Text.' }] as const;

test.each([
  ['tags', '<p>'.repeat(2 ** 18 + 1), 'a page of more than 262144 tags, the most that are read'],
  [
    'text',
    'x'.repeat(2 ** 21 + 1),
    'a page of more than 2097152 characters of text, the most that are scored',
  ],
])('a page with more %s than is read is found, and no other rule looks at it', async (_what, html, found) => {
  const { problems } = await checkCorpus(corpusOf([checked({ html, gold: { body } })]), {
    rules: RULES,
    today: '2026-11-22',
  });
  expect(problems.map((problem) => [problem.code, problem.found])).toEqual([['page-too-large', found]]);
});

test('one that was not read says why; a page of that many tags and characters is taken', () => {
  const page = checked({ html: '', gold: { body } });
  const refused = { ...page, page: { ...page.page, refused: '30000000 bytes; at most 20000000 are read' } };
  expect(findingsOf(pageTooLarge, refused)).toMatchObject([
    { found: 'a page of 30000000 bytes; at most 20000000 are read' },
  ]);
  const script = `<script>${'<p>x'.repeat(2 ** 20)}</script>`;
  const large = script + '<p>'.repeat(2 ** 18 - 2) + 'x'.repeat(2 ** 21);
  expect(findingsOf(pageTooLarge, checked({ html: large, gold: { body } }))).toEqual([]);
});
