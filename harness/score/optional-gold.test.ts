import { describe, expect, test } from 'vitest';
import { edit } from './metrics/edit.ts';
import { selectMetrics } from './metrics/register.ts';
import { goldOf, page } from './metrics/fixtures/pages.ts';
import { segments } from './metrics/segments.ts';
import { shingles } from './metrics/shingles.ts';
import { tokens } from './metrics/tokens.ts';
import { PERFECT, TEXT_METRICS, headlines } from './metrics/fixtures/text-metrics.ts';
import { metricSignature } from './metric.ts';

describe('metrics that read text', () => {
  test('under optional=kept count optional text as their sources do, which know none', () => {
    const input = page(goldOf(['a b c d'], { metadata: { title: 'T u' } }), 'T u\na b c d');
    expect(headlines(input)).toEqual(PERFECT);
    const kept = selectMetrics(TEXT_METRICS.map(({ name }) => `${name}:optional=kept`)).slice(2);
    const figures = kept.map((metric) => [metric.name, metric.scorePage(input).figures[metric.headline]]);
    // Four of six words are those of gold; one of three 4-grams.
    expect(figures).toEqual([
      ['shingles:optional=kept', 1 / 2],
      ['words:optional=kept', expect.closeTo(0.8, 12)],
      ['rouge-lsum:optional=kept', expect.closeTo(0.8, 12)],
      ['edit:optional=kept', 0.8],
      ['exact:optional=kept', 0],
    ]);
    expect(metricSignature(kept[0]!)).toContain('|optional:kept|');
    const failed = page([], undefined);
    expect(kept.map((metric) => metric.scorePage(failed).figures[metric.headline])).toEqual([
      { undefined: 'nothing-required' },
      0,
      { undefined: 'nothing-required' },
      0,
      0,
    ]);
  });

  test('conventions of a metric can be chosen together', () => {
    const [, , both] = selectMetrics(['shingles:optional=kept,empty=zero']);
    expect(both!.name).toBe('shingles:empty=zero,optional=kept');
    expect(selectMetrics([both!.name])[2]!.keys).toMatchObject({ empty: 'zero', optional: 'kept' });
  });

  const gold = goldOf([], {
    body: [
      { type: 'block', kind: 'p', optional: false, text: 'Rain fell on the town of Brill.' },
      { type: 'block', kind: 'caption', optional: true, text: '© The mill by night, in May.' },
      { type: 'block', kind: 'p', optional: false, text: '"Nobody was hurt", said the mayor.' },
    ],
  });
  const [first, caption, second] = [
    'Rain fell on the town of Brill.',
    '© The mill by night, in May.',
    '"Nobody was hurt", said the mayor.',
  ];

  test.each<[string, string]>([
    ['kept', `${first}\n${caption}\n${second}`],
    ['dropped', `${first}\n\n${second}`],
    ['moved', `${caption}\r\n${first}\n${second}`],
    ['in one line', `${first} ${caption} ${second}`],
    ['at the end of a line', `${first} ${caption}\n${second}`],
    ['with a mark before it', `${first}\n- ${caption}\n${second}`],
  ])('an optional caption, %s', (_name, text) => {
    expect(headlines(page(gold, { text }))).toMatchObject({ ...PERFECT, 'rouge-lsum': expect.closeTo(1) });
  });

  const signs = goldOf([], {
    body: [
      { type: 'block', kind: 'p', optional: false, text: 'Rain fell on Brill.' },
      { type: 'block', kind: 'caption', optional: true, text: '★★★★☆' },
      { type: 'block', kind: 'code', optional: false, text: '{\n  "wet": true\n}' },
      { type: 'block', kind: 'caption', optional: true, text: 'By the mill' },
      { type: 'block', kind: 'code', optional: false, text: '{\n  "dry": false\n}' },
    ],
  });

  test.each<[string, string]>([
    ['kept', 'Rain fell on Brill.\n★★★★☆\n{\n  "wet": true\n}\nBy the mill\n{\n  "dry": false\n}'],
    ['dropped', 'Rain fell on Brill.\n{\n  "wet": true\n}\n{\n  "dry": false\n}'],
    ['in part', 'Rain fell on Brill.\n{\n  "wet": true\n}\nBy the mill\n{\n  "dry": false\n}'],
  ])('lines without a letter or digit are required or optional as gold has them, %s', (_name, text) => {
    expect(headlines(page(signs, { text }))).toMatchObject({ ...PERFECT, 'rouge-lsum': expect.closeTo(1) });
  });

  test('a required line without a letter or digit that is lost behind optional text is missed', () => {
    const text = 'Rain fell on Brill.\n{\n  "wet": true\n}\nBy the mill\n  "dry": false\n}';
    // 4 words, { "wet": true }, { "dry": false }: one bracket of 12 is gone.
    expect(edit.scorePage(page(signs, { text })).counts).toEqual({ common: 11, gold: 12, extracted: 11 });
  });

  test('the text that an extractor gave is what counts, not its HTML', () => {
    const html = `<p>${first}<p>something else`;
    expect(headlines(page(gold, { html, text: `${first}\n${caption}\n${second}` }))).toEqual(PERFECT);
    expect(headlines(page(gold, { html: `<p>${first}<p>${caption}<p>${second}` }))).toEqual(PERFECT);
    expect(headlines(page(gold, { markdown: `${first}\n\n${caption}\n\n${second}` }))).toEqual(PERFECT);
  });

  test('a caption that comes out twice costs its length', () => {
    const text = [first, caption, second, caption].join('\n');
    // 7 + 6 words of gold, 7 of the caption (its sign is a token of white-space).
    expect(edit.scorePage(page(gold, { text })).counts).toEqual({ common: 13, gold: 13, extracted: 20 });
  });

  test('only the caption: nothing came out', () => {
    expect(headlines(page(gold, { text: caption }))).toEqual({
      shingles: 0,
      words: 0,
      'rouge-lsum': 0,
      edit: 0,
      exact: 0,
    });
    expect(shingles.scorePage(page(gold, { text: caption })).counts).toMatchObject({ tp: 0, fp: 0 });
  });

  test('snippets are looked for in the whole text', () => {
    const snippets = { ...gold, segments: { with: ['mill by night'], without: [] } };
    expect(segments.scorePage(page(snippets, { text: caption })).counts).toMatchObject({ tp: 1, fn: 0 });
  });

  test('without optional gold the text is not touched', () => {
    const text = ' a\u00a0b\r\n';
    const plain = page(goldOf(['a b']), { text });
    expect(plain.textWithoutOptional).toBe(text);
  });
});

test('optional text earns nothing: only the optional block came out', () => {
  const gold = goldOf([], {
    body: [
      { type: 'block', kind: 'p', optional: false, text: 'the council met on Monday to vote on the plan for the new school' },
      { type: 'block', kind: 'caption', optional: true, text: 'Picture the old hall of the council by night and the square on a wet Monday in May' },
    ],
  }); // prettier-ignore
  const text = 'Picture the old hall of the council by night and the square on a wet Monday in May';
  const { counts, figures } = tokens.scorePage(page(gold, { text }));
  expect(counts).toMatchObject({ required: 14, matched: 0, missing: 14, surplus: 0, neutral: 18 });
  expect(figures['f1']).toBe(0);
  expect(headlines(page(gold, { text }))).toEqual(headlines(page(gold, { text: '' })));
});
