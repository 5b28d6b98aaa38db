import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { datasetOnDisk, openSound } from './fixtures/dataset-on-disk.ts';

const disk = datasetOnDisk();

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
    await disk.write({
      'tests/evaldata.json': JSON.stringify({
        'https://www.b.co.uk/x': label,
        'https://a.example/y': {
          file: 'a.html',
          with: ['x'],
          without: [],
          author: ['A', 'B'],
          date: '2022-01.26',
          sitename: 'S',
        },
      }),
      'tests/eval/a.html': 'a',
      'tests/eval/b.html': 'stale',
      'tests/cache/b.html': Uint8Array.of(0x62, 0xe9),
    });
    const corpus = await openSound(`trafilatura:${disk.folder}`);
    expect(corpus).toMatchObject({ name: 'trafilatura', gold: 'segments' });
    expect(corpus.pages.map(({ id, site }) => [id, site])).toEqual([
      ['a.html', 'a.example'],
      ['b.html', 'b.co.uk'],
    ]);
    const first = await corpus.read(corpus.pages[0]!);
    expect(first.gold.metadata).toEqual({ authors: ['A', 'B'], publisher: 'S' });
    const { page, gold } = await corpus.read(corpus.pages[1]!);
    expect([...page.bytes]).toEqual([0x62, 0xe9]);
    expect(page.url).toBe('https://www.b.co.uk/x');
    expect(page.contentType).toBeUndefined();
    expect(gold.about).toEqual({ url: 'https://www.b.co.uk/x', traits: [] });
    expect(gold.body).toBeUndefined();
    expect(gold.segments).toEqual({ with: ['one'], without: ['menu'] });
    expect(gold.metadata).toEqual({ title: 'T', published: '2020-01-27' });
  });

  test('a key that is no address is none; the site is what the name of the file begins with', async () => {
    const keys = ['hard::news.co.uk-some-title.html', 'recall::zoo-berlin.de.2023.01-x.html', 'xhttps://c.com/', 'hard::title.html']; // prettier-ignore
    const files = [
      'news.co.uk-some-title.html',
      'zoo-berlin.de.2023.01-x.html',
      'blog.c.com.html',
      'title.html',
    ];
    const labels = keys.map((key, index) => [key, { ...label, file: files[index] }] as const);
    await disk.write({
      'tests/evaldata.json': JSON.stringify(Object.fromEntries(labels)),
      ...Object.fromEntries(files.map((file) => [`tests/eval/${file}`, 'x'])),
    });
    const corpus = await openSound(`trafilatura:${disk.folder}`);
    expect(corpus.pages.map(({ site }) => site)).toEqual(['c.com', 'news.co.uk', 'unknown', 'zoo-berlin.de']);
    for (const reference of corpus.pages) {
      const { page, gold } = await corpus.read(reference);
      expect([page.url, gold.about.url]).toEqual([undefined, undefined]);
    }
  });

  test.each<[string, Record<string, string>, string]>([
    ['no labels', {}, 'there is no {}/tests/evaldata.json; trafilatura:PATH takes a clone of adbar/trafilatura'],
    ['labels that are no JSON', { 'tests/evaldata.json': '{' }, '{}/tests/evaldata.json is not JSON; get the file again'],
    ['a page missing', { 'tests/evaldata.json': JSON.stringify({ u: label }) }, 'there is no {}/tests/eval/b.html'],
    ['an entry without a file', { 'tests/evaldata.json': '{"u": {}}' }, 'the entry "u" names no "file"'],
    ['two entries of one file', { 'tests/evaldata.json': JSON.stringify({ u: label, v: { ...label, file: './b.html' } }), 'tests/eval/b.html': '' }, 'evaldata.json: the entries "v" and "u" both name the file "b.html"; expected one entry for each file; remove one of them'],
    ['an entry without segments', { 'tests/evaldata.json': '{"u": {"file": "b.html"}}', 'tests/eval/b.html': '' }, 'the entry "u" has no segments'],
  ])('%s is one clear message', async (_name, files, message) => {
    await disk.write(files);
    await expect(openSound(`trafilatura:${disk.folder}`)).rejects.toThrow(message.replace('{}', disk.folder));
  }); // prettier-ignore
});

