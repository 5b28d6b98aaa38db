import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Corpus } from '../../model/page.ts';
import { openCorpus } from '../open.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-dataset-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

async function open(specification: string): Promise<Corpus> {
  const opened = await openCorpus(specification);
  if (opened.status !== 'ok') throw new Error('faulty');
  return opened.corpus;
}

describe('the trafilatura source', () => {
  const label = {
    file: 'b.html',
    with: ['one '],
    without: ['menu'],
    title: 'T',
    author: '',
    date: '2020-01-27',
  };

  test('reads labels and raw bytes, from the cache before eval', async () => {
    await write({
      'tests/evaldata.json': JSON.stringify({
        'https://www.b.co.uk/x': label,
        'https://a.example/y': { file: 'a.html', with: ['x'], without: [], author: ['A', 'B'] },
      }),
      'tests/eval/a.html': 'a',
      'tests/eval/b.html': 'stale',
      'tests/cache/b.html': Uint8Array.of(0x62, 0xe9),
    });
    const corpus = await open(`trafilatura:${folder}`);
    expect(corpus).toMatchObject({ name: 'trafilatura', gold: 'segments' });
    expect(corpus.pages.map(({ id, site }) => [id, site])).toEqual([
      ['a.html', 'a.example'],
      ['b.html', 'b.co.uk'],
    ]);
    const first = await corpus.read(corpus.pages[0]!);
    expect(first.gold.metadata).toEqual({ authors: ['A', 'B'] });
    const { page, gold } = await corpus.read(corpus.pages[1]!);
    expect([...page.bytes]).toEqual([0x62, 0xe9]);
    expect(page.url).toBe('https://www.b.co.uk/x');
    expect(page.contentType).toBeUndefined();
    expect(gold.body).toBeUndefined();
    expect(gold.segments).toEqual({ with: ['one'], without: ['menu'] });
    expect(gold.metadata).toEqual({ title: 'T', published: '2020-01-27' });
  });

  test.each<[string, Record<string, string>, string]>([
    ['no labels', {}, 'there is no {}/tests/evaldata.json; trafilatura:PATH takes a clone of adbar/trafilatura'],
    ['a page missing', { 'tests/evaldata.json': JSON.stringify({ u: label }) }, 'there is no {}/tests/eval/b.html'],
    ['an entry without a file', { 'tests/evaldata.json': '{"u": {}}' }, 'the entry "u" names no "file"'],
    ['an entry without segments', { 'tests/evaldata.json': '{"u": {"file": "b.html"}}', 'tests/eval/b.html': '' }, 'the entry "u" has no segments'],
  ])('%s is one clear message', async (_name, files, message) => {
    await write(files);
    await expect(open(`trafilatura:${folder}`)).rejects.toThrow(message.replace('{}', folder));
  }); // prettier-ignore
});

describe('the wcxb source', () => {
  const truth = { title: 'T', author: 'A. B', publish_date: null, main_content: 'One.\n\nTwo.', with: ['One'], without: ['menu'] }; // prettier-ignore

  test('reads both splits, or one', async () => {
    await write({
      'dev/ground-truth/0005.json': JSON.stringify({ url: 'https://x.example/1', _internal: { page_type: { primary: 'forum' } }, ground_truth: truth }),
      'dev/html/0005.html.gz': gzipSync('<p>One.'),
      'test/ground-truth/0002.json': JSON.stringify({ url: 'https://y.example/2', _internal: { page_type: 'category' }, ground_truth: { main_content: null } }),
      'test/html/0002.html.gz': gzipSync('<p>Links'),
    }); // prettier-ignore
    const both = await open(`wcxb:${folder}`);
    expect(both).toMatchObject({ name: 'wcxb', gold: 'text' });
    expect(both.pages).toEqual([
      { id: '0002', site: 'y.example', media: 'html', slices: { traits: [], language: 'en', split: 'test', kind: 'collection' } },
      { id: '0005', site: 'x.example', media: 'html', slices: { traits: [], language: 'en', split: 'dev', kind: 'forum' } },
    ]); // prettier-ignore
    const nothing = await both.read(both.pages[0]!);
    expect(nothing.gold.body).toEqual([]);
    expect(nothing.gold.segments).toBeUndefined();
    const dev = await open(`wcxb:${folder}#dev`);
    expect(dev.name).toBe('wcxb-dev');
    const { page, gold } = await dev.read(dev.pages[0]!);
    expect(Buffer.from(page.bytes).toString()).toBe('<p>One.');
    expect(gold.body).toHaveLength(2);
    expect(gold.segments).toEqual({ with: ['One'], without: ['menu'] });
    expect(gold.metadata).toEqual({ title: 'T', authors: ['A. B'] });
  });

  test('a split that nobody knows, or that is not there, is told', async () => {
    await expect(open(`wcxb:${folder}#train`)).rejects.toThrow('wcxb has no split "train"');
    await expect(open(`wcxb:${folder}#test`)).rejects.toThrow(
      `there is no ${folder}/test/ground-truth/*.json`,
    );
  });
});
