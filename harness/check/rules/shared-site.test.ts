import { expect, test } from 'vitest';
import type { Corpus } from '../../model/page.ts';
import { checked, corpusOf, findingsOf } from '../fixtures/checked.ts';
import { sharedSite } from './shared-site.ts';

const page = (id: string, split: string) => checked({ id, slices: { split } });

test('a site with pages in two splits is found', () => {
  const pages = [page('a.example/1', 'test'), page('a.example/2', 'dev'), page('b.example/1', 'dev')];
  expect(findingsOf(sharedSite, ...pages)).toMatchObject([
    { site: 'a.example', found: 'pages of a.example in the splits dev and test' },
  ]);
});

test('what a dataset says of pages that are not here counts', () => {
  const splitsOf: Corpus['splitsOf'] = new Map([
    ['a.example', new Set(['test'])],
    ['b.example', new Set(['test'])],
    ['c.example', new Set(['dev', 'test'])],
  ]);
  const check = sharedSite.begin(corpusOf([page('a.example/1', 'dev')], { splitsOf }));
  const sites = check.finish().map((finding) => ('site' in finding ? finding.site : undefined));
  expect(sites).toEqual(['a.example', 'c.example']);
});

test('sites in one split each give nothing', () => {
  expect(findingsOf(sharedSite, page('a.example/1', 'dev'), page('b.example/1', 'test'))).toEqual([]);
  expect(findingsOf(sharedSite, checked({}))).toEqual([]);
});
