import { describe, expect, test } from 'vitest';
import type { Verdict } from './classes.ts';
import { explainMade, makePage } from './fixtures/faulty-page.ts';
import type { MadePage } from './fixtures/faulty-page.ts';

const page = makePage(3);
const perfect = page.perfect.map(({ html }) => html);
const { parts } = page;

/** A page of an article, a list of comments and another article. */
const three: MadePage = (() => {
  const words = page.words;
  const [own, other, comment] = [0, 1, 2].map(() => Array.from({ length: 4 }, () => words.sentence(24)));
  const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
  const body = own!.map((text) => ({ type: 'block', kind: 'p', optional: false, text }) as const);
  return {
    words,
    parts: { own: paragraphs(own!), other: paragraphs(other!), comment: paragraphs(comment!) },
    html: `<article>${paragraphs(own!)}</article><article>${paragraphs(other!)}</article><div id="comments">${paragraphs(comment!)}</div><div id="shop">${paragraphs([words.sentence(24)])}</div>`,
    gold: { about: { traits: [] }, metadata: {}, body, comments: [], boilerplate: [] },
    perfect: [],
  };
})();

describe('the verdict on a page', () => {
  test.each<[string, Verdict | undefined, readonly string[]]>([
    ['nothing came out', 'nothing', []],
    ['all is well', undefined, perfect],
    ['one block is missing', undefined, perfect.slice(1)],
    ['the last third is missing', 'cut-off', perfect.slice(0, 8)],
    ['all of the page came out', 'everything', [...perfect, ...Object.values(parts).map((text) => `<p>${text}</p>`)]],
    ['all blocks came out, the last first', undefined, perfect.toReversed()],
    ['all came out in capitals', undefined, perfect.map((html) => html.replace(/(?<=>)[^<]+/gu, (text) => text.toUpperCase()))],
    ['the parts around the article came out', 'wrong-container', ['nav', 'footer', 'newsletter', 'share', 'tags', 'paywall'].map((name) => `<p>${parts[name]}</p>`)],
  ])('%s: %s', (_name, verdict, blocks) => {
    expect(explainMade(page, blocks).verdict).toBe(verdict);
  }); // prettier-ignore

  test.each<[Verdict, string]>([
    ['comments-taken', 'comment'],
    ['another-article', 'other'],
  ])('%s', (verdict, part) => {
    expect(explainMade(three, [three.parts[part]!]).verdict).toBe(verdict);
  });

  test.each<[string, Verdict | undefined, number]>([
    // Of five paragraphs of ten words the first is matched, and two came out altered: 30 of 50 words.
    ['what came out altered is no sign of another part', undefined, 3],
    // Two of five are 20 words: less than half, and less than the 40 words of the shop.
    ['what came out altered is no reason to see no other part', 'wrong-container', 2],
  ])('%s', (_name, verdict, taken) => {
    const { words } = page;
    const [own, shop] = [5, 4].map((length) => Array.from({ length }, () => words.sentence(10)));
    const body = own!.map((text) => ({ type: 'block', kind: 'p', optional: false, text }) as const);
    const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
    const html = `<article>${paragraphs(own!)}</article><div id="shop">${paragraphs(shop!)}</div>`;
    const altered = own!.slice(1, taken).map((text) => text.toUpperCase());
    const out = [paragraphs([own![0]!, ...altered, ...shop!])];
    expect(explainMade({ html, gold: { ...three.gold, body } }, out).verdict).toBe(verdict);
  });

  test('wrong-encoding: UTF-8 that was read as windows-1252', () => {
    const texts = ['Zürich grüßt früh die Künstler.', 'Das Café öffnet später für Gäste.'];
    const body = texts.map((text) => ({ type: 'block', kind: 'p', optional: false, text }) as const);
    const html = `<div>${texts.map((text) => `<p>${text}</p>`).join('')}</div>`;
    const garbled = texts.map((text) => `<p>${Buffer.from(text).toString('latin1')}</p>`);
    const { verdict, surplus, missing } = explainMade({ html, gold: { ...three.gold, body } }, garbled);
    expect(verdict).toBe('wrong-encoding');
    expect(new Set([...surplus, ...missing].map((run) => run.class))).toEqual(new Set(['altered']));
    expect(surplus[0]).toMatchObject({
      alteration: { kind: 're-encoded', from: 'Zürich grüßt früh Künstler Café öffnet später für Gäste' },
    });
  });
});
