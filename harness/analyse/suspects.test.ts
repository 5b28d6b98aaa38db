import { describe, expect, test } from 'vitest';
import { pageToDocument } from '../document/page-document.ts';
import { ExplainedPage } from '../explain/explained-page.ts';
import type { Gold } from '../model/gold.ts';
import { POLICIES } from '../model/policy.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { mostSuspiciousFirst, suspectsOf } from './suspects.ts';
import type { Suspect } from './suspects.ts';

const HTML = `<body><div id="post"><p>The river rose again on Sunday night.</p><p>Nobody in the village was hurt this time.</p>
<p class="tip">Send your pictures of the flood to us.</p><p>Work on the dam will begin in May.</p></div></body>`;
const LEAD = 'The river rose again on Sunday night.';
const SECOND = 'Nobody in the village was hurt this time.';
const TIP = 'Send your pictures of the flood to us.';
const LAST = 'Work on the dam will begin in May.';

function goldOf(body: readonly string[], boilerplate: readonly string[] = []): Gold {
  return {
    about: { traits: [] },
    metadata: {},
    body: body.map((text) => ({ type: 'block', kind: 'p', optional: false, text })),
    comments: [],
    boilerplate: boilerplate.map((text) => ({ type: 'boilerplate', category: 'promo', text })),
  };
}

/** What is suspicious if extractors returned these texts of the page; undefined is a failure. */
function suspectsIn(labels: Gold, texts: readonly (string | undefined)[]): Suspect[] {
  const gold = new PreparedGold(labels, POLICIES.article);
  const page = { bytes: Buffer.from(HTML), media: 'html', contentType: 'text/html; charset=utf-8' } as const;
  return suspectsOf({
    corpus: 'toy',
    page: 'p',
    gold,
    voices: texts.map((text) => new ScoringInput(gold, text === undefined ? undefined : { text })),
    explain: () => new ExplainedPage(pageToDocument(page), gold),
  });
}

describe('of a page are suspects', () => {
  test('required text that nearly all leave out, with its address and element', () => {
    const without = `${LEAD}\n${LAST}`;
    expect(suspectsIn(goldOf([LEAD, SECOND, LAST]), [without, without, without])).toEqual([
      {
        corpus: 'toy',
        page: 'p',
        suspicion: 'left-out',
        agreeing: 3,
        voices: 3,
        tokens: 8,
        gold: 'body[1]',
        place: { path: 'div#post > p:nth-of-type(2)', start: { block: 1, offset: 0 }, end: { block: 1, offset: 40 } },
        isShown: true,
        text: 'Nobody in the village was hurt this time',
      },
    ]); // prettier-ignore
  });

  test('text that nearly all return and gold lacks, or forbids', () => {
    const all = [LEAD, SECOND, TIP, LAST].join('\n');
    const [lacking] = suspectsIn(goldOf([LEAD, SECOND, LAST]), [all, all, all, all]);
    expect(lacking).toMatchObject({
      suspicion: 'not-in-gold',
      agreeing: 4,
      tokens: 8,
      text: TIP.slice(0, -1),
    });
    expect(lacking).not.toHaveProperty('gold');
    const [forbidden] = suspectsIn(goldOf([LEAD, SECOND, LAST], [TIP]), [all, all, all, all]);
    expect(forbidden).toMatchObject({ suspicion: 'forbidden', gold: 'boilerplate[0]' });
  });

  test('text of several entries in one stretch, and text that the page does not have', () => {
    const gold = goldOf([LEAD, SECOND, 'The mayor was not there for a word.', LAST]);
    const [suspect, ...others] = suspectsIn(gold, [`${LEAD}\n${LAST}`, `${LEAD}\n${LAST}`, LEAD, LEAD]);
    expect(others).toEqual([]);
    expect(suspect).toMatchObject({
      gold: 'body[1]',
      goldEnd: 'body[2]',
      tokens: 16,
      agreeing: 4,
      isShown: false,
    });
    const [invented] = suspectsIn(goldOf([LEAD, 'Nothing of this is on the page at all.']), [
      LEAD,
      LEAD,
      LEAD,
    ]);
    expect(invented).not.toHaveProperty('place');
  });

  test('snippets that all miss, and snippets that must not appear and all have', () => {
    const labels: Gold = {
      about: { traits: [] },
      metadata: {},
      comments: [],
      boilerplate: [],
      segments: { with: [LEAD, SECOND], without: [TIP] },
    };
    const text = `${LEAD} ${TIP}`;
    const found = suspectsIn(labels, [text, text, text]);
    expect(found.map(({ suspicion, gold }) => [suspicion, gold])).toEqual([
      ['left-out', 'segments.with[1]'],
      ['forbidden', 'segments.without[0]'],
    ]);
  });
});

describe('of a page is no suspect', () => {
  const gold = goldOf([LEAD, SECOND, LAST]);
  const without = `${LEAD}\n${LAST}`;
  test.each<[string, readonly (string | undefined)[]]>([
    ['what two of three leave out', [without, without, `${LEAD}\n${SECOND}\n${LAST}`]],
    [
      'what is left out by those that returned nothing',
      [undefined, '', undefined, `${LEAD}\n${SECOND}\n${LAST}`],
    ],
    ['what only two independent ones were asked about', [without, without]],
  ])('%s', (_name, texts) => {
    expect(suspectsIn(gold, texts)).toEqual([]);
  });
});

test('many that agree and much text come first', () => {
  const suspect = (page: string, agreeing: number, tokens: number): Suspect => ({
    corpus: 'toy',
    page,
    suspicion: 'not-in-gold',
    agreeing,
    voices: 10,
    tokens,
    isShown: true,
    text: '',
  });
  const sorted = mostSuspiciousFirst([
    suspect('a', 8, 16),
    suspect('b', 10, 16),
    suspect('c', 10, 9),
    suspect('d', 8, 100),
  ]);
  expect(sorted.map(({ page }) => page)).toEqual(['d', 'b', 'a', 'c']);
});
