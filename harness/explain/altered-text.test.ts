import { expect, test } from 'vitest';
import type { Gold } from '../model/gold.ts';
import { explainMade } from './fixtures/faulty-page.ts';

const TEXT =
  'The café of Brasilia shut early, but AT&T and the state-owned museum don’t close before midnight.';
const HTML = `<div><a>More Information</a><p>${TEXT.replace('&', '&amp;')}</p></div>`;
const gold: Gold = {
  about: { traits: [] },
  metadata: {},
  body: [{ type: 'block', kind: 'p', optional: false, text: TEXT }],
  comments: [],
  boilerplate: [{ type: 'boilerplate', category: 'related', text: 'More Information' }],
};

test.each([
  ['café of', 'caféof', 'glued', 'café of'],
  ['Brasilia', 'Bra silia', 'split', 'Brasilia'],
  ['Brasilia', 'BRASILIA', 'case', 'Brasilia'],
  ['café', 'cafe', 'accents', 'café'],
  ['state-owned', 'stateowned', 'punctuation', 'state owned'],
  ['café', 'caf&amp;eacute;', 'entity', 'café'],
  ['AT&T', 'AT&amp;amp;T', 'entity', '&'],
  ['café', 'cafÃ©', 're-encoded', 'café'],
  ['café', 'caf\uFFFD', 're-encoded', 'café'],
  ['museum', 'musaeum', 'respelled', 'museum'],
  ['The café', 'InformationThe café', 'glued', 'Information The'],
])('%s that came out as %s is %s', (before, after, kind, from) => {
  const { surplus } = explainMade({ html: HTML, gold }, [`<p>${TEXT.replace(before, after)}</p>`]);
  expect(surplus.map((run) => [run.class, run.alteration?.kind, run.alteration?.from])).toEqual([
    ['altered', kind, from],
  ]);
});

test('boilerplate in capitals is what it is, not altered gold', () => {
  const { surplus } = explainMade({ html: HTML, gold }, [`<p>${TEXT}</p><p>MORE INFORMATION</p>`]);
  expect(surplus).toMatchObject([{ class: 'related', gold: 'boilerplate[0]', alteration: { kind: 'case' } }]);
});
