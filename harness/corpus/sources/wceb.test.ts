import { describe, expect, test } from 'vitest';
import { datasetOnDisk, openSound } from './fixtures/dataset-on-disk.ts';
import { lz4Frame } from './fixtures/lz4-frame.ts';

const disk = datasetOnDisk();

const packed = (html: string): Buffer => lz4Frame([Buffer.from(html)], { stored: true });
const line = (fields: unknown): string => `${JSON.stringify(fields)}\n`;
const first = {
  page_id: 'f1',
  plaintext: 'One é.\n\n  Two. \n',
  url: 'https://a.b.co.uk/x',
  source: ['cetd', 'BBC_1'],
};
const second = { page_id: 'f0', plaintext: '', source: ['cetd', 'BBC_2'] };
const files = {
  'ground-truth/cetd.jsonl': line(first) + line(second),
  'html/cetd/f1.html.lz4': packed('<p>é'),
  'html/cetd/f0.html': '<p>plain',
  'ground-truth/dragnet.jsonl': line({ ...first, url: null }),
  'html/dragnet/f1.html.lz4': packed('<p>d'),
};
const below = (folder: string): Record<string, string | Uint8Array> =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));

describe('the wceb source', () => {
  test('reads all datasets of a clone, a dataset being a split', async () => {
    await disk.write(below('datasets/combined'));
    const corpus = await openSound(`wceb:${disk.folder}`);
    expect(corpus).toMatchObject({ name: 'wceb', gold: 'text' });
    expect(corpus.pages).toEqual([
      { id: 'cetd/f0', site: 'cetd/f0', media: 'html', slices: { traits: [], split: 'cetd' } },
      { id: 'cetd/f1', site: 'b.co.uk', media: 'html', slices: { traits: [], split: 'cetd' } },
      { id: 'dragnet/f1', site: 'dragnet/f1', media: 'html', slices: { traits: [], split: 'dragnet' } },
    ]);
    const { page, gold } = await corpus.read(corpus.pages[1]!);
    expect(Buffer.from(page.bytes).toString()).toBe('<p>é');
    expect(page).toMatchObject({ url: first.url, contentType: 'text/html; charset=utf-8' });
    expect(gold.body).toEqual([
      { type: 'block', kind: 'p', optional: false, text: 'One é.' },
      { type: 'block', kind: 'p', optional: false, text: 'Two.' },
    ]);
    const nothing = await corpus.read(corpus.pages[0]!);
    expect(Buffer.from(nothing.page.bytes).toString()).toBe('<p>plain');
    expect(nothing.gold.body).toEqual([]);
    expect(Buffer.from((await corpus.read(corpus.pages[2]!)).page.bytes).toString()).toBe('<p>d');
  });

  test('reads one dataset, from the folder of the archive', async () => {
    await disk.write(files);
    const corpus = await openSound(`wceb:${disk.folder}#dragnet`);
    expect(corpus.name).toBe('wceb-dragnet');
    expect(corpus.pages.map(({ id, site }) => [id, site])).toEqual([['f1', 'f1']]);
  });

  test('a # in the path names a dataset only behind what exists', async () => {
    await disk.write({ ...below('a#1'), ...below('b#2#cetd') });
    expect((await openSound(`wceb:${disk.folder}/a#1`)).name).toBe('wceb');
    expect((await openSound(`wceb:${disk.folder}/a#1#dragnet`)).name).toBe('wceb-dragnet');
    expect((await openSound(`wceb:${disk.folder}/b#2#cetd`)).name).toBe('wceb');
    await expect(openSound(`wceb:${disk.folder}/a#1#dragnt`)).rejects.toThrow('did you mean "dragnet"?');
    await expect(openSound(`wceb:${disk.folder}/a#1/none`)).rejects.toThrow(
      `${disk.folder}/a#1/none/ground-truth`,
    );
    await expect(openSound(`wceb:${disk.folder}/c#1#cetd`)).rejects.toThrow(
      `${disk.folder}/c#1/ground-truth`,
    );
  });

  test('HTML that is not packed as it says is one clear message', async () => {
    await disk.write({ ...files, 'html/cetd/f1.html.lz4': 'no lz4' });
    const corpus = await openSound(`wceb:${disk.folder}#cetd`);
    await expect(corpus.read(corpus.pages[1]!)).rejects.toThrow(
      `${disk.folder}/html/cetd/f1.html.lz4 cannot be decompressed; get the file again`,
    );
  });

  test.each<[string, Record<string, string>, string, string]>([
    ['no folder', {}, '', 'there is no {}/ground-truth/*.jsonl; wceb:PATH takes a clone of chatnoir-eu/web-content-extraction-benchmark in which datasets/combined.tar.xz has been unpacked'],
    ['an unknown dataset', {}, '#dragnt', 'there is no {}/ground-truth/*.jsonl'],
    ['a slip of the pen', { 'ground-truth/dragnet.jsonl': '' }, '#dragnt', 'wceb has no dataset "dragnt": did you mean "dragnet"? There are dragnet'],
    ['a page missing', { 'ground-truth/cetd.jsonl': line(first) }, '', 'there is no {}/html/cetd/f1.html.lz4; wceb:PATH takes'],
    ['a broken line', { 'ground-truth/cetd.jsonl': `\n{` }, '', '{}/ground-truth/cetd.jsonl:2: the line is not JSON'],
    ['a page without a name', { 'ground-truth/cetd.jsonl': '{}' }, '', 'cetd.jsonl:1: the line has no "page_id"'],
    ['a name that leads away', { 'ground-truth/cetd.jsonl': line({ page_id: '../x' }) }, '', 'cetd.jsonl:1: "../x" cannot be the name of a file'],
    ['a page without text', { 'ground-truth/cetd.jsonl': line({ page_id: 'x' }) }, '', 'cetd.jsonl:1: the page "x" has no text "plaintext"'],
    ['a page twice', { 'ground-truth/cetd.jsonl': line(second) + line(second), 'html/cetd/f0.html': '' }, '', 'cetd.jsonl:2: the page "f0" stands in line 1 already'],
  ])('%s is one clear message', async (_name, written, which, message) => {
    await disk.write(written);
    const opening = openSound(`wceb:${disk.folder}${which}`);
    await expect(opening).rejects.toThrow(message.replace('{}', disk.folder));
  }); // prettier-ignore
});
