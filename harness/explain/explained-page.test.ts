import { expect, test } from 'vitest';
import { pageToDocument } from '../document/page-document.ts';
import { POLICIES } from '../model/policy.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ExplainedPage } from './explained-page.ts';

test('a place may have more tokens than a call has room for arguments', () => {
  const words = 200_000;
  const bytes = Buffer.from(`<p>one<p>${'a '.repeat(words)}`);
  const gold = { about: { traits: [] }, metadata: {}, body: [], comments: [], boilerplate: [] };
  const page = new ExplainedPage(
    pageToDocument({ bytes, media: 'html' }),
    new PreparedGold(gold, POLICIES.article),
  );
  const tokens = Array.from({ length: words }, (_, index) => words - index);
  expect(page.placeOfTokens(tokens)).toEqual({
    path: 'p:nth-of-type(2)',
    start: { block: 1, offset: 0 },
    end: { block: 1, offset: 2 * words - 1 },
  });
});

test('a hidden element may have more blocks than a call has room for arguments', () => {
  const blocks = 150_000;
  const bytes = Buffer.from(`<div hidden>${'<p>a'.repeat(blocks)}</div><p>b`);
  expect(pageToDocument({ bytes, media: 'html' }).unseen).toHaveLength(blocks);
});
