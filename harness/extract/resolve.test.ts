import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import type { Page } from '../model/page.ts';
import { OWN_EXTRACTORS } from './catalog/register.ts';
import type { Extractor } from './extractor.ts';
import { ownExtractors, resolveExtractor } from './resolve.ts';

const folder = temporaryFolder();

const FIRST = 'The council met on Monday evening and talked about the bridge for three hours.';
const SECOND = 'In the end it was decided that the old bridge would have to come down.';

const html: Page = {
  id: 'site/html',
  site: 'site',
  media: 'html',
  bytes: Buffer.from(
    `<title>Council meets</title><meta name="author" content="A. Writer"><html lang="en">
    <nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <article><h1>Council meets</h1>${`<p>${FIRST}</p><p>${SECOND}</p>`.repeat(5)}</article>`,
  ),
};

const text: Page = {
  id: 'site/text',
  site: 'site',
  media: 'text',
  bytes: Buffer.from(`Home\nNews\n${FIRST}\n${SECOND}\nShare`),
};

describe('the catalogue', () => {
  let extractors: Extractor[];
  beforeAll(async () => {
    extractors = await ownExtractors();
  });

  test('holds every entry under its own name', () => {
    expect(extractors.map(({ name, source }) => [name, source])).toEqual(
      OWN_EXTRACTORS.map(({ name }) => [name, name]),
    );
    const baselines = OWN_EXTRACTORS.filter((entry) => entry.baseline).map(({ name }) => name);
    expect(extractors.filter((each) => each.baseline).map((each) => each.name)).toEqual(baselines);
    expect(baselines).toEqual(['everything', 'nothing']);
  });

  const body = `${FIRST}\n${SECOND}`;
  const flat = Array.from({ length: 5 }, () => body).join('\n');
  test.each([
    ['readability', { status: 'skipped' }, { title: 'Council meets', authors: ['A. Writer'] }],
    ['terminal-punctuation', { extraction: { text: body } }, { text: flat }],
    ['longest-block', { extraction: { text: body } }, { text: flat }],
    ['everything', { extraction: { text: `Home\nNews\n${body}\nShare` } }, { html: html.bytes.toString() }],
    ['nothing', { extraction: { text: '' } }, { text: '' }],
  ])('%s works on plain text and on a web page', async (name, ofText, ofHtml) => {
    const extractor = extractors.find((each) => each.name === name)!;
    const session = await extractor.open({ workers: 1, timeoutMs: 10_000 });
    expect(await session.extract(text)).toMatchObject(ofText);
    expect(await session.extract(html)).toMatchObject({ status: 'extracted', extraction: ofHtml });
    await session.close();
  });

  test('readability has the version of its package and finds the article', async () => {
    const extractor = await resolveExtractor('readability');
    expect(extractor.version).toBe('0.6.0');
    const session = await extractor.open({ workers: 1, timeoutMs: 10_000 });
    const outcome = await session.extract(html);
    await session.close();
    expect(outcome).toHaveProperty('extraction.html', expect.stringContaining(`<p>${SECOND}</p>`));
    expect(outcome).toHaveProperty('extraction.text', expect.not.stringContaining('Home'));
  });
});

describe('a specification', () => {
  test('with a slash or the ending of a module is a path from the working directory', async () => {
    const path = join(folder, 'mine.mjs');
    writeFileSync(
      path,
      "export default { name: 'mine', version: '1', accepts: ['html'], extract: () => null }",
    );
    const specification = relative(process.cwd(), path);
    expect(await resolveExtractor(specification)).toMatchObject({ name: 'mine', source: specification });
    await expect(resolveExtractor('none.ts')).rejects.toThrow(
      `none.ts: found no extractor module at ${join(process.cwd(), 'none.ts')}; name a file that is there`,
    );
  });

  test('that begins with recorded: is recorded output', async () => {
    const path = join(folder, 'given.json');
    writeFileSync(path, '{}');
    expect(await resolveExtractor(`recorded:${path}`)).toMatchObject({ name: 'given', driver: 'recorded' });
    const message = '"recorded:" names no file; write recorded:PATH';
    await expect(resolveExtractor('recorded:')).rejects.toMatchObject({ code: 'usage', message });
  });

  test.each([
    ['cmd:"cat -u"', { name: 'cat -u', driver: 'command', source: 'cmd:"cat -u"' }],
    ['jsonl:cat', { name: 'cat', driver: 'command', source: 'jsonl:cat' }],
    ['http://127.0.0.1:8000/a', { name: '127.0.0.1:8000/a', driver: 'http' }],
  ])('that is a command or a service: %s', async (specification, about) => {
    expect(await resolveExtractor(specification)).toMatchObject(about);
  });

  const known = `"assay extractors" lists those that are known; a module is named by its path, a command by cmd:COMMAND or jsonl:COMMAND, a service by its URL, recorded output by recorded:PATH`;
  test.each([
    ['readabilty', `unknown extractor "readabilty": did you mean "readability"? ${known}`],
    ['nobodys-pan', `unknown extractor "nobodys-pan"; ${known}`],
    ['', `unknown extractor ""; ${known}`],
    ['ftp://a.example/b', 'ftp://a.example/b: found no URL of a service; expected http://… or https://…'],
  ])('that nobody knows is refused: %j', async (specification, message) => {
    await expect(resolveExtractor(specification)).rejects.toMatchObject({ code: 'usage', message });
  });
});
