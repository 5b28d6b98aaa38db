import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Corpus } from '../../model/page.ts';
import { openCorpus } from '../open.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-aeb-'));
  await mkdir(join(folder, 'html'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeDataset(truth: Record<string, unknown>, pages: Record<string, string>): Promise<void> {
  await writeFile(join(folder, 'ground-truth.json'), JSON.stringify(truth));
  for (const [id, html] of Object.entries(pages)) {
    await writeFile(join(folder, 'html', `${id}.html.gz`), gzipSync(html));
  }
}

async function open(): Promise<Corpus> {
  const opened = await openCorpus(`aeb:${folder}`);
  if (opened.status !== 'ok') throw new Error('faulty');
  return opened.corpus;
}

describe('the aeb source', () => {
  test('reads pages and gold in place', async () => {
    await writeDataset(
      {
        ff: { articleBody: 'One.\n\n  Two é. \n', url: 'https://blog.news.co.uk/x' },
        aa: { articleBody: '' },
      },
      { ff: '<p>é', aa: '' },
    );
    const corpus = await open();
    expect(corpus.name).toBe('aeb');
    expect(corpus.pages).toEqual([
      { id: 'aa', site: 'unknown', media: 'html', slices: { traits: [] } },
      { id: 'ff', site: 'news.co.uk', media: 'html', slices: { traits: [] } },
    ]);
    const { page, gold } = await corpus.read(corpus.pages[1]!);
    expect(page).toMatchObject({ url: 'https://blog.news.co.uk/x', contentType: 'text/html; charset=utf-8' });
    expect(Buffer.from(page.bytes).toString('utf8')).toBe('<p>é');
    expect(gold.body).toEqual([
      { type: 'block', kind: 'p', optional: false, text: 'One.' },
      { type: 'block', kind: 'p', optional: false, text: 'Two é.' },
    ]);
    expect((await corpus.read(corpus.pages[0]!)).gold.body).toEqual([]);
  });

  test('one page is opened without the files of the others', async () => {
    const truth = { aa: { articleBody: 'One.' }, ff: { articleBody: 'Two.' } };
    await writeDataset(truth, { aa: '<p>One.', ff: '<p>Two.' });
    const all = await open();
    await rm(join(folder, 'html', 'aa.html.gz'));
    const opened = await openCorpus(`aeb:${folder}`, undefined, 'ff');
    if (opened.status !== 'ok') throw new Error('faulty');
    expect(opened.corpus.pages).toEqual([all.pages[1]]);
    expect(await opened.corpus.read(opened.corpus.pages[0]!)).toEqual(await all.read(all.pages[1]!));
  });

  test.each<[string, () => Promise<void>, string]>([
    ['no ground truth', () => Promise.resolve(), 'there is no {}/ground-truth.json; aeb:PATH takes a clone of'],
    ['no folder', () => rm(folder, { recursive: true }), 'there is no folder {}; aeb:PATH takes a clone of'],
    ['a page missing', () => writeDataset({ aa: { articleBody: 'x' } }, {}), 'there is no {}/html/aa.html.gz'],
    ['no JSON', () => writeFile(join(folder, 'ground-truth.json'), '{'), '{}/ground-truth.json is not JSON'],
    ['a list', () => writeFile(join(folder, 'ground-truth.json'), '[]'), 'ground-truth.json holds no map; aeb:PATH takes'],
    ['an entry without text', () => writeDataset({ aa: { url: 'x' } }, { aa: '' }), 'the entry "aa" has no text "articleBody"'],
  ])('%s is one clear message', async (_name, prepare, message) => {
    await prepare();
    await expect(open()).rejects.toThrow(message.replace('{}', folder));
  }); // prettier-ignore
});

test('a page that cannot be decompressed is one clear message', async () => {
  await writeDataset({ aa: { articleBody: 'x' } }, {});
  await writeFile(join(folder, 'html', 'aa.html.gz'), 'no gzip');
  const corpus = await open();
  await expect(corpus.read(corpus.pages[0]!)).rejects.toThrow(
    `${folder}/html/aa.html.gz cannot be decompressed; get the file again`,
  );
});
