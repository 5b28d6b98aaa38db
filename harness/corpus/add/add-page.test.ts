import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addPage } from './add-page.ts';
import type { NewPage } from './start-gold.ts';

let corpus: string;
beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'assay-add-'));
});
afterEach(() => rm(corpus, { recursive: true, force: true }));

const PAGE: NewPage = {
  media: 'html',
  bytes: Buffer.from('<p>\xe9\r\n', 'latin1'),
  response: { type: 'text/html; charset=latin1' },
  suggestedName: 'Über uns/..',
};
const home = (rest: object = {}) => ({ corpus, site: 'a.example', ...rest });

test('a page gets a folder after its name, its bytes untouched', async () => {
  expect(await addPage(PAGE, home())).toEqual({
    id: 'a.example/Über-uns',
    goldFile: join(corpus, 'pages/a.example/Über-uns/gold.yaml'),
    todos: 1,
    keys: 9,
  });
  const folder = join(corpus, 'pages', 'a.example', 'Über-uns');
  expect((await readdir(folder)).toSorted()).toEqual(['gold.yaml', 'page.html']);
  expect(await readFile(join(folder, 'page.html'), 'latin1')).toBe('<p>\xe9\r\n');
  expect(await readFile(join(folder, 'gold.yaml'), 'utf8')).toBe(
    'captured: todo\nresponse: { type: text/html; charset=latin1 }\nlanguage: todo\nkind: todo\ntraits: []\nlabelled: { by: todo, on: todo }\ntitle: todo\npublisher: todo\nauthors: todo\npublished: todo\nbody:\n  - todo p: é\n',
  );
  await addPage({ media: 'text', bytes: Buffer.from('One.'), suggestedName: 'one' }, home());
  expect((await readdir(join(corpus, 'pages', 'a.example', 'one'))).toSorted()).toEqual([
    'gold.yaml',
    'page.txt',
  ]);
});

test('what is there already is never touched', async () => {
  const ids = [];
  for (let count = 0; count < 3; count++)
    ids.push((await addPage({ ...PAGE, bytes: Buffer.from(`<p>${count}`), suggestedName: 'p' }, home())).id);
  expect(ids).toEqual(['a.example/p', 'a.example/p-2', 'a.example/p-3']);
  await expect(addPage(PAGE, home({ page: 'p-2' }))).rejects.toThrow(
    'pages/a.example/p-2 already, and it stays',
  );
  await mkdir(join(corpus, 'pages', 'a.example', 'empty'));
  await expect(addPage(PAGE, home({ page: 'empty' }))).rejects.toThrow('already, and it stays');
  expect(await readdir(join(corpus, 'pages', 'a.example'))).toHaveLength(4);
});

test('a page that is there already is refused', async () => {
  const page = (text: string): NewPage => ({
    media: 'html',
    bytes: Buffer.from(`<link rel=canonical href=https://a.example/x>${text}`),
    suggestedName: 'x',
  });
  await addPage(page('one'), home());
  await expect(addPage(page('one'), home({ page: 'y' }))).rejects.toThrow(
    'pages/a.example/x/page.html is this page already, byte for byte',
  );
  expect(await addPage(page('two'), home())).toMatchObject({ id: 'a.example/x-2' });
  expect(await readdir(join(corpus, 'pages', 'a.example'))).toEqual(['x', 'x-2']);
});

test('a corpus gets its corpus.yaml with its first page, and keeps one that it has', async () => {
  await addPage(PAGE, { corpus: join(corpus, 'My pages'), site: 'a.example' });
  expect(await readFile(join(corpus, 'My pages', 'corpus.yaml'), 'utf8')).toBe('name: My pages\n');
  await writeFile(join(corpus, 'corpus.yaml'), 'name: mine\n');
  await addPage(PAGE, home());
  expect(await readFile(join(corpus, 'corpus.yaml'), 'utf8')).toBe('name: mine\n');
});

test.each(['../b.example', '..', '/etc', 'a/b', '', 'a b', '.git'])(
  '%j is no site and no page',
  async (name) => {
    const message = 'cannot be the name of a folder everywhere';
    await expect(addPage(PAGE, home({ site: name }))).rejects.toThrow(message);
    await expect(addPage(PAGE, home({ page: name }))).rejects.toThrow(message);
    expect(await readdir(corpus)).toEqual([]);
  },
);

test('a site that is there in other case is refused', async () => {
  await addPage(PAGE, home());
  await expect(addPage(PAGE, home({ site: 'A.example' }))).rejects.toMatchObject({
    code: 'usage',
    message:
      '--site A.example is the folder of the site a.example on macOS and Windows; write --site a.example, or another name',
  });
  expect(await readdir(join(corpus, 'pages'))).toEqual(['a.example']);
});

test('gold points editors to the schema that the corpus has', async () => {
  await writeFile(join(corpus, 'gold.schema.json'), '{}');
  const { goldFile } = await addPage(PAGE, home());
  expect(await readFile(goldFile, 'utf8')).toMatch(
    /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/gold\.schema\.json\n/,
  );
});
