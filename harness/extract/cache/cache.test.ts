import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Outcome } from '../../model/extraction.ts';
import type { Page } from '../../model/page.ts';
import type { Extractor } from '../extractor.ts';
import { TouchedFiles } from '../../process/touched-files.ts';
import { Cache } from './cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-answers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const page: Page = { id: 'p', site: 's', media: 'html', bytes: Buffer.from('<p>a') };
const limits = { workers: 2, timeoutMs: 1000, memoryMb: 100 };
const conditions = { assayVersion: '1', node: '20.19.0' };

/** An extractor that is known to depend on nothing but its fingerprint; `asked` counts what reaches it. */
function extractorOf(
  over: Partial<Extractor> & { readonly files?: TouchedFiles; readonly outcome?: Outcome } = {},
): { extractor: Extractor; asked: () => number } {
  const { files, outcome, ...rest } = over;
  let asked = 0;
  const extractor: Extractor = {
    name: 'toy',
    version: '1',
    accepts: ['html'],
    baseline: false,
    driver: 'command',
    source: 'cmd:toy',
    fingerprint: 'f',
    network: 'not used',
    dependence: { settings: [], isUnchanged: () => Promise.resolve(true) },
    open: () =>
      Promise.resolve({
        ...(files !== undefined && { files }),
        extract: () => {
          asked++;
          return Promise.resolve(outcome ?? { status: 'extracted', extraction: { text: 'a' }, ms: 7 });
        },
        close: () => Promise.resolve(),
      }),
    ...rest,
  };
  return { extractor, asked: () => asked };
}

async function ask(
  extractor: Extractor,
  pages: readonly Page[] = [page],
  given: Partial<typeof limits & typeof conditions> = {},
): Promise<Outcome[]> {
  const session = await new Cache(folder, { ...conditions, ...given }).open(extractor, {
    ...limits,
    ...given,
  });
  const outcomes = await Promise.all(pages.map((each) => session.extract(each)));
  await session.close();
  return outcomes;
}

/** Files below the cache, as paths. */
async function kept(ending = '.json'): Promise<string[]> {
  const all = await readdir(folder, { recursive: true });
  return all.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}

test('an answer comes back as it was, with its time, and marked', async () => {
  const { extractor, asked } = extractorOf();
  expect(await ask(extractor)).toEqual([{ status: 'extracted', extraction: { text: 'a' }, ms: 7 }]);
  expect(await ask(extractor)).toEqual([
    { status: 'extracted', extraction: { text: 'a' }, ms: 7, isCached: true },
  ]);
  expect(asked()).toBe(1);
});

