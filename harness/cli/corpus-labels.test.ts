import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

function fileOf(corpus: string, page: string, name = 'gold.yaml'): string {
  return join(at.folder, corpus, 'pages', 'site.example', page, name);
}

test('a page with todos is left out and named; the others go on without it', async () => {
  await at.makeCorpus('begun', 3);
  await writeFile(fileOf('begun', 'p1'), 'language: todo\nbody:\n  - todo: Menu\n');
  const leftOut = 'left out: 1 page of begun with todos left (site.example/p1)\n';
  const list = await at.assayHere('corpus', 'list', 'begun');
  expect([list.code, list.stderr]).toEqual([0, leftOut]);
  expect(list.stdout).toBe('begun:site.example/p0  text\nbegun:site.example/p2  text\n');
  const stats = await at.assayHere('corpus', 'stats', 'begun', '--json');
  expect([stats.code, stats.stderr]).toEqual([0, leftOut]);
  expect(JSON.parse(stats.stdout)).toMatchObject({ corpora: [{ pages: 2 }] });
  const imported = await at.assayHere('corpus', 'import', 'begun', '--out', 'imported');
  expect([imported.code, imported.stderr]).toEqual([0, leftOut]);
  const run = await at.assayHere('run', '-c', 'begun', '-e', 'nothing', '--out', 'run-begun');
  expect([run.code, run.stderr.includes(leftOut)]).toEqual([0, true]);
  const { code, stdout } = await at.assayHere('corpus', 'check', 'begun');
  expect(code).toBe(1);
  expect(stdout).toContain('p1/gold.yaml:1:1: found "language" without a value yet');
  expect(stdout).toContain('p1/gold.yaml:3:5: found a block that nobody has labelled yet');
  expect(stdout).toMatch(/begun: 3 pages, 2 problems\n$/);
});

test('a corpus that has nothing else is refused', async () => {
  await at.makeCorpus('only-begun', 1);
  await writeFile(fileOf('only-begun', 'p0'), 'body:\n  - todo: Menu\n');
  const { code, stderr } = await at.assayHere('corpus', 'list', 'only-begun');
  expect(code).toBe(2);
  expect(stderr).toBe(
    'assay: no page is labelled yet: 1 page of only-begun with todos left (site.example/p0); finish one; assay corpus check lists the todos\n',
  );
});

test('--pages checks some pages, with the problems of their files', async () => {
  await at.makeCorpus('some', 3);
  await writeFile(fileOf('some', 'p0'), 'langauge: en\nbody: []\n');
  await writeFile(fileOf('some', 'p1'), 'body:\n  - todo: Menu\n');
  const check = async (glob: string) =>
    (await at.assayHere('corpus', 'check', 'some', '--pages', glob)).stdout;
  expect(await check('*/p0')).toMatch(/unknown key[^]*some: 1 page, 1 problem\n$/);
  expect(await check('*/p1')).toMatch(/todo-left[^]*some: 1 page, 1 problem\n$/);
  expect(await check('*/p2')).toBe('some: 1 page, no problems\n');
  expect(await check('site.example')).toMatch(/some: 3 pages, 2 problems\n$/);
  const none = await at.assayHere('corpus', 'check', 'some', '--pages', 'q*');
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('--pages "q*" matches no page')]);
});

test('the text of a page that has no label is listed with its place', async () => {
  await at.makeCorpus('bare', 2);
  await writeFile(fileOf('bare', 'p1'), 'body:\n  - p: Page 1 has a body of eight words here.\n');
  const { code, stdout } = await at.assayHere('corpus', 'unlabelled', 'p1', '-c', 'bare');
  expect(code).toBe(0);
  expect(stdout).toBe(
    'site.example/p1: 1 of 10 tokens without a label (10.0 %)\n  "Menu"\n    behind p "Page 1 has a body of eight words here."\n',
  );
  const json = await at.assayHere('corpus', 'unlabelled', 'site.example/p1', '-c', 'bare', '--json');
  expect(JSON.parse(json.stdout)).toMatchObject({
    page: 'site.example/p1',
    tokens: 10,
    unlabelled: 1,
    texts: [{ text: 'Menu', before: { path: 'body[0]', name: 'p' }, isInBody: false }],
  });
  const several = await at.assayHere('corpus', 'unlabelled', 'p', '-c', 'bare');
  expect([several.code, several.stderr]).toEqual([
    2,
    'assay: "p" fits 2 pages: site.example/p0, site.example/p1\n',
  ]);
});

test('a second label is compared, checked and formatted, and changes no digest', async () => {
  await at.makeCorpus('twice', 2);
  const digest = async () =>
    (JSON.parse((await at.assayHere('corpus', 'stats', 'twice', '--json')).stdout) as {
      corpora: { digest: string }[];
    }).corpora[0]!.digest; // prettier-ignore
  const before = await digest();
  const second = fileOf('twice', 'p0', 'gold.second.yaml');
  await writeFile(second, 'body:\n- p: "Page 0 has a body of eight words here."\n- promo: Menu\n');
  expect(await digest()).toBe(before);
  expect((await at.assayHere('corpus', 'check', 'twice')).stdout).toBe('twice: 2 pages, no problems\n');
  await at.assayHere('corpus', 'fmt', 'twice');
  expect(await readFile(second, 'utf8')).toBe(
    'body:\n  - p: Page 0 has a body of eight words here.\n  - promo: Menu\n',
  );
  // Of 10 tokens one is nav and promo. n = 20: content 18, nav 1, promo 1: (19 · 18 - 306) / (380 - 306) = 36/74.
  const { code, stdout } = await at.assayHere('corpus', 'agreement', 'twice');
  expect(code).toBe(0);
  expect(stdout).toBe(`twice · 1 page with a second label · 10 tokens · policy article
  alpha          0.486
  human ceiling  tokens F1 1.000, mean of 1 page

  content        alpha 1.000, 9 and 9 tokens
  nav            alpha 0.000, 1 and 0 tokens
  promo          alpha 0.000, 0 and 1 tokens

first and second label differ
  nav and promo: 1 token
`);
  const stats = await at.assayHere('corpus', 'stats', 'twice');
  expect(stats.stdout).toMatch(/second labels +1 page, alpha 0\.486\n +human ceiling +tokens F1 1\.000\n$/);
  const run = await at.assayHere('run', '-c', 'twice', '-e', 'recorded:twice', '--out', 'run-twice');
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(/^human \* +1 +1\.000 +1\.000 +1\.000 /mu);
  expect(run.stdout).toContain('skipped pages: human 1;');
  await writeFile(second, 'body:\n  - pp: x\n');
  const faulty = await at.assayHere('corpus', 'check', 'twice');
  expect(faulty.stdout).toMatch(
    /gold\.second\.yaml:2:5: found unknown block kind[^]*twice: 2 pages, 1 problem\n$/,
  );
  expect((await at.assayHere('corpus', 'agreement', 'twice')).code).toBe(2);
  expect((await at.assayHere('corpus', 'list', 'twice')).code).toBe(0);
});
