import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCorpus } from '../open.ts';
import { datasetOnDisk, openSound } from './fixtures/dataset-on-disk.ts';

const disk = datasetOnDisk();

describe('a folder of pairs', () => {
  test('links are followed, but no folder is looked at twice', async () => {
    await disk.write({ 'in/a.html': '', 'in/a.txt': 'One.', 'in/b/c.html': '', 'in/b/c.txt': 'Two.' });
    await disk.write({ 'in/.kept/d.html': '', 'in/.kept/d.txt': 'Three.' });
    const links = { latest: '.', again: 'b', 'b/up': '..', more: '.kept', 'b/more': '../.kept' };
    for (const [link, target] of Object.entries(links)) await symlink(target, join(disk.folder, 'in', link));
    await symlink('..', join(disk.folder, 'in', '.kept', 'back'));
    await symlink('a.html', join(disk.folder, 'in', 'e.html'));
    await symlink('a.txt', join(disk.folder, 'in', 'e.txt'));
    const { pages } = await openSound(join(disk.folder, 'in'));
    expect(pages.map(({ id }) => id)).toEqual(['a', 'b/c', 'b/more/d', 'e']);
  });

  test('links that lead nowhere are problems', async () => {
    await disk.write({ 'a.html': '', 'a.txt': 'One.', 'b.txt': 'Two.' });
    for (const link of ['b.html', 'more', 'picture.png']) await symlink('nowhere', join(disk.folder, link));
    const opened = await openCorpus(disk.folder);
    if (opened.status === 'ok') throw new Error('sound');
    expect(opened.problems).toEqual(
      ['b.html', 'more'].map((link) => ({
        code: 'page-files',
        file: join(disk.folder, link),
        found: 'a link that leads nowhere',
        expected: 'files and folders, or links to what is not in the corpus yet',
        fix: 'correct the link, or remove it',
      })),
    );
  });

  test('front matter is metadata', async () => {
    await disk.write({
      'a.html': '<h1>A</h1><p>b</p>',
      'a.md': '---\ntitle: A title\nauthor: Aoife\ndate: 2026-03-04\n---\n\n# A\n\nb\n',
      'b.html': '',
      'b.md': '---\ntitle: Nothing\n---\n',
    });
    const corpus = await openSound(disk.folder);
    const [a, b] = await Promise.all(corpus.pages.map((page) => corpus.read(page)));
    expect(a!.gold).toMatchObject({
      metadata: { title: 'A title', authors: ['Aoife'], published: '2026-03-04' },
      body: [{ kind: 'h1', text: 'A' }, { kind: 'p', text: 'b' }],
    }); // prettier-ignore
    expect(b!.gold).toMatchObject({ metadata: { title: 'Nothing' }, body: [] });
  });

  test('reads pages and texts', async () => {
    await disk.write({
      'b.html': '<link rel="canonical" href="https://www.x.co.uk/1">',
      'b.txt': '\ufeffOne.\r\n\n Two é.\n',
      'a.HTM': Uint8Array.of(0x62, 0xe9),
      'a.md': '## One\n\n- two\n- three\n',
      'news/x.example/c.html': '',
      'news/x.example/c.txt': '\n',
      'README.md': 'About.',
      '.hidden.txt': 'x',
    });
    const corpus = await openSound(disk.folder);
    expect(corpus).toMatchObject({ name: disk.folder.split('/').at(-1), gold: 'text' });
    expect(corpus.pages).toEqual([
      { id: 'a', site: 'a', media: 'html', slices: { traits: [] } },
      { id: 'b', site: 'x.co.uk', media: 'html', slices: { traits: [] } },
      { id: 'news/x.example/c', site: 'news/x.example', media: 'html', slices: { traits: [] } },
    ]);
    const read = await Promise.all(corpus.pages.map((each) => corpus.read(each)));
    expect([...read[0]!.page.bytes]).toEqual([0x62, 0xe9]);
    expect(read.map(({ gold }) => gold.body)).toEqual([
      [
        { type: 'block', optional: false, kind: 'h2', text: 'One' },
        { type: 'block', optional: false, kind: 'ul', items: ['two', 'three'] },
      ],
      [
        { type: 'block', optional: false, kind: 'p', text: 'One.' },
        { type: 'block', optional: false, kind: 'p', text: 'Two é.' },
      ],
      [],
    ]);
  });

  test('halves, and several files of one name, are listed in one go', async () => {
    await disk.write({
      'a.html': '',
      'a.txt': Uint8Array.of(0xe9),
      'b.html': '',
      'c.md': '',
      'd.html': '',
      'd.md': '',
      'd.txt': '',
      'e.htm': '',
      'e.html': '',
      'e.txt': '',
    });
    const opened = await openCorpus(disk.folder);
    const problems = opened.status === 'faulty' ? opened.problems : [];
    expect(problems.map(({ file, found, fix }) => [file.split('/').at(-1), found, fix])).toEqual([
      ['b.html', 'a page without its text', 'add the other half, or take this one away'],
      ['c.md', 'a text without its page', 'add the other half, or take this one away'],
      ['d.html', 'd.html, d.md, d.txt side by side', 'keep one page and one text of them'],
      ['e.htm', 'e.htm, e.html, e.txt side by side', 'keep one page and one text of them'],
      ['a.txt', 'bytes that are not UTF-8', 'save the file in UTF-8'],
    ]);
  });

  test('a folder without pairs, or with pages/, is none', async () => {
    await disk.write({ 'a.html': '', 'b.txt': '' });
    const looked = `looked for ${disk.folder}/pages/<site>/<page>/gold.yaml, and for pairs of a page and its text: <name>.html`;
    await expect(openSound(disk.folder)).rejects.toThrow(`"${disk.folder}" holds no page; ${looked}`);
    await disk.write({ 'a.txt': '', 'pages/note.txt': '' });
    await expect(openSound(disk.folder)).rejects.toThrow('holds no page');
    await expect(openSound(`${disk.folder}/c`)).rejects.toThrow(`there is no folder "${disk.folder}/c"`);
  });
});
