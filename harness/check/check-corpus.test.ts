import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCorpus } from '../corpus/open.ts';
import { checkCorpus } from './check-corpus.ts';
import { checked, corpusOf } from './fixtures/checked.ts';
import { RULES } from './register.ts';
import { goldNotInPage } from './rules/gold-not-in-page.ts';
import { sharedSite } from './rules/shared-site.ts';

const today = '2026-11-22';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-check-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('problems of a native corpus stand at their lines', async () => {
  const page = join(folder, 'pages', 'a.example', 'story');
  await mkdir(page, { recursive: true });
  const rest = 'It is long enough for one word not to count for much.';
  await writeFile(join(page, 'page.txt'), `One. ${rest}\nTwo.\n`);
  await writeFile(join(page, 'gold.yaml'), `body:\n  - p: One. ${rest}\n  - p: Three.\n`);
  const opened = await openCorpus(folder);
  if (opened.status !== 'ok') throw new Error('faulty');
  const { problems, rules } = await checkCorpus(opened.corpus, { rules: RULES, today });
  expect(problems).toEqual([
    {
      code: 'gold-not-in-page',
      file: join(page, 'gold.yaml'),
      line: 3,
      column: 5,
      path: 'body[1]',
      page: 'a.example/story',
      found: 'p "Three.", which is nowhere in the page',
      expected: 'text of the page, white space aside',
      fix: 'write it as the page has it, or take the entry away',
    },
  ]);
  expect(rules.map(({ rule }) => rule)).toEqual(RULES.map(({ name }) => name));
  expect(rules[0]).toEqual({ rule: 'gold-not-in-page', problems: 1, pages: 1, excepted: 0 });
});

const gold = 'body:\n  - p: Lost.\n  - p: Gone.\n';
const pages = ['a.example/1', 'a.example/2'].map((id, index) =>
  checked({ id, text: 'Found.', gold, slices: { split: index === 0 ? 'dev' : 'test' } }),
);
const exception = { reason: 'known', file: 'exceptions.yaml' };

test('problems of a dataset name its page; exceptions take them away and are counted', async () => {
  const { problems, rules, unused } = await checkCorpus(corpusOf(pages), {
    rules: [goldNotInPage, sharedSite],
    exceptions: [
      { ...exception, rule: 'gold-not-in-page', subject: 'a.example/2' },
      { ...exception, rule: 'shared-site', subject: 'a.example' },
      { ...exception, rule: 'gold-not-in-page', subject: 'a.example/3' },
      { ...exception, rule: 'mojibake', subject: 'a.example/1' },
    ],
    today,
  });
  expect(problems.map(({ file, page }) => [file, page])).toEqual([
    ['toy:a.example/1', 'a.example/1'],
    ['toy:a.example/1', 'a.example/1'],
  ]);
  expect(rules).toEqual([
    { rule: 'gold-not-in-page', problems: 2, pages: 1, excepted: 2 },
    { rule: 'shared-site', problems: 0, pages: 0, excepted: 1 },
  ]);
  // The exception from a rule that did not run may be needed.
  expect(unused.map(({ rule, subject }) => [rule, subject])).toEqual([['gold-not-in-page', 'a.example/3']]);
});

test('a site is named by the corpus; every page is told of', async () => {
  const seen: string[] = [];
  const { problems } = await checkCorpus(corpusOf(pages), {
    rules: [sharedSite],
    today,
    onPage: (id) => seen.push(id),
  });
  expect(problems).toMatchObject([{ code: 'shared-site', file: 'toy', site: 'a.example' }]);
  expect(seen).toEqual(['a.example/1', 'a.example/2']);
});

test('no pages: no problems', async () => {
  const { problems, rules } = await checkCorpus(corpusOf([]), { rules: RULES, today });
  expect(problems).toEqual([]);
  expect(rules).toHaveLength(RULES.length);
});