describe('the extractor is asked again', () => {
  test.each<[string, Partial<Extractor>, Partial<Page>, object]>([
    ['its fingerprint, where options and its own file are', { fingerprint: 'g' }, {}, {}],
    ['what it depends on', { dependence: { settings: ['elsewhere'] } }, {}, {}],
    ['the network that it has', { network: 'allowed' }, {}, {}],
    ['Node', {}, {}, { node: '22.0.0' }],
    ['Assay', {}, {}, { assayVersion: '2' }],
    ['the time limit', {}, {}, { timeoutMs: 999 }],
    ['the memory limit', {}, {}, { memoryMb: 99 }],
    ['the page', {}, { bytes: Buffer.from('<p>b') }, {}],
    ['its identifier', {}, { id: 'q' }, {}],
    ['its address', {}, { url: 'https://site.example/' }, {}],
    ['its content type', {}, { contentType: 'text/html; charset=big5' }, {}],
    ['its medium', {}, { media: 'text' }, {}],
  ])('where %s is another', async (_what, extractor, other, given) => {
    await ask(extractorOf().extractor);
    const changed = extractorOf(extractor);
    await ask(changed.extractor, [{ ...page, ...other }], given);
    expect(changed.asked()).toBe(1);
  });

  test.each<[string, Outcome]>([
    ['timed out', { status: 'failed', failure: 'timeout', message: 'late' }],
    ['threw', { status: 'failed', failure: 'threw', message: 'Error: no' }],
    ['was skipped', { status: 'skipped', reason: 'not mine' }],
  ])('for a page that %s', async (_how, outcome) => {
    const { extractor, asked } = extractorOf({ outcome });
    await ask(extractor);
    expect(await ask(extractor)).toEqual([outcome]);
    expect(asked()).toBe(2);
  });

  test('where nobody says what its answers depend on, and nothing is kept', async () => {
    const { dependence: _none, ...unknown } = extractorOf().extractor;
    await ask(unknown);
    expect(await kept()).toEqual([]);
  });

  test('where it was changed while it was at work', async () => {
    const { extractor, asked } = extractorOf({
      dependence: { settings: [], isUnchanged: () => Promise.resolve(false) },
    });
    await ask(extractor);
    await ask(extractor);
    expect(asked()).toBe(2);
  });

  test('where a file of it was changed, or taken away, after its process was started', async () => {
    const file = join(folder, 'source.mjs');
    await writeFile(file, 'one');
    const files = new TouchedFiles(Math.floor((await stat(file)).ctimeMs) - 1);
    files.add({ loaded: [file, join(folder, 'gone.mjs')], looked: [] });
    const { extractor, asked } = extractorOf({ files });
    await ask(extractor);
    await ask(extractor);
    expect(asked()).toBe(2);
    await writeFile(join(folder, 'gone.mjs'), '');
    await ask(extractorOf({ files }).extractor);
    expect(await kept()).toEqual([]);
  });
});

test('a file that has new times and the old content is no other', async () => {
  const file = join(folder, 'source.mjs');
  await writeFile(file, 'one');
  const files = (): TouchedFiles => {
    const touched = new TouchedFiles(Date.now());
    touched.add({ loaded: [file], looked: [join(folder, 'none')] });
    return touched;
  };
  await ask(extractorOf({ files: files() }).extractor);
  await utimes(file, 1, 1);
  const { extractor, asked } = extractorOf({ files: files() });
  await ask(extractor);
  expect(asked()).toBe(0);
  await writeFile(file, 'two');
  await ask(extractor);
  expect(asked()).toBe(1);
});

describe('a damaged entry', () => {
  test.each([
    ['cut', (text: string) => text.slice(0, -1)],
    ['empty', () => ''],
    ['altered', (text: string) => text.replace('"a"', '"b"')],
    ['without its digest', (text: string) => text.slice(text.indexOf('\n') + 1)],
  ])('that is %s is a miss, and written anew', async (_how, damage) => {
    const { extractor, asked } = extractorOf();
    await ask(extractor);
    for (const path of await kept()) await writeFile(path, damage(await readFile(path, 'utf8')));
    expect(await ask(extractor)).toEqual([{ status: 'extracted', extraction: { text: 'a' }, ms: 7 }]);
    expect(await ask(extractor)).toMatchObject([{ isCached: true }]);
    expect(asked()).toBe(2);
  });
});

test('several runs at once keep whole answers', async () => {
  const pages = Array.from({ length: 40 }, (_, index) => ({ ...page, id: `p${index}` }));
  const file = join(folder, 'source.mjs');
  await writeFile(file, '');
  const files = new TouchedFiles(Date.now());
  files.add({ loaded: [file], looked: [] });
  await Promise.all(Array.from({ length: 4 }, () => ask(extractorOf({ files }).extractor, pages)));
  const { extractor, asked } = extractorOf({ files });
  await ask(extractor, pages);
  expect(asked()).toBe(0);
  expect(await kept('.part')).toEqual([]);
  expect(await kept()).toHaveLength(41);
});

test('a cache that cannot be written keeps nothing, and nothing fails', async () => {
  await writeFile(join(folder, 'file'), '');
  const { extractor } = extractorOf();
  const session = await new Cache(join(folder, 'file'), conditions).open(extractor, limits);
  expect(await session.extract(page)).toMatchObject({ status: 'extracted' });
  await session.close();
});
