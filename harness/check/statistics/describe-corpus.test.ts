import { expect, test } from 'vitest';
import type { BodyEntry } from '../../model/gold.ts';
import type { Corpus, LabelledPage } from '../../model/page.ts';
import { POLICIES } from '../../model/policy.ts';
import { describeCorpus } from './describe-corpus.ts';

function page(
  id: string,
  source: string,
  gold: BodyEntry[],
  more: Partial<LabelledPage['page']> = {},
): LabelledPage {
  const media = id.endsWith('html') ? 'html' : 'text';
  return {
    page: { id, site: id.split('/')[0]!, media, bytes: Buffer.from(source), ...more },
    gold: { about: { traits: [] }, metadata: {}, body: gold, comments: [], boilerplate: [] },
  };
}

const paragraph = (text: string, optional = false): BodyEntry => ({
  type: 'block',
  kind: 'p',
  optional,
  text,
});

test('a corpus is summed up', async () => {
  const pages = [
    page('a/1.html', '<meta charset=utf-8><p>One two three</p><nav>Menu</nav>', [paragraph('One two three')]),
    page('a/2.txt', 'Один два\nещё\n', [paragraph('Один два'), paragraph('ещё', true)]),
    page('b/3.html', '<p>Nothing here</p>', [], { contentType: 'text/html; charset=iso-8859-1' }),
  ];
  const slices = [{ traits: ['lists', 'code'] as const, kind: 'news' as const, split: 'test' }, { traits: ['lists'] as const, kind: 'news' as const }, { traits: [] }]; // prettier-ignore
  const corpus: Corpus = {
    name: 'toy',
    digest: 'ab',
    gold: 'text',
    pages: pages.map(({ page: { id, site, media } }, index) => ({ id, site, media, slices: slices[index]! })),
    read: ({ id }) => Promise.resolve(pages.find((each) => each.page.id === id)!),
  };
  expect(await describeCorpus(corpus, POLICIES.article)).toEqual({
    corpus: 'toy',
    digest: 'ab',
    policy: 'article',
    pages: 3,
    sites: 2,
    rejects: 1,
    media: { html: 2, text: 1 },
    kinds: { news: 2, '–': 1 },
    languages: { '–': 3 },
    scripts: { Latin: 2, Cyrillic: 1 },
    traits: { lists: 2, code: 1 },
    splits: { '–': 2, test: 1 },
    difficulties: { '–': 3 },
    encodings: { 'UTF-8 by meta': 1, 'windows-1252 by content-type': 1 },
    pagesOfSite: { a: 2, b: 1 },
    bytes: {
      html: { total: 74, n: 2, low: 28, median: 37, high: 46 },
      text: { total: 23, n: 1, low: 23, median: 23, high: 23 },
    },
    tokens: {
      page: { total: 9, n: 3, low: 2.5, median: 3, high: 3.5 },
      required: { total: 5, n: 3, low: 1, median: 2, high: 2.5 },
      optional: { total: 1, n: 3, low: 0, median: 0, high: 0.5 },
    },
    complexity: {
      n: 3,
      low: expect.closeTo(7 / 24, 12),
      median: expect.closeTo(1 / 3, 12),
      high: expect.closeTo(2 / 3, 12),
    },
    text: { content: 5 / 9, unlabelled: 3 / 9, optional: 1 / 9 },
    unlabelled: { n: 3, low: 0.125, median: 0.25, high: 0.625 },
    ceilings: { tokens: { n: 2, low: 1, median: 1, high: 1, under: 0 } },
  });
});

test('boilerplate is counted by category, glued words in parts', async () => {
  const { page: only, gold } = page('a/1.html', '<p><b>Menu</b>One two</p><p>Buy now</p>', [
    paragraph('One two'),
  ]);
  const labelled = { page: only, gold: { ...gold, boilerplate: [
    { type: 'boilerplate', category: 'nav', text: 'Menu' }, { type: 'boilerplate', category: 'ad', text: 'Buy now' },
  ] } } as const; // prettier-ignore
  const { text, unlabelled } = await describeCorpus(
    {
      name: 'toy',
      digest: 'ab',
      gold: 'text',
      pages: [{ id: 'a/1.html', site: 'a', media: 'html', slices: { traits: [] } }],
      read: () => Promise.resolve(labelled),
    },
    POLICIES.article,
  );
  expect(text).toEqual({ ad: 2 / 4, content: (1 + 3 / 7) / 4, nav: 4 / 7 / 4 });
  expect(unlabelled).toEqual({ n: 1, low: 0, median: 0, high: 0 });
});
