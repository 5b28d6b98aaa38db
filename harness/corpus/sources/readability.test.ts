import { describe, expect, test } from 'vitest';
import { datasetOnDisk, openSound } from './fixtures/dataset-on-disk.ts';

const disk = datasetOnDisk();

const metadata = {
  title: 'T',
  byline: 'By\n\t A. B',
  dir: 'rtl',
  lang: 'pt_br',
  siteName: 'The Site',
  publishedTime: '2017-11-03 03:01:00.000000',
  readerable: true,
};
const nothingFound = {
  title: 'U',
  byline: null,
  dir: null,
  siteName: null,
  publishedTime: 'May',
  readerable: false,
};

function page(name: string, files: { source?: string; expected?: string; metadata?: unknown }): Record<string, string> {
  const { source, expected, metadata: labels } = files;
  const at = (file: string): string => `test/test-pages/${name}/${file}`;
  return {
    ...(source === undefined ? {} : { [at('source.html')]: source }),
    ...(expected === undefined ? {} : { [at('expected.html')]: expected }),
    ...(labels === undefined ? {} : { [at('expected-metadata.json')]: JSON.stringify(labels) }),
  };
} // prettier-ignore

const open = (): ReturnType<typeof openSound> => openSound(`readability:${disk.folder}`);

describe('the readability source', () => {
  test('reads structure, metadata and slices', async () => {
    await disk.write({
      ...page('b', {
        source: `<head><meta property="og:url" content="https://m.other.example/"/><link href='https://www.site.co.uk/x' rel="canonical"></head>`,
        expected:
          '<div id="readability-page-1"><h2>É</h2><ul><li>a</li><li>b</li></ul><pre>c\n d</pre></div>',
        metadata,
      }),
      ...page('a', { source: '<p>x', expected: '<div></div>', metadata: nothingFound }),
    });
    const corpus = await open();
    expect(corpus).toMatchObject({ name: 'readability', gold: 'text' });
    expect(corpus.pages).toEqual([
      { id: 'a', site: 'a', media: 'html', slices: { traits: [] } },
      { id: 'b', site: 'site.co.uk', media: 'html', slices: { traits: ['right-to-left'], language: 'pt-BR' } },
    ]); // prettier-ignore
    const { page: read, gold } = await corpus.read(corpus.pages[1]!);
    expect(Buffer.from(read.bytes).toString()).toContain('canonical');
    expect(read).toMatchObject({ contentType: 'text/html; charset=utf-8' });
    expect(read.url).toBeUndefined();
    expect(gold).toEqual({
      about: { traits: ['right-to-left'], language: 'pt-BR' },
      metadata: { title: 'T', publisher: 'The Site', authors: ['By A. B'], published: '2017-11-03T03:01:00.000000' },
      body: [
        { type: 'block', optional: false, kind: 'h2', text: 'É' },
        { type: 'block', optional: false, kind: 'ul', items: ['a', 'b'] },
        { type: 'block', optional: false, kind: 'code', text: 'c\n d' },
      ],
      comments: [],
      boilerplate: [],
    }); // prettier-ignore
  });

  test('what the tool did not find is unlabelled; an expectation without text means nothing to extract', async () => {
    await disk.write(page('a', { source: '<p>x', expected: '<div></div>', metadata: nothingFound }));
    const { gold } = await (await open()).read((await open()).pages[0]!);
    expect(gold.metadata).toEqual({ title: 'U' });
    expect(gold.body).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    ['no pages', {}, 'there is no {}/test/test-pages/<name>/source.html; readability:PATH takes a clone of mozilla/readability'],
    ['no source', page('a', { expected: '', metadata }), 'there is no {}/test/test-pages/a/source.html; readability:PATH'],
    ['no expectation', page('a', { source: '', metadata }), 'there is no {}/test/test-pages/a/expected.html'],
    ['no metadata', page('a', { source: '', expected: '' }), 'there is no {}/test/test-pages/a/expected-metadata.json'],
    ['metadata that is no JSON', { ...page('a', { source: '', expected: '' }), 'test/test-pages/a/expected-metadata.json': '{' }, '{}/test/test-pages/a/expected-metadata.json is not JSON'],
  ])('%s is one clear message', async (_name, files, message) => {
    await disk.write(files);
    await expect(open()).rejects.toThrow(message.replace('{}', disk.folder));
  }); // prettier-ignore
});
