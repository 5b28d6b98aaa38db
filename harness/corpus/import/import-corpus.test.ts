import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { BodyEntry, Gold } from '../../model/gold.ts';
import type { Corpus, LabelledPage, Page, Slices } from '../../model/page.ts';
import { openNativeCorpus } from '../native.ts';
import { importCorpus } from './import-corpus.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-import-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const BASE = { type: 'block', optional: false } as const;
const p = (text: string): BodyEntry => ({ ...BASE, kind: 'p', text });

/** Gold with what is labelled; what is not is absent. */
function goldOf(labels: Partial<Gold>): Gold {
  return { about: { traits: [] }, metadata: {}, comments: [], boilerplate: [], ...labels };
}

interface Made extends Partial<Page> {
  readonly id: string;
  readonly gold?: Gold;
  readonly slices?: Slices;
}

/** A corpus as a dataset source gives it. */
function dataset(made: readonly Made[]): Corpus {
  const pages = new Map(
    made.map(({ gold = goldOf({ body: [p('One.')] }), slices = { traits: [] }, ...rest }) => {
      const page: Page = { site: 'a.example', media: 'html', bytes: Buffer.from('<p>One.'), ...rest };
      return [rest.id, { labelled: { page, gold }, slices }] as const;
    }),
  );
  return {
    name: 'made',
    digest: '0',
    gold: 'text',
    pages: [...pages.values()].map(({ labelled: { page }, slices }) => ({
      id: page.id,
      site: page.site,
      media: page.media,
      slices,
    })),
    read: ({ id }) => Promise.resolve(pages.get(id)!.labelled),
  };
}

async function readAll(): Promise<{ corpus: Corpus; pages: LabelledPage[] }> {
  const opened = await openNativeCorpus(join(folder, 'out'));
  if (opened.status !== 'ok') throw new Error(JSON.stringify(opened.problems));
  const pages: LabelledPage[] = [];
  for (const reference of opened.corpus.pages) pages.push(await opened.corpus.read(reference));
  return { corpus: opened.corpus, pages };
}

describe('importing', () => {
  test('keeps bytes, encoding, address, metadata and slices', async () => {
    const gold = goldOf({
      body: [p('One: é'), { type: 'boilerplate', category: 'nav', text: 'Menu' }],
      segments: { with: ['One'], without: [] },
      metadata: { title: 'One', authors: [], published: '2025-07-09' },
    });
    const slices: Slices = { kind: 'forum', language: 'pt-BR', traits: ['lists'], split: 'test' };
    const contentType = 'text/html; charset=latin1';
    const bytes = Uint8Array.of(0x3c, 0x70, 0x3e, 0xe9, 0x0d, 0x0a);
    const source = dataset([
      { id: '0005', url: 'https://a.example/5', contentType, bytes, gold, slices },
      { id: '0006', media: 'text', site: 'b.example', bytes: Buffer.from('One.\r\n') },
    ]);
    expect(await importCorpus(source, join(folder, 'out'), { name: 'mine' })).toEqual({
      name: 'mine',
      pages: 2,
      sites: 2,
      changes: [],
      splits: { sitesOf: new Map([['dev', ['b.example']], ['test', ['a.example']]]), sharedSites: [], movedPages: 0 },
    }); // prettier-ignore
    const { corpus, pages } = await readAll();
    expect(corpus).toMatchObject({ name: 'mine', gold: 'text' });
    expect(corpus.pages.map(({ id, media, slices: read }) => [id, media, read])).toEqual([
      ['a.example/0005', 'html', slices],
      ['b.example/0006', 'text', { traits: [], split: 'dev' }],
    ]);
    const [first, second] = pages;
    expect(first?.page).toMatchObject({ url: 'https://a.example/5', contentType });
    expect([...first!.page.bytes]).toEqual([...bytes]);
    const about = { url: 'https://a.example/5', kind: 'forum', language: 'pt-BR', traits: ['lists'], response: { type: contentType } }; // prettier-ignore
    expect(first?.gold).toEqual({ ...gold, about });
    expect(second?.page).not.toHaveProperty('contentType');
    expect(Buffer.from(second!.page.bytes).toString()).toBe('One.\r\n');
  });

  test('version and licence go with it', async () => {
    const source = { ...dataset([{ id: 'a' }]), version: '1.10', licence: 'CC0-1.0' };
    await importCorpus(source, join(folder, 'out'));
    expect((await readAll()).corpus).toMatchObject({ name: 'made', version: '1.10', licence: 'CC0-1.0' });
  });

  test('a corpus of segments stays one', async () => {
    const gold = goldOf({ segments: { with: ['One'], without: ['Menu'] } });
    await importCorpus(dataset([{ id: 'a.html', gold }]), join(folder, 'out'));
    const { corpus, pages } = await readAll();
    expect(corpus).toMatchObject({ name: 'made', gold: 'segments' });
    expect(corpus.pages.map(({ id }) => id)).toEqual(['a.example/a']);
    expect(pages[0]?.gold).toEqual(gold);
  });

  test('sites and identifiers become folders of their own', async () => {
    const source = dataset([
      { id: 'a.example/one' },
      { id: 'One' },
      { id: 'x/../../../y' },
      { id: '..' },
      { id: 'one.html', site: '..' },
      { id: 'one', site: 'A.example' },
    ]);
    await importCorpus(source, join(folder, 'out'));
    expect((await readAll()).corpus.pages.map(({ id }) => id)).toEqual([
      'A.example-2/one',
      'a.example/One-2',
      'a.example/one',
      'a.example/page',
      'a.example/x-..-..-..-y',
      'site/one',
    ]);
  });

  test('characters that YAML cannot hold are replaced by their equals, and said', async () => {
    const code: BodyEntry = { ...BASE, kind: 'code', text: 'a\u0007b\r\nc\ufeff' };
    const gold = goldOf({
      body: [
        p('one\u2028two\u0085three'),
        p('\u0085'),
        p('half\ud800'),
        { ...BASE, kind: 'ul', items: ['a\u2029b'] },
        code,
      ],
    });
    const { changes } = await importCorpus(dataset([{ id: 'a', gold }, { id: 'b' }]), join(folder, 'out'));
    expect(changes).toEqual([
      {
        what: 'texts with characters that gold.yaml does not take',
        pages: 1,
        example: 'one\u2028two\u0085three',
      },
    ]);
    expect((await readAll()).pages[0]?.gold.body).toEqual([
      p('one two three'),
      p('half\ufffd'),
      { ...BASE, kind: 'ul', items: ['a b'] },
      { ...BASE, kind: 'code', text: 'a\ufffdb\nc\u200b' },
    ]);
  });

  test('addresses, languages and dates that are none are left out, and said', async () => {
    const gold = goldOf({ body: [], metadata: { published: '9 July' } });
    const slices: Slices = { language: 'English (US)', difficulty: 'hard', traits: [] };
    const { changes } = await importCorpus(
      dataset([
        { id: 'a', url: 'hard::a', gold, slices },
        { id: 'b', url: 'hard::b' },
        { id: 'c', url: 'https://a.example/a b' },
      ]),
      join(folder, 'out'),
    );
    expect(changes.map(({ what, pages, example }) => [what, pages, example])).toEqual([
      ['the slice "difficulty", which gold.yaml does not have', 1, 'hard'],
      ['addresses that do not begin with http', 2, 'hard::a'],
      ['languages that are no tags', 1, 'English (US)'],
      ['dates that are not written as in ISO 8601', 1, '9 July'],
    ]);
    const { pages } = await readAll();
    expect(pages[0]?.gold).toEqual(goldOf({ body: [] }));
    expect(pages[2]?.page.url).toBe('https://a.example/a%20b');
  });
});

