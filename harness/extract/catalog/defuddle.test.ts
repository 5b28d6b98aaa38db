import { afterEach, expect, test, vi } from 'vitest';
import { htmlToDocument } from '../../document/html.ts';
import type { ExtractorAnswer } from '../define-extractor.ts';
import extractor from './defuddle.ts';

const PARAGRAPHS = [
  'The council of Lower Wend met on Monday evening and decided to keep the old bridge open until spring.',
  'Its repair will cost more than the town had set aside, said the treasurer, who had counted twice.',
  'A ferry is to run in the meantime; the ferryman asked for a new rope and was given two of them.',
];

function extract(html: string, url?: string): ExtractorAnswer | null | Promise<ExtractorAnswer | null> {
  const page = { media: 'html' as const, bytes: Buffer.from(html), html };
  return extractor.extract(url === undefined ? page : { ...page, url }, {});
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the article comes out as HTML, with its metadata', async () => {
  const answer = await extract(`
    <title>The bridge stays open - The Wend Courier</title><html lang=en>
    <meta property="og:site_name" content="The Wend Courier"><meta name=author content="Ann Ferry">
    <meta property="article:published_time" content="2026-03-02T18:00:00Z">
    <nav><a href=/>Home</a><a href=/town>Town</a></nav>
    <article><h1>The bridge stays open</h1>${PARAGRAPHS.map((text) => `<p>${text}`).join('')}</article>
    <footer>Imprint</footer>`);
  for (const text of PARAGRAPHS) expect(answer?.html).toContain(`<p>${text}</p>`);
  expect(answer?.html).not.toMatch(/Home|Imprint/);
  expect(answer).toMatchObject({
    title: 'The bridge stays open',
    authors: ['Ann Ferry'],
    published: '2026-03-02T18:00:00Z',
    publisher: 'The Wend Courier',
    language: 'en',
  });
});

test('as Markdown where that is asked for', async () => {
  const page = `<article><h1>The bridge</h1>${PARAGRAPHS.map((text) => `<p>${text}`).join('')}</article>`;
  const input = { media: 'html' as const, bytes: Buffer.from(page), html: page };
  const answer = await extractor.extract(input, { markdown: true });
  expect(answer?.markdown).toBe(PARAGRAPHS.join('\n\n'));
  expect(answer).not.toHaveProperty('html');
});

test('a page without anything is an empty extraction without metadata', async () => {
  const answer = await extract('');
  expect(htmlToDocument(answer?.html ?? 'x').blocks).toEqual([]);
  expect(answer).toMatchObject({
    title: null,
    authors: null,
    published: null,
    publisher: null,
    language: null,
  });
});

test('a thin page of a site with an interface of its own asks for nothing', async () => {
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.reject(new Error('refused')));
  vi.stubGlobal('fetch', fetch);
  await extract('<title>X</title><div id=root></div>', 'https://x.com/somebody/status/1234567890');
  await extract('<title>Y</title>', 'https://www.youtube.com/watch?v=abcdefghijk');
  await extract('<title>R</title>', 'https://www.reddit.com/r/test/comments/abc123/title/');
  expect(fetch).not.toHaveBeenCalled();
});
