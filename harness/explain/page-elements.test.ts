import { describe, expect, test } from 'vitest';
import { pageToDocument } from '../document/page-document.ts';
import { Vocabulary, tokenize } from '../document/tokens.ts';
import { PageElements } from './page-elements.ts';

/** The elements of a page, of whose tokens some are of gold. */
function elementsOf(html: string, isGold: (token: number) => boolean = () => false): PageElements {
  const { blocks } = pageToDocument({ bytes: Buffer.from(html), media: 'html' });
  const tokens = tokenize(blocks, new Vocabulary());
  return new PageElements(
    blocks,
    tokens,
    Int32Array.from(tokens.block, (_, token) => (isGold(token) ? 0 : -1)),
  );
}

describe('what text is by the elements around it', () => {
  test.each([
    ['nothing', '<div><p>a', undefined],
    ['its own name', '<nav>a', 'nav'],
    ['the innermost strong hint', '<footer><div class=share><p>a', 'share'],
    ['a strong hint before a weak one within it', '<nav><time>a', 'nav'],
    ['no weak hint around a strong one', '<figcaption><nav>a', 'nav'],
    ['the innermost weak hint', '<header><div class=byline><p>a', 'byline'],
    ['a caption in an aside', '<aside><figcaption>a', 'caption'],
    ['a caption outside of the aside', '<figcaption><aside>a', 'aside'],
    ['a caption around another weak hint in an aside', '<aside><figcaption><time>a', 'aside'],
    ['a header', '<header><p>a', 'header'],
    ['the header of an article', '<article><header><p>a', undefined],
    ['a menu in the header of an article', '<article><header><nav>a', 'nav'],
    ['an article in a header', '<header><article><p>a', 'header'],
  ])('%s', (_name, html, hint) => {
    expect(elementsOf(html).facts.map((facts) => facts.hint)).toEqual([hint]);
  });

  test('is not that of elements that hold more than a tenth of the content', () => {
    const html = '<div class=sidebar><p>a b c d e f g h i j</p><nav>k</nav></div><div class=promo>l m</div>';
    const hints = (isGold: (token: number) => boolean): unknown[] =>
      elementsOf(html, isGold).facts.map((facts) => facts.hint);
    expect(hints(() => false)).toEqual(['aside', 'nav', 'promo']);
    expect(hints((token) => token < 10)).toEqual([undefined, 'nav', 'promo']);
    // One of eleven, two of twelve.
    expect(hints((token) => token < 11)).toEqual([undefined, 'nav', 'promo']);
    expect(hints(() => true)).toEqual([undefined, 'nav', undefined]);
  });

  test.each([
    ['none', () => false, 'nav'],
    ['all', () => true, undefined],
  ])(
    'is read in time that grows with their number, however deep they are: gold is %s',
    (_name, isGold, hint) => {
      const html = `<nav>${'<div>a '.repeat(40_000)}`;
      const began = process.cpuUsage();
      const { facts } = elementsOf(html, isGold);
      // A walk to the root from each of them takes a minute.
      expect(process.cpuUsage(began).user / 1e6).toBeLessThan(10);
      expect(facts.length).toBe(40_000);
      expect(facts.at(-1)!.hint).toBe(hint);
    },
  );
});
