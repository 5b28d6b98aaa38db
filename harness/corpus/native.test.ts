import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { openNativeCorpus } from './native.ts';
import { openCorpus } from './open.ts';
import { CorpusDigest } from './opened-corpus.ts';
import type { OpenedCorpus } from './opened-corpus.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-corpus-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

const GOLD = 'body:\n  - p: One.\n';

/** Problems as `path:line code: found`, the path below the corpus folder. */
function problemsOf(opened: OpenedCorpus): string[] {
  if (opened.status === 'ok') return [];
  return opened.problems.map(
    ({ file, line, code, found }) =>
      `${file.slice(file.indexOf(folder) + folder.length + 1)}${line === undefined ? '' : `:${line}`} ${code}: ${found}`,
  );
}

describe('a native corpus', () => {
  test('says how to rename files that are nearly called right', async () => {
    await write({ 'pages/a/one/page.htm': '', 'pages/a/one/gold.yml': GOLD });
    await write({ 'pages/a/two/page.html': '', 'pages/a/two/page.htm': '', 'pages/a/two/gold.yaml': GOLD });
    await write({ 'pages/a/three/PAGE.TXT': '', 'pages/a/three/gold.yaml': GOLD });
    const opened = await openNativeCorpus(folder);
    if (opened.status === 'ok') throw new Error('sound');
    expect(opened.problems.map(({ found, fix }) => [found, fix])).toEqual([
      ['the file "gold.yml"', 'rename it to gold.yaml'],
      ['the file "page.htm"', 'rename it to page.html'],
      ['the file "PAGE.TXT"', 'rename it to page.txt'],
      ['the file "page.htm"', 'move the file out of the corpus'],
    ]);
  });

  test('names that no folder can have everywhere, or that differ in case only, are problems', async () => {
    const names = [
      'o k/one',
      'OK.example/one',
      'ok.example/one',
      'b.example/Two',
      'b.example/two',
      'b.example/a:b',
    ];
    for (const name of [...names, 'b.example/Über-uns', 'b.example/U\u0308ber'])
      await write({ [`pages/${name}/page.html`]: '', [`pages/${name}/gold.yaml`]: GOLD });
    const opened = await openNativeCorpus(folder);
    if (opened.status === 'ok') throw new Error('sound');
    expect(problemsOf(opened)).toEqual([
      'pages/o k page-files: the folder name "o k"',
      'pages/ok.example page-files: the folder "ok.example" beside "OK.example"',
      'pages/b.example/a:b page-files: the folder name "a:b"',
      'pages/b.example/two page-files: the folder "two" beside "Two"',
    ]);
    expect(opened.problems.map(({ fix }) => fix)).toEqual([
      'rename it to o-k',
      'give one of them another name, or put what is in them into one',
      'rename it to a-b',
      'give one of them another name, or put what is in them into one',
    ]);
    expect(opened.sound?.pages.map(({ id }) => id)).toEqual([
      'OK.example/one',
      'b.example/Two',
      'b.example/U\u0308ber',
      'b.example/Über-uns',
      'o k/one',
      'ok.example/one',
    ]);
  });

  test('a file of the corpus under a name that is not read is to be renamed', async () => {
    const page = { 'pages/a/one/page.html': '', 'pages/a/one/gold.yaml': GOLD };
    await write({
      ...page,
      'corpus.yml': 'name: a\n',
      'exceptions.YAML': '',
      'exceptions.yaml': '',
      'README.md': '',
    });
    const opened = await openNativeCorpus(folder);
    const problems = opened.status === 'ok' ? [] : opened.problems;
    expect(problems.map(({ code, found, fix }) => [code, found, fix])).toEqual([
      ['page-files', 'the file "corpus.yml", which is not read', 'rename it to corpus.yaml'],
      ['page-files', 'the file "exceptions.YAML", which is not read', 'remove it; exceptions.yaml is read'],
    ]);
  });

  test('names each link that leads nowhere or back, once', async () => {
    await write({ 'pages/a/one/page.html': '', 'pages/a/one/gold.yaml': GOLD, 'pages/a/two/page.html': '' });
    await symlink('.', join(folder, 'pages/loop'));
    await symlink('../..', join(folder, 'pages/a/up'));
    await symlink('.', join(folder, 'pages/a/one/self'));
    await symlink('nowhere', join(folder, 'pages/a/two/gold.yaml'));
    await symlink('nowhere', join(folder, 'pages/b'));
    expect(problemsOf(await openNativeCorpus(folder))).toEqual([
      'pages/b page-files: a link that leads nowhere',
      'pages/a/up page-files: a link to a folder that the corpus holds without it',
      'pages/loop page-files: a link to a folder that the corpus holds without it',
      'pages/a/one/self page-files: a link to a folder that the corpus holds without it',
      'pages/a/two/gold.yaml page-files: a link that leads nowhere',
    ]);
  });

  test('is read page by page, sorted by identifier', async () => {
    await write({
      'corpus.yaml': 'name: mine\nversion: 1.10\nlicence: CC0-1.0\nsplits:\n  test: [b.example]\n',
      'pages/b.example/two/page.html': Buffer.from('<p>\xe9', 'latin1'),
      'pages/b.example/two/gold.yaml': `url: https://b.example/2\nresponse: { type: text/html; charset=latin1 }\n${GOLD}`,
      'pages/a.example/one/page.txt': 'One.\n',
      'pages/a.example/one/gold.yaml': `kind: news\nlanguage: en\ntraits: [lists]\n${GOLD}`,
      'pages/a.example/one/.DS_Store': 'x',
    });
    const opened = await openNativeCorpus(folder);
    if (opened.status !== 'ok') throw new Error(problemsOf(opened).join('\n'));
    const { corpus } = opened;
    expect(corpus).toMatchObject({ name: 'mine', version: '1.10', licence: 'CC0-1.0' });
    expect(corpus.pages).toEqual([
      {
        id: 'a.example/one',
        site: 'a.example',
        media: 'text',
        slices: { traits: ['lists'], kind: 'news', language: 'en', split: 'dev' },
      },
      { id: 'b.example/two', site: 'b.example', media: 'html', slices: { traits: [], split: 'test' } },
    ]);
    const { page, gold } = await corpus.read(corpus.pages[1]!);
    expect(page).toMatchObject({ url: 'https://b.example/2', contentType: 'text/html; charset=latin1' });
    expect([...page.bytes]).toEqual([0x3c, 0x70, 0x3e, 0xe9]);
    expect(gold.body).toEqual([{ type: 'block', kind: 'p', optional: false, text: 'One.' }]);
  });

  test('a name or version of several lines is a problem, as it stands in the heads of tables', async () => {
    await write({
      'corpus.yaml': 'name: |\n  one\n  two\nversion: "1\\e[31m"\n',
      'pages/a.example/p/page.txt': 'x',
      'pages/a.example/p/gold.yaml': GOLD,
    });
    expect(problemsOf(await openNativeCorpus(folder))).toEqual([
      'corpus.yaml:1 wrong-value: a line break or a control character in "name"',
      'corpus.yaml:4 wrong-value: a line break or a control character in "version"',
    ]);
  });

  test('all problems of all pages come in one go', async () => {
    await write({
      'corpus.yaml':
        'name: mine\nverison: 1\nsplits:\n  dev: [a.example, none.example]\n  test: [a.example]\n',
      'pages/a.example/both/page.txt': 'x',
      'pages/a.example/both/page.html': 'x',
      'pages/a.example/both/gold.yaml': GOLD,
      'pages/a.example/bytes/page.txt': Uint8Array.of(0x61, 0xe9),
      'pages/a.example/bytes/gold.yaml': GOLD,
      'pages/a.example/gzip/page.html': gzipSync('<p>One.'),
      'pages/a.example/gzip/gold.yaml': GOLD,
      'pages/a.example/faulty/page.txt': 'x',
      'pages/a.example/faulty/gold.yaml': 'body:\n  - p: One.\n  - pp: Two.\n',
      'pages/a.example/lonely/page.txt': 'x',
      'pages/a.example/stray/page.txt': 'x',
      'pages/a.example/stray/gold.yaml': GOLD,
      'pages/a.example/stray/page.orig': 'x',
      'pages/a.example/stray/img/a.png': 'x',
      'pages/a.example/page.html': 'x',
      'pages/a.example/latin/page.txt': 'x',
      'pages/a.example/latin/gold.yaml': Buffer.from('body:\n  - p: \xe9\n', 'latin1'),
      'pages/a.example/unlabelled/gold.yaml': GOLD,
    });
    const opened = await openNativeCorpus(folder);
    expect(opened).toMatchObject({ status: 'faulty', pages: 8 });
    expect(problemsOf(opened)).toEqual([
      'corpus.yaml:2 unknown-key: unknown key "verison"',
      'corpus.yaml:4 bad-split: the site "none.example" in "dev", which has no pages',
      'corpus.yaml:5 bad-split: the site "a.example" in "test", and before in "dev"',
      'pages/a.example/page.html page-files: a file outside of any page folder',
      'pages/a.example/both page-files: both page.html and page.txt',
      'pages/a.example/bytes/page.txt page-files: bytes that are not UTF-8',
      'pages/a.example/faulty/gold.yaml:3 unknown-word: unknown block kind "pp"',
      'pages/a.example/gzip/page.html page-files: bytes that look like gzip',
      'pages/a.example/latin/gold.yaml yaml-syntax: bytes that are not UTF-8',
      'pages/a.example/lonely page-files: no gold.yaml',
      'pages/a.example/stray page-files: the file "img/a.png"',
      'pages/a.example/stray page-files: the file "page.orig"',
      'pages/a.example/unlabelled page-files: no raw page',
    ]);
  });

  test('whose pages mostly have segments and no body has segments for its gold', async () => {
    const forms: unknown[] = [];
    for (const [index, body] of ['', 'body: []\n', ''].entries()) {
      await write({
        [`pages/a.example/p${index}/page.txt`]: 'One.',
        [`pages/a.example/p${index}/gold.yaml`]: `${body}segments: { with: ["One."] }\n`,
      });
      const opened = await openNativeCorpus(folder);
      forms.push(opened.status === 'ok' && opened.corpus.gold);
    }
    expect(forms).toEqual(['segments', 'text', 'segments']);
  });

  test.each(['page.html', 'gold.yaml'])('a page whose %s changes after that is not read', async (name) => {
    const place = join(folder, 'pages/a.example/one');
    await write({ 'pages/a.example/one/page.html': '<p>One.', 'pages/a.example/one/gold.yaml': GOLD });
    const opened = await openNativeCorpus(folder);
    if (opened.status !== 'ok') throw new Error('faulty');
    const { corpus } = opened;
    const read = (): ReturnType<typeof corpus.read> => corpus.read(corpus.pages[0]!);
    expect((await read()).page.bytes).toHaveLength(7);
    await writeFile(join(place, name), name === 'page.html' ? '<p>Two.' : 'body:\n  - p: Two.\n');
    const since = /one was changed since the corpus was opened; begin again/u;
    await expect(read()).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(since) as unknown,
    });
    await rm(join(place, name));
    await expect(read()).rejects.toThrow(`${name} was changed since the corpus was opened`);
  });

  test('without corpus.yaml it is called like its folder', async () => {
    await write({
      'small/pages/a.example/one/page.txt': 'One.',
      'small/pages/a.example/one/gold.yaml': GOLD,
    });
    expect(await openNativeCorpus(join(folder, 'small'))).toMatchObject({ corpus: { name: 'small' } });
  });

  test('a folder that is none, or has no pages, is told', async () => {
    await expect(openNativeCorpus(join(folder, 'none'))).rejects.toThrow(
      `there is no folder "${folder}/none"`,
    );
    await expect(openNativeCorpus(folder)).rejects.toThrow(
      `looked for ${folder}/pages/<site>/<page>/gold.yaml`,
    );
    await write({ 'ground-truth.json': '{}' });
    await expect(openNativeCorpus(folder)).rejects.toThrow(`write aeb:${folder}`);
  });

  test('the digest follows pages and gold, and nothing else', async () => {
    const digest = async (): Promise<string> => {
      const opened = await openNativeCorpus(folder);
      return opened.status === 'ok' ? opened.corpus.digest : '';
    };
    await write({ 'pages/a.example/one/page.txt': 'One.', 'pages/a.example/one/gold.yaml': GOLD });
    const first = await digest();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    await write({ 'corpus.yaml': 'name: mine\n' });
    expect(await digest()).toBe(first);
    await write({ 'pages/a.example/one/page.txt': 'One!' });
    expect(await digest()).not.toBe(first);
  });
});

