import { expect, test } from 'vitest';
import { pageToDocument } from '../document/page-document.ts';
import { POLICIES } from '../model/policy.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { ExplainedPage } from './explained-page.ts';
import { explainFields } from './fields.ts';

const HTML = `<html lang="en"><head><title>The dam held</title><meta property="og:title" content="The dam held">
<script type="application/ld+json">{"author":"Ada Reed","datePublished":"2025-07-09"}</script></head>
<body><h1>The dam held</h1><p class="byline">Ada Reed</p><time datetime="2025-07-09T01:00Z">today</time><p>Text.</p></body></html>`;

test('each wrong field stands beside its gold, with where the page has it', () => {
  const gold = new PreparedGold(
    {
      about: { traits: [], language: 'en' },
      metadata: { title: 'The dam held', authors: ['Ada Reed'], published: '2025-07-09', publisher: 'Nowhere Press' },
      body: [{ type: 'block', kind: 'p', optional: false, text: 'Text.' }],
      comments: [],
      boilerplate: [],
    },
    POLICIES.article,
  );
  const document = pageToDocument({ bytes: Buffer.from(HTML), media: 'html', contentType: 'text/html; charset=utf-8' });
  const input = new ScoringInput(gold, { text: 'Text.', title: 'A dam', authors: ['Ada Reed'] });
  const fields = explainFields(input, new ExplainedPage(document, gold));
  expect(fields.map(({ field, isRight, returned, standsIn }) => [field, isRight, returned, standsIn.map(({ kind }) => kind)])).toEqual([
    ['title', false, 'A dam', ['document-title', 'meta', 'heading']],
    ['authors', true, 'Ada Reed', []],
    ['published', false, undefined, ['json-ld', 'time']],
    ['publisher', false, undefined, []],
    ['language', false, undefined, ['lang']],
  ]);
}); // prettier-ignore

test.each([
  ['en-GB', 'en', true],
  ['EN_us', 'en-GB', true],
  ['english', 'en', false],
  ['', 'en', false],
])('a page in %j says that it is in %s: %j', (lang, language, isSaid) => {
  const body = [{ type: 'block', kind: 'p', optional: false, text: 'Text.' } as const];
  const labels = { about: { traits: [], language }, metadata: {}, body, comments: [], boilerplate: [] };
  const gold = new PreparedGold(labels, POLICIES.article);
  const document = pageToDocument({ bytes: Buffer.from(`<html lang="${lang}"><p>Text.`), media: 'html' });
  const [field] = explainFields(new ScoringInput(gold, { text: 'Text.' }), new ExplainedPage(document, gold));
  expect(field!.standsIn).toEqual(isSaid ? [{ kind: 'lang', path: 'html' }] : []);
});
