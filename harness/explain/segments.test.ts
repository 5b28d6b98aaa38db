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