test('the digest is SHA-256 over identifier, page and gold, each behind its length', () => {
  const digest = new CorpusDigest();
  digest.addPage('a/é', Buffer.from('xyz'), Buffer.from(''));
  const expected = createHash('sha256').update(
    Buffer.from(
      ['0000000000000004', '612fc3a9', '0000000000000003', '78797a', '0000000000000000'].join(''),
      'hex',
    ),
  );
  expect(digest.toHex()).toBe(expected.digest('hex'));
});

describe('opening by name', () => {
  test('an unknown source names the known ones, and the nearest', async () => {
    await expect(openCorpus('aep:x')).rejects.toThrow(
      'unknown corpus "aep:x": did you mean "aeb"? Known are builtin,',
    );
    await expect(openCorpus('gold:x')).rejects.toThrow('unknown corpus "gold:x"; known are builtin,');
  });

  test('an empty name is not the working directory', async () => {
    await expect(openCorpus('')).rejects.toThrow('found an empty name of a corpus; name a folder,');
  });

  test('a source without a path is told', async () => {
    await expect(openCorpus('aeb:')).rejects.toThrow('"aeb:" names no folder; write aeb:PATH');
  });

  test('a path may hold a colon', async () => {
    await write({
      'aeb:mine/pages/a.example/one/page.txt': 'x',
      'aeb:mine/pages/a.example/one/gold.yaml': GOLD,
    });
    expect(await openCorpus(join(folder, 'aeb:mine'))).toMatchObject({ status: 'ok' });
  });
});