describe('the wcxb source', () => {
  const truth = { title: 'T', author: 'A. B', publish_date: null, main_content: 'One.\n\nTwo.', with: ['One ', ' '], without: ['menu'] }; // prettier-ignore

  test('reads both splits, or one', async () => {
    await disk.write({
      'dev/ground-truth/0005.json': JSON.stringify({ url: 'https://x.example/1', _internal: { page_type: { primary: 'forum' } }, ground_truth: truth }),
      'dev/html/0005.html.gz': gzipSync('<p>One.'),
      'test/ground-truth/0002.json': JSON.stringify({ url: 'https://y.example/2', _internal: { page_type: 'category' }, ground_truth: { main_content: null } }),
      'test/html/0002.html.gz': gzipSync('<p>Links'),
    }); // prettier-ignore
    const both = await openSound(`wcxb:${disk.folder}`);
    expect(both).toMatchObject({ name: 'wcxb', gold: 'text' });
    expect(both.pages).toEqual([
      { id: 'dev/0005', site: 'x.example', media: 'html', slices: { traits: [], language: 'en', split: 'dev', kind: 'forum' } },
      { id: 'test/0002', site: 'y.example', media: 'html', slices: { traits: [], language: 'en', split: 'test', kind: 'collection' } },
    ]); // prettier-ignore
    const nothing = await both.read(both.pages[1]!);
    expect(nothing.gold.body).toEqual([]);
    expect(nothing.gold.segments).toBeUndefined();
    const dev = await openSound(`wcxb:${disk.folder}#dev`);
    expect(dev.name).toBe('wcxb-dev');
    const { page, gold } = await dev.read(dev.pages[0]!);
    expect(Buffer.from(page.bytes).toString()).toBe('<p>One.');
    expect(gold.body).toHaveLength(2);
    expect(gold.segments).toEqual({ with: ['One '], without: ['menu'] });
    expect(gold.metadata).toEqual({ title: 'T', authors: ['A. B'] });
    expect(gold.about).toEqual({ url: 'https://x.example/1', traits: [], language: 'en', kind: 'forum' });
  });

  test('a # in the path names a split only behind what exists', async () => {
    await disk.write({
      'c#1/dev/ground-truth/1.json': JSON.stringify({ ground_truth: truth }),
      'c#1/dev/html/1.html.gz': gzipSync(''),
    });
    expect((await openSound(`wcxb:${disk.folder}/c#1`)).name).toBe('wcxb');
    expect((await openSound(`wcxb:${disk.folder}/c#1#dev`)).name).toBe('wcxb-dev');
    await expect(openSound(`wcxb:${disk.folder}/c#1#dve`)).rejects.toThrow('wcxb has no split "dve"');
    await expect(openSound(`wcxb:${disk.folder}/c#2`)).rejects.toThrow('wcxb has no split "2"');
  });

  test('a page without snippets is labelled as such, where it has lists of them', async () => {
    const empty = { ground_truth: { ...truth, publish_date: '2015-11', with: [], without: [] } };
    await disk.write({
      'dev/ground-truth/1.json': JSON.stringify(empty),
      'dev/html/1.html.gz': gzipSync(''),
    });
    const corpus = await openSound(`wcxb:${disk.folder}`);
    const { gold } = await corpus.read(corpus.pages[0]!);
    expect(gold.segments).toEqual({ with: [], without: [] });
    expect(gold.metadata.published).toBeUndefined();
  });

  test.each<[string, Record<string, string>, string]>([
    ['no folder', {}, 'there is no {}/dev/ground-truth/*.json, {}/test/ground-truth/*.json; wcxb:PATH takes a clone of'],
    ['a page missing', { 'dev/ground-truth/1.json': '{"ground_truth":{}}' }, 'there is no {}/dev/html/1.html.gz; wcxb:PATH'],
    ['a label that is no JSON', { 'dev/ground-truth/1.json': '{', 'dev/html/1.html.gz': '' }, '{}/dev/ground-truth/1.json is not JSON'],
    ['a label without gold', { 'dev/ground-truth/1.json': '{}', 'dev/html/1.html.gz': '' }, 'dev/ground-truth/1.json has no map "ground_truth"'],
  ])('%s is one clear message', async (_name, files, message) => {
    await disk.write(files);
    await expect(openSound(`wcxb:${disk.folder}`)).rejects.toThrow(message.replaceAll('{}', disk.folder));
  }); // prettier-ignore

  test('a split that nobody knows, or that is not there, is told', async () => {
    await expect(openSound(`wcxb:${disk.folder}#train`)).rejects.toThrow('wcxb has no split "train"');
    await expect(openSound(`wcxb:${disk.folder}#test`)).rejects.toThrow(
      `there is no ${disk.folder}/test/ground-truth/*.json`,
    );
  });
});
