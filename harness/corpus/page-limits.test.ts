import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { openCorpus } from './open.ts';
import type { Corpus } from '../model/page.ts';

const folder = temporaryFolder();

/** 20,000,001 bytes: one more than is read. */
const TOO_MUCH = Buffer.alloc(20_000_001, 'x');

function write(path: string, content: string | Uint8Array): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

async function open(name: string): Promise<Corpus> {
  const opened = await openCorpus(name);
  if (opened.status === 'ok') return opened.corpus;
  throw new Error(opened.problems.map(({ found }) => found).join('\n'));
}

/** What is said of each page: why it was refused, or its text. */
async function pagesOf(corpus: Corpus): Promise<(string | undefined)[]> {
  const read = await Promise.all(corpus.pages.map((page) => corpus.read(page)));
  return read.map(({ page }) => page.refused ?? Buffer.from(page.bytes).toString());
}

test('a page of more bytes than are read costs itself alone; its digest depends on its length', async () => {
  for (const page of ['a.example/large', 'b.example/small']) {
    write(`native/pages/${page}/gold.yaml`, 'body:\n  - p: x\n');
  }
  write('native/pages/a.example/large/page.html', TOO_MUCH);
  write('native/pages/b.example/small/page.html', '<p>x');
  const corpus = await open(join(folder, 'native'));
  expect(await pagesOf(corpus)).toEqual(['20000001 bytes; at most 20000000 are read', '<p>x']);
  truncateSync(join(folder, 'native/pages/a.example/large/page.html'), 2 ** 33);
  const grown = await open(join(folder, 'native'));
  expect(await pagesOf(grown)).toEqual(['8589934592 bytes; at most 20000000 are read', '<p>x']);
  expect(grown.digest).not.toBe(corpus.digest);
});

test('a packed page is unpacked as far as the limit', async () => {
  const entries = { large: { articleBody: 'x' }, small: { articleBody: 'x' } };
  write('aeb/ground-truth.json', JSON.stringify(entries));
  write('aeb/html/large.html.gz', gzipSync(Buffer.alloc(60_000_000)));
  write('aeb/html/small.html.gz', gzipSync('<p>x'));
  expect(await pagesOf(await open(`aeb:${join(folder, 'aeb')}`))).toEqual([
    'more than 20000000 bytes when it is unpacked, the most that are read',
    '<p>x',
  ]);
});

test('so are pages beside their text, and long lines', async () => {
  write('pairs/large.html', TOO_MUCH);
  write('pairs/large.txt', 'x');
  write('pairs/small.html', '<p>x');
  write('pairs/small.txt', 'x');
  const pairs = await open(join(folder, 'pairs'));
  expect(await pagesOf(pairs)).toEqual(['20000001 bytes; at most 20000000 are read', '<p>x']);
});

test('gold that is longer than any is a problem of its page, and is not read', async () => {
  const gold = `body:\n  - p: ${'x'.repeat(2 ** 22)}\n`;
  for (const name of ['gold.yaml', 'gold.second.yaml']) write(`gold/pages/a.example/one/${name}`, gold);
  write('gold/pages/a.example/one/page.html', '<p>x');
  const opened = await openCorpus(join(folder, 'gold'));
  expect(opened.status === 'faulty' && opened.problems).toMatchObject([
    {
      code: 'page-files',
      found: '4194318 bytes of gold, which were not read',
      expected: 'at most 4194304 bytes',
      fix: 'label the article alone, or take the page out of the corpus',
    },
  ]);
});

test('what is no file is not waited for', async () => {
  write('folder/pages/a.example/one/gold.yaml', 'body: []\n');
  mkdirSync(join(folder, 'folder/pages/a.example/one/page.html'), { recursive: true });
  await expect(open(join(folder, 'folder'))).rejects.toThrow('no raw page');
});
