import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CommandLine } from './fixtures/command-line.ts';

const at = CommandLine.inNewFolder();

test('from a saved page to a checked label by changing keys', async () => {
  await mkdir(join(at.folder, 'mine'));
  await writeFile(join(at.folder, 'story.html'), '<nav>Home</nav><h1>A title</h1><ul><li>one<li>two</ul>');
  const added = await at.assayHere(
    'corpus',
    'add',
    'story.html',
    '--site',
    'wire.example',
    '--corpus',
    'mine',
  );
  expect(added).toEqual({
    code: 0,
    stdout: `wire.example/story: 3 blocks to label and 9 keys to fill in, in mine/pages/wire.example/story/gold.yaml
Change each "todo …" to a kind (p, h2, ul …) or a category of boilerplate (nav, related …), then run: assay corpus check mine
`,
    stderr: '',
  });
  const file = join(at.folder, 'mine/pages/wire.example/story/gold.yaml');
  const keys = ['nav', 'title', 'ul'];
  const begun = await readFile(file, 'utf8');
  const labelled = begun.slice(begun.indexOf('body:')).replaceAll(/todo \w+/gu, () => keys.shift() ?? '');
  await writeFile(file, labelled);
  const checked = await at.assayHere('corpus', 'check', 'mine');
  expect(checked.stdout).toBe('mine: 1 page, no problems\n');
  expect(checked.code).toBe(0);
});

test('without a corpus in sight it has to be named', async () => {
  const { code, stderr } = await at.assayHere('corpus', 'add', 'story.html', '--site', 'wire.example');
  expect(code).toBe(2);
  expect(stderr).toContain('which corpus the page belongs to is not clear');
});

test('a page whose letters are lost is added, with a warning; what is no page is refused', async () => {
  await mkdir(join(at.folder, 'lost'));
  const lost = '<meta charset=utf-8><p>\xe4 \xf6 \xfc \xdf \xe9';
  await writeFile(join(at.folder, 'lost.html'), Buffer.from(lost, 'latin1'));
  await writeFile(join(at.folder, 'picture.html'), Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
  const add = (file: string) =>
    at.assayHere('corpus', 'add', file, '--site', 'wire.example', '--corpus', 'lost');
  expect(await add('lost.html')).toMatchObject({
    code: 0,
    stderr:
      'wire.example/lost: 5 characters of the page are lost (U+FFFD); it was read as UTF-8, because a meta element of it says so; see whether it was saved or declared in a wrong encoding before you label it\n',
  });
  expect(await add('picture.html')).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'assay: picture.html looks like a PNG picture, which is no page; take the page itself, as HTML or as plain text in UTF-8\n',
  });
});