describe('nothing is written', () => {
  test('where pages cannot be: all of them are named', async () => {
    const blank = goldOf({ segments: { with: [' '], without: [] } });
    const source = dataset([
      { id: 'a', gold: blank },
      { id: 'b' },
      { id: 'c', media: 'text', bytes: Uint8Array.of(0xe9) },
    ]);
    await expect(importCorpus(source, join(folder, 'out'))).rejects.toThrow(
      /^2 pages of made cannot be written; nothing was\n {2}a: .*no text for "with".*\n {2}c: .*not UTF-8$/,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(['a\nb', '\u001b[31m', ' '])('under a name that is no line of text: %j', async (name) => {
    const importing = importCorpus(dataset([{ id: 'a' }]), join(folder, 'out'), { name });
    await expect(importing).rejects.toMatchObject({
      code: 'usage',
      message: `the name ${JSON.stringify(name)} cannot be that of a corpus; expected one line of text`,
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('over a folder that holds something, or a file', async () => {
    await mkdir(join(folder, 'full'));
    await writeFile(join(folder, 'full', 'x'), 'kept');
    await expect(importCorpus(dataset([{ id: 'a' }]), join(folder, 'full'))).rejects.toThrow('is not empty');
    await expect(importCorpus(dataset([{ id: 'a' }]), join(folder, 'full', 'x'))).rejects.toThrow(
      'is no folder that can be written to',
    );
    expect(await readdir(folder)).toEqual(['full']);
    expect(await readFile(join(folder, 'full', 'x'), 'utf8')).toBe('kept');
  });
});

test('an empty folder is filled, one whose parent is missing is made', async () => {
  await mkdir(join(folder, 'out'));
  await importCorpus(dataset([{ id: 'a' }]), join(folder, 'out'));
  await importCorpus(dataset([{ id: 'a' }]), join(folder, 'new', 'deep'));
  expect((await readdir(folder)).toSorted()).toEqual(['new', 'out']);
  expect(await readdir(join(folder, 'new', 'deep'))).toEqual(['corpus.yaml', 'pages']);
});
