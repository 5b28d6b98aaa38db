import { expect, test } from 'vitest';
import { pageToDocument } from '../document/page-document.ts';
import type { GoldBlock } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { explainPage } from './explain-page.ts';
import { ExplainedPage } from './explained-page.ts';

/** The class and text of each run, surplus first. */
function runsOf(
  html: string,
  body: readonly (readonly ['h1' | 'p', string])[],
  text: string,
): [string, string][] {
  const page = { media: 'html', bytes: Buffer.from(html), contentType: 'text/html; charset=utf-8' } as const;
  const blocks = body.map(([kind, each]): GoldBlock => ({
    type: 'block',
    kind,
    optional: false,
    text: each,
  }));
  const gold = new PreparedGold(
    { about: { traits: [] }, metadata: {}, body: blocks, comments: [], boilerplate: [] },
    POLICIES.article,
  );
  const { surplus, missing } = explainPage(
    new ScoringInput(gold, { text }),
    new ExplainedPage(pageToDocument(page), gold),
  );
  return [...surplus, ...missing].map((run) => [run.class, run.text]);
}

const FIRST = 'The lighthouse on the rock was built by a hundred men in four years.';
const SECOND = 'Its lamp was lit for the first time on a clear night in March.';
const BODY = [['p', FIRST], ['p', SECOND]] as const; // prettier-ignore
const perfect = `${FIRST}\n\n${SECOND}`;

test('a link that stands alone in the text is not called a list of teasers', () => {
  const page = `<main><p>${FIRST}</p><p><a href=/plan>Plans in full</a></p><p>${SECOND}</p></main>`;
  expect(runsOf(page, BODY, `${FIRST}\n\nPlans in full\n\n${SECOND}`)).toEqual([
    ['unlabelled', 'Plans in full'],
  ]);
});

test('links one behind the other are, in one block or in several', () => {
  const links = '<a href=/a>Harbour dredged again</a>';
  const other = '<a href=/b>Ferry sold abroad</a>';
  for (const list of [`<p>${links} ${other}</p>`, `<p>${links}</p><p>${other}</p>`]) {
    const page = `<main><p>${FIRST}</p><p>${SECOND}</p>${list}</main>`;
    expect(runsOf(page, BODY, `${perfect}\n\nHarbour dredged again\n\nFerry sold abroad`)).toEqual([
      ['related', 'Harbour dredged again\nFerry sold abroad'],
    ]);
  }
});

const CAPTION = 'The lighthouse on the rock was painted white when our photographer saw it from a boat.';

test('a caption that begins like the text is a caption', () => {
  const page = `<main><p>${FIRST}</p><figure><img><figcaption>${CAPTION}</figcaption></figure><p>${SECOND}</p></main>`;
  expect(runsOf(page, BODY, `${FIRST}\n\n${CAPTION}\n\n${SECOND}`)).toEqual([
    ['caption', CAPTION.slice(0, -1)],
  ]);
});

test('a caption in a widget is a caption', () => {
  const figure =
    '<div class=image-widget><figure><img><figcaption>Seen from the harbour</figcaption></figure></div>';
  const page = `<main><p>${FIRST}</p>${figure}<p>${SECOND}</p></main>`;
  expect(runsOf(page, BODY, `${FIRST}\n\nSeen from the harbour\n\n${SECOND}`)).toEqual([
    ['caption', 'Seen from the harbour'],
  ]);
});

test('the header of the page is its masthead, the header of an article is not', () => {
  const slogan = 'News from the coast';
  const standfirst = 'Nobody drowned while it was raised.';
  const article = `<article><header class=article-header><p>${standfirst}</p></header><p>${FIRST}</p><p>${SECOND}</p></article>`;
  const page = `<div><header class=site-header><p>${slogan}</p></header>${article}</div>`;
  expect(runsOf(page, BODY, `${slogan}\n\n${standfirst}\n\n${perfect}`)).toEqual([
    ['header', slogan],
    ['unlabelled', standfirst.slice(0, -1)],
  ]);
});

test('a link that skips the menu is of the interface', () => {
  const skip = '<a class="skip-link screen-reader-text" href=#text>Skip to content</a>';
  const page = `<div>${skip}<main><p>${FIRST}</p><p>${SECOND}</p></main></div>`;
  expect(runsOf(page, BODY, `Skip to content\n\n${perfect}`)).toEqual([['ui', 'Skip to content']]);
});

test('a caption that says what the text says is a duplicate', () => {
  const caption = 'The lighthouse on the rock was built by a hundred men.';
  const page = `<main><p>${FIRST}</p><figure><img><figcaption>${caption}</figcaption></figure><p>${SECOND}</p></main>`;
  const [[name] = []] = runsOf(page, BODY, `${FIRST}\n\n${caption}\n\n${SECOND}`);
  expect(name).toBe('duplicate');
});

test('what stands between headline and text is its beginning', () => {
  const standfirst = 'Nobody drowned while it was raised.';
  const page = `<main><h1>A light at last</h1><div><p>${standfirst}</p></div><div><p>${FIRST}</p><p>${SECOND}</p></div></main>`;
  const body = [['h1', 'A light at last'], ['p', standfirst], ...BODY] as const;
  expect(runsOf(page, body, `A light at last\n\n${perfect}`)).toEqual([['lead', standfirst.slice(0, -1)]]);
  expect(runsOf(page, body, `A light at last\n\n${standfirst}\n\n${FIRST}`)).toEqual([
    ['tail', SECOND.slice(0, -1)],
  ]);
});
