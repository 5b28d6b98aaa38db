import { expect, test } from 'vitest';
import type { Gold } from '../model/gold.ts';
import { explainMade } from './fixtures/faulty-page.ts';

const gold = (segments: Gold['segments'] & object): Gold => ({
  about: { traits: [] },
  metadata: {},
  segments,
  comments: [],
  boilerplate: [],
});
const HTML = `<nav>All the news</nav><div id="story"><p>The dam held all night.</p><ul><li>It was rebuilt.</li></ul>
<p>Nobody was hurt.</p></div><script>{"more":"Only in a script."}</script>`;

test('each missing snippet has its place, its cause, and what came out instead', () => {
  const wanted = ['The dam held', 'It was rebuilt', 'Nobody was hurt', 'Only in a script', 'Nowhere'];
  const { segments } = explainMade({ html: HTML, gold: gold({ with: wanted, without: [] }) }, ['<p>The dam held all night. <p>Instead. <p>NOBODY WAS HURT.']);
  expect(segments.map((each) => [each.gold, each.fault, each.class, each.place?.path, each.cameOutAs])).toEqual([
    ['segments.with[1]', 'missing', 'in-list', 'div#story > ul > li', 'Instead.\nNOBODY WAS HURT'],
    ['segments.with[2]', 'missing', 'altered', 'div#story > p:nth-of-type(2)', 'Instead.\nNOBODY WAS HURT'],
    ['segments.with[3]', 'missing', 'from-script', undefined, undefined],
    ['segments.with[4]', 'missing', 'not-in-page', undefined, undefined],
  ]);
}); // prettier-ignore

test('each leaked snippet has its place and what is around it', () => {
  const { segments } = explainMade({ html: HTML, gold: gold({ with: [], without: ['the news', 'hurt', 'absent', 'Made up'] }) }, ['<p>All the news<p>Made up']);
  expect(segments).toMatchObject([
    { fault: 'leaked', class: 'nav', gold: 'segments.without[0]', place: { path: 'nav' }, cameOutAs: 'All the news Made up' },
    { fault: 'leaked', class: 'invented', gold: 'segments.without[3]' },
  ]);
}); // prettier-ignore

test('a snippet without a letter or digit has its place and its cause, whether a word follows in the page or not', () => {
  const html = '<nav>Menu</nav><nav>★★★★☆</nav><p>Alpha beta gamma</p><table><tr><td>→<td>12 m<tr><td>Dam<td>9 m</table><ul><li>€</ul>';
  const snippets = gold({ with: ['→', '€', '***'], without: ['Menu', '★★★★☆'] });
  const { segments } = explainMade({ html, gold: snippets }, ['<p>Menu ★★★★☆<p>Alpha beta gamma']);
  expect(segments.map((each) => [each.text, each.class, each.place])).toEqual([
    ['→', 'in-table', { path: 'tbody > tr:nth-of-type(1) > td:nth-of-type(1)', start: { block: 3, offset: 0 }, end: { block: 3, offset: 1 } }],
    ['€', 'in-list', { path: 'ul > li', start: { block: 7, offset: 0 }, end: { block: 7, offset: 1 } }],
    ['***', 'not-in-page', undefined],
    ['Menu', 'nav', { path: 'nav:nth-of-type(1)', start: { block: 0, offset: 0 }, end: { block: 0, offset: 4 } }],
    ['★★★★☆', 'nav', { path: 'nav:nth-of-type(2)', start: { block: 1, offset: 0 }, end: { block: 1, offset: 5 } }],
  ]);
}); // prettier-ignore

test('such a snippet of a page on which nothing came out is missing with all else', () => {
  const { segments } = explainMade({ html: '<p>Alpha</p><p>★★★★☆</p>', gold: gold({ with: ['★★★★☆'], without: [] }) }, []);
  expect(segments).toMatchObject([{ class: 'whole-body', place: { path: 'p:nth-of-type(2)' } }]);
}); // prettier-ignore

test('gold says what a snippet without a letter or digit is', () => {
  const rating = { type: 'boilerplate', category: 'related', text: '★★★★☆' } as const;
  const labelled = { ...gold({ with: [], without: ['★★★★☆'] }), boilerplate: [rating] };
  const { segments } = explainMade({ html: '<p>Alpha</p><p>★★★★☆</p>', gold: labelled }, ['<p>★★★★☆']);
  expect(segments).toMatchObject([{ class: 'related' }]);
});

test('the place of a snippet ends with it, not with the word behind its last sign', () => {
  const html = '<div id="story"><p>It held.</p><p>Nobody was hurt.</p></div>';
  const { segments } = explainMade({ html, gold: gold({ with: ['It held.'], without: [] }) }, ['<p>Nobody was hurt.']);
  expect(segments[0]!.place).toEqual({ path: 'div#story > p:nth-of-type(1)', start: { block: 0, offset: 0 }, end: { block: 0, offset: 7 } });
}); // prettier-ignore

test('a caption is in a figure, whatever its element', () => {
  const html = '<table><caption>Levels</caption><tr><td>12 m</table>';
  const { segments } = explainMade({ html, gold: gold({ with: ['Levels'], without: [] }) }, ['<p>12 m']);
  expect(segments).toMatchObject([{ class: 'in-figure' }]);
});
