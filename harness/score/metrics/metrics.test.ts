import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../model/extraction.ts';
import type { Gold } from '../../model/gold.ts';
import type { PageScore } from '../../model/score.ts';
import { formatSignature } from '../metric.ts';
import type { ScoringInput } from '../scoring-input.ts';
import { exact } from './exact.ts';
import { goldOf, page } from './fixtures/pages.ts';
import { METRICS, metricNamed, selectMetrics } from './register.ts';
import { segments } from './segments.ts';
import { shingles } from './shingles.ts';
import { tokens } from './tokens.ts';
import { words } from './words.ts';

const none = (reason: string): unknown => ({ undefined: reason });
const nothingRequired = none('nothing-required');
const somethingRequired = none('something-required');

describe('tokens', () => {
  test.each<[string, string[], string | undefined, unknown]>([
    ['identical', ['a b c', 'd'], 'a b c\nd', { precision: 1, recall: 1, f1: 1, rejects: somethingRequired }],
    ['half of it', ['a b c d'], 'a b', { precision: 1, recall: 0.5, f1: 2 / 3, rejects: somethingRequired }],
    ['as much again', ['a b'], 'a b x y', { precision: 0.5, recall: 1, f1: 2 / 3, rejects: somethingRequired }],
    ['disjoint', ['a b'], 'x y', { precision: 0, recall: 0, f1: 0, rejects: somethingRequired }],
    ['nothing came out', ['a b'], '', { precision: 0, recall: 0, f1: 0, rejects: somethingRequired }],
    ['failed', ['a b'], undefined, { precision: 0, recall: 0, f1: 0, rejects: somethingRequired }],
    ['other case', ['A b'], 'a b', { precision: 0.5, recall: 0.5, f1: 0.5, rejects: somethingRequired }],
    ['reversed', ['a b c'], 'c b a', { precision: 1 / 3, recall: 1 / 3, f1: 1 / 3, rejects: somethingRequired }],
    ['said twice', ['a b'], 'a b a b', { precision: 0.5, recall: 1, f1: 2 / 3, rejects: somethingRequired }],
    ['nothing to extract, nothing came out', [], '', { precision: nothingRequired, recall: nothingRequired, f1: nothingRequired, rejects: 1 }],
    ['nothing to extract, something came out', [], 'x', { precision: nothingRequired, recall: nothingRequired, f1: nothingRequired, rejects: 0 }],
    ['nothing to extract, failed', [], undefined, { precision: nothingRequired, recall: nothingRequired, f1: nothingRequired, rejects: 0 }],
  ])('%s', (_name, gold, extraction, figures) => {
    expect(tokens.scorePage(page(gold, extraction)).figures).toEqual(figures);
  }); // prettier-ignore

  test('counts', () => {
    const gold = goldOf(['a b c d'], { metadata: { title: 'News' } });
    expect(tokens.scorePage(page(gold, 'News\na b x')).counts).toEqual({
      required: 4,
      matched: 2,
      missing: 2,
      surplus: 1,
      neutral: 1,
      failed: 0,
    });
    expect(tokens.scorePage(page(gold, undefined)).counts).toMatchObject({ missing: 4, failed: 1 });
  });

  test('reads the HTML of an extraction, not its text', () => {
    expect(tokens.scorePage(page(['a b'], { html: '<p>a <b>b</b></p>', text: 'x' })).figures['f1']).toBe(1);
  });

  test('corpus: means of pages, pages to reject apart', () => {
    const scores = [
      page(['a b'], 'a b'),
      page(['a b'], 'x'),
      page([], ''),
      page([], 'x y z'),
      page([], undefined),
    ];
    expect(tokens.aggregate(scores.map((input) => tokens.scorePage(input)))).toEqual({
      precision: { value: 0.5, n: 2 },
      recall: { value: 0.5, n: 2 },
      f1: { value: 0.5, n: 2 },
      rejects: { value: 1 / 3, n: 3 },
      'reject-surplus': { value: 1, n: 3 },
    });
  });
});

describe('a title that the policy requires', () => {
  const gold = goldOf(['a b c'], { metadata: { title: 'Big News' } });

  test('may come as metadata, if the body lacks it', () => {
    expect(tokens.scorePage(page(gold, { text: 'a b c', title: 'Big News' }, 'reader')).figures['f1']).toBe(
      1,
    );
    expect(tokens.scorePage(page(gold, { text: 'a b c' }, 'reader')).figures['recall']).toBe(3 / 5);
    expect(
      tokens.scorePage(page(gold, { text: 'Big News\na b c', title: 'Big News' }, 'reader')).figures['f1'],
    ).toBe(1);
  });

  test.each<[string, Extraction, number, number]>([
    ['metadata, though the text has its word', { text: 'Rain fell on Brill.\nIt worked.', title: 'Rain' }, 7, 0],
    ['metadata and a line of the text', { text: 'Rain\nRain fell on Brill.\nIt worked.', title: 'Rain' }, 7, 0],
    ['metadata and a line of Markdown', { markdown: 'Rain\\\nfell\n\nRain fell on Brill. It worked.', title: 'Rain' }, 7, 1],
    ['metadata and a heading', { html: '<h1>RAIN</h1><h2>Rain!</h2><p>Rain fell on Brill. It worked.', title: 'Rain' }, 7, 1],
    ['a part of a line alone', { text: 'Rain fell on Brill.\nIt worked.' }, 6, 0],
  ])('of one word is %s', (_name, extraction, matched, surplus) => {
    const rain = goldOf(['Rain fell on Brill.', 'It worked.'], { metadata: { title: 'Rain' } });
    const { counts } = tokens.scorePage(page(rain, extraction, 'reader'));
    expect(counts).toMatchObject({ required: 7, matched, surplus });
  }); // prettier-ignore

  test('is not looked at where it is optional', () => {
    expect(tokens.scorePage(page(gold, { text: 'a b c', title: 'Wrong' })).figures['f1']).toBe(1);
  });
});

describe('shingles', () => {
  test.each<[string, string, string | undefined, unknown, unknown]>([
    ['identical', 'a b c d e', 'a b c d e', { tp: 2, fp: 0, fn: 0 }, { precision: 1, recall: 1, f1: 1 }],
    ['one word more', 'a b c d', 'a b c d e', { tp: 1, fp: 1, fn: 0 }, { precision: 0.5, recall: 1, f1: 2 / 3 }],
    ['fewer than four words', 'a b', 'a b', { tp: 1, fp: 0, fn: 0 }, { precision: 1, recall: 1, f1: 1 }],
    ['a part of a short text is another shingle', 'a b', 'a', { tp: 0, fp: 1, fn: 1 }, { precision: 0, recall: 0, f1: 0 }],
    ['repeated: counted as often as in both', 'a a a a a', 'a a a a', { tp: 1, fp: 0, fn: 1 }, { precision: 1, recall: 0.5, f1: 2 / 3 }],
    ['other case', 'A b c d', 'a b c d', { tp: 0, fp: 1, fn: 1 }, { precision: 0, recall: 0, f1: 0 }],
    ['nothing came out', 'a b', '', { tp: 0, fp: 0, fn: 1 }, { precision: none('nothing-extracted'), recall: 0, f1: 0 }],
    ['failed', 'a b', undefined, { tp: 0, fp: 0, fn: 1 }, { precision: none('nothing-extracted'), recall: 0, f1: 0 }],
    ['empty gold', '', 'a b', { tp: 0, fp: 1, fn: 0 }, { precision: 0, recall: nothingRequired, f1: 0 }],
    ['both empty', '', ' …', { tp: 0, fp: 0, fn: 0 }, { precision: none('nothing-extracted'), recall: nothingRequired, f1: nothingRequired }],
  ])('%s', (_name, gold, extraction, counts, figures) => {
    expect(shingles.scorePage(page(gold === '' ? [] : [gold], extraction))).toEqual({ counts, figures });
  }); // prettier-ignore

  test('reads the text of an extraction, else its blocks', () => {
    expect(shingles.scorePage(page(['a b c'], { html: '<p>x', text: 'a b c' })).figures['f1']).toBe(1);
    expect(shingles.scorePage(page(['a b c'], { html: '<h1>a</h1><p>b c' })).figures['f1']).toBe(1);
  });

  test('corpus: F1 of the mean precision and recall; empty output counts in recall alone', () => {
    const scores = [page(['a b c d'], 'a b c d e'), page(['a b'], '')].map((input) =>
      shingles.scorePage(input),
    );
    // P = 1/2 over one page, R = (1 + 0) / 2 over two, F1 = 2 · ½ · ½ / (½ + ½).
    expect(shingles.aggregate(scores)).toEqual({
      precision: { value: 0.5, n: 1 },
      recall: { value: 0.5, n: 2 },
      f1: { value: 0.5, n: 2 },
    });
  });

  test('with empty=zero, nothing out of something is a precision of 0', () => {
    const [, , zero] = selectMetrics(['shingles:empty=zero']);
    const scores = [page(['a b c d'], 'a b c d e'), page(['a b'], ''), page([], '')].map((input) =>
      zero!.scorePage(input),
    );
    expect(scores[1]!.figures).toEqual({ precision: 0, recall: 0, f1: 0 });
    // P = (1/2 + 0) / 2, R = (1 + 0) / 2, F1 = 2 · ¼ · ½ / ¾; with nothing on either side there is nothing to count.
    expect(zero!.aggregate(scores)).toEqual({
      precision: { value: 0.25, n: 2 },
      recall: { value: 0.5, n: 2 },
      f1: { value: 1 / 3, n: 3 },
    });
  });

  test('corpus: all wrong is 0, nothing at all is undefined', () => {
    const aggregate = (...inputs: ScoringInput[]): unknown =>
      shingles.aggregate(inputs.map((input) => shingles.scorePage(input)))['f1'];
    expect(aggregate(page(['a b'], 'x y'))).toEqual({ value: 0, n: 1 });
    expect(aggregate(page(['a b'], ''))).toEqual({ undefined: 'no-pages', n: 0 });
    expect(aggregate()).toEqual({ undefined: 'no-pages', n: 0 });
  });
});

describe('words', () => {
  test.each<[string, string, string | undefined, number, number, number]>([
    ['identical', 'a b c', 'a b c', 1, 1, 1],
    ['order and case are not seen', 'A b c', 'C B a', 1, 1, 1],
    ['half of it', 'a b c d', 'a b', 1, 0.5, 2 / 3],
    ['repeated: counted as often as in both', 'a a b', 'a b b', 2 / 3, 2 / 3, 2 / 3],
    ['disjoint', 'a b', 'c', 0, 0, 0],
    ['lower case comes before words are cut', 'İx', 'i x', 1, 1, 1],
    ['both empty', '', '', 1, 1, 1],
    ['empty gold', '', 'a', 0, 0, 0],
    ['nothing came out', 'a', '', 0, 0, 0],
    ['failed', 'a', undefined, 0, 0, 0],
    ['empty gold, failed', '', undefined, 0, 0, 0],
  ])('%s', (_name, gold, extraction, precision, recall, f1) => {
    const score = words.scorePage(page(gold === '' ? [] : [gold], extraction));
    expect(score.figures).toEqual({ precision, recall, f1 });
  });

  test('corpus: plain means, also of F1', () => {
    const scores = [page(['a b'], 'a'), page(['a'], 'b')].map((input) => words.scorePage(input));
    expect(words.aggregate(scores)).toEqual({
      precision: { value: 0.5, n: 2 },
      recall: { value: 0.25, n: 2 },
      f1: { value: 1 / 3, n: 2 },
    });
  });
});

describe('segments', () => {
  const segmented = (wanted: string[], unwanted: string[]): Gold => ({
    about: { traits: [] },
    metadata: {},
    segments: { with: wanted, without: unwanted },
    comments: [],
    boilerplate: [],
  });
  const nothingExtracted = none('nothing-extracted');

  test.each<[string, string[], string[], string | undefined, number[], unknown[]]>([
    ['all right', ['one two', 'four'], ['menu'], 'one two three four', [2, 0, 0, 1], [1, 1, 1, 1]],
    ['one missing, one there', ['one', 'two'], ['menu', 'foot'], 'one menu', [1, 1, 1, 1], [0.5, 0.5, 0.5, 0.5]],
    ['white space is folded on both sides', ['one\u00a0 two'], [], ' one\n\ttwo', [1, 0, 0, 0], [1, 1, 1, 1]],
    ['a file separator is white space, as in Python', ['a b'], [], 'a\u001cb', [1, 0, 0, 0], [1, 1, 1, 1]],
    ['a byte order mark is none, as in Python', ['a b'], [], 'a\ufeffb', [0, 0, 1, 0], [nothingExtracted, 0, 0, 0]],
    ['case is kept', ['One'], [], 'one', [0, 0, 1, 0], [nothingExtracted, 0, 0, 0]],
    ['inside words is found', ['ne tw'], [], 'one two', [1, 0, 0, 0], [1, 1, 1, 1]],
    ['nothing came out', ['one'], ['menu'], '', [0, 0, 1, 1], [nothingExtracted, 0, 0.5, 0]],
    ['failed', ['one'], ['menu'], undefined, [0, 0, 1, 1], [nothingExtracted, 0, 0.5, 0]],
    ['only unwanted, none there', [], ['menu'], 'one', [0, 0, 0, 1], [nothingExtracted, nothingRequired, 1, nothingRequired]],
  ])('%s', (_name, wanted, unwanted, extraction, [tp, fp, fn, tn], [precision, recall, accuracy, f1]) => {
    expect(segments.scorePage(page(segmented(wanted, unwanted), extraction))).toEqual({
      counts: { tp, fp, fn, tn },
      figures: { precision, recall, accuracy, f1 },
    });
  }); // prettier-ignore

  test('corpus: counts are summed, divisors of 0 give 0', () => {
    const gold = segmented(['one', 'two'], ['menu']);
    const scores = (...texts: string[]): PageScore[] =>
      texts.map((text) => segments.scorePage(page(gold, text)));
    // tp 2 + 1, fp 0 + 1, fn 0 + 1, tn 1 + 0.
    expect(segments.aggregate(scores('one two', 'one menu'))).toEqual({
      precision: { value: 3 / 4, n: 2 },
      recall: { value: 3 / 4, n: 2 },
      accuracy: { value: 4 / 6, n: 2 },
      f1: { value: 6 / 8, n: 2 },
    });
    expect(segments.aggregate(scores(''))).toMatchObject({
      precision: { value: 0, n: 1 },
      f1: { value: 0, n: 1 },
    });
    expect(segments.aggregate([])['f1']).toEqual({ undefined: 'no-pages', n: 0 });
  });
});

describe('choosing metrics', () => {
  test('the primary metric is always there, and the order is that of tables', () => {
    const names = (chosen?: string[]): string[] => selectMetrics(chosen).map(({ name }) => name);
    expect(names().slice(0, 4)).toEqual(['tokens', 'segments', 'shingles', 'exact']);
    expect(names()).not.toContain('words');
    expect(names(['exact', 'words'])).toEqual(['tokens', 'segments', 'words', 'exact']);
  });

  test('a variant has its options in its name and signature, and stands behind its metric', () => {
    const [, , zero] = selectMetrics(['shingles:empty=zero']);
    expect(zero!.name).toBe('shingles:empty=zero');
    const context = { policy: 'article', pages: 3, corpus: 'toy', digest: 'ab' };
    expect(formatSignature(zero!, context)).toMatch(/^shingles\|v2\|.*\|empty:zero\|/);
    const both = selectMetrics(['shingles:empty=zero', 'shingles']).map(({ name }) => name);
    expect(both.filter((name) => name.startsWith('shingles'))).toEqual(['shingles:empty=zero', 'shingles']);
    expect(selectMetrics(['shingles:empty=left-out'])[2]!.name).toBe('shingles');
    expect(metricNamed('shingles:empty=zero')!.name).toBe('shingles:empty=zero');
    expect(metricNamed('other')).toBeUndefined();
  });

  test.each([
    ['shingles:empty=one', 'metric shingles: found the option "empty=one"; known are empty=left-out, empty=zero, optional=left-out, optional=kept, as in shingles:optional=kept'],
    ['shingles:zero', 'found the option "zero"; known are empty=left-out'],
    ['exact:empty=zero', 'metric exact: found the option "empty=zero"; known are optional=left-out, optional=kept, as in exact:optional=kept'],
    ['order:empty=zero', 'metric order: found the option "empty=zero"; the metric has none'],
  ])('%s is refused with what is known', (name, message) => {
    expect(() => selectMetrics([name])).toThrow(message);
  }); // prettier-ignore

  test('an unknown one is refused with the nearest', () => {
    expect(() => selectMetrics(['word'])).toThrow(
      'unknown metric "word": did you mean "words"? Known are tokens,',
    );
    expect(() => selectMetrics(['bleu'])).toThrow('unknown metric "bleu"; known are tokens,');
  });
});

describe('exact', () => {
  test.each<[string, string[], string | undefined, number]>([
    ['the same words', ['a b', 'c'], 'a, b. c', 1],
    ['another order', ['a b'], 'b a', 0],
    ['one word more', ['a b'], 'a b c', 0],
    ['one word less', ['a b'], 'a', 0],
    ['both empty', [], '', 1],
    ['empty gold, failed', [], undefined, 0],
    ['failed', ['a'], undefined, 0],
  ])('%s', (_name, gold, extraction, accuracy) => {
    expect(exact.scorePage(page(gold, extraction)).figures).toEqual({ accuracy });
  });

  test('corpus: the share of all pages', () => {
    const scores: PageScore[] = [page(['a'], 'a'), page(['a'], 'b'), page(['a'], 'c')].map((input) =>
      exact.scorePage(input),
    );
    expect(exact.aggregate(scores)).toEqual({ accuracy: { value: 1 / 3, n: 3 } });
    expect(exact.aggregate([])).toEqual({ accuracy: { undefined: 'no-pages', n: 0 } });
  });
});

describe('every metric', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'b', 'C', ' ', '\n', '.', '東', 'é', '\u0301', 'ก', 'م'),
  });

  test('figures lie in 0..1 or say why there is none; identity is best', () => {
    fc.assert(
      fc.property(text, text, (gold, extraction) => {
        for (const metric of METRICS.filter(({ needs }) => needs === 'text')) {
          const { figures } = metric.scorePage(page(lines(gold), extraction));
          expect(Object.keys(figures).toSorted()).toEqual([...metric.figures].toSorted());
          for (const figure of Object.values(figures)) {
            if (typeof figure === 'number') expect(figure >= 0 && figure <= 1).toBe(true);
            else expect(figure.undefined).toBeTypeOf('string');
          }
          const same = metric.scorePage(page(lines(gold), gold)).figures;
          for (const figure of Object.values(same))
            if (typeof figure === 'number') expect(figure).toBe(metric.best ?? 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('without optional blocks, swapping gold and output swaps precision and recall', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        for (const metric of [tokens, shingles, words]) {
          const one = metric.scorePage(page(lines(first), second)).figures;
          const other = metric.scorePage(page(lines(second), first)).figures;
          if (typeof one['precision'] !== 'number' || typeof other['precision'] !== 'number') return;
          if (typeof one['recall'] !== 'number' || typeof other['recall'] !== 'number') return;
          expect(one['precision']).toBeCloseTo(other['recall'], 12);
          expect(one['recall']).toBeCloseTo(other['precision'], 12);
          expect(one['f1']).toBeCloseTo(other['f1'] as number, 12);
        }
      }),
      { numRuns: 500 },
    );
  });

  function lines(content: string): string[] {
    return content.split('\n').filter((line) => line.trim() !== '');
  }

  test('names are unique and say what they are made of', () => {
    const names = METRICS.map((metric) => metric.name);
    expect(names.slice(0, 3)).toEqual(['tokens', 'segments', 'shingles']);
    expect(new Set(names).size).toBe(names.length);
    for (const metric of METRICS) expect(metric.figures).toContain(metric.headline);
  });

  test('the signature names the metric, its conventions, the policy, the pages and the corpus', () => {
    const context = { policy: 'article', pages: 181, corpus: 'aeb', digest: '3fe1a0b2c4d5e6f7' };
    expect(formatSignature(shingles, context)).toBe(
      'shingles|v2|reads:text|words:\\w+|length:4|case:kept|empty:left-out|optional:left-out|policy:article|agg:f1-of-means|n:181|corpus:aeb@3fe1a0b2c4d5',
    );
    expect(formatSignature(tokens, context)).toBe(
      `tokens|v2|reads:blocks|norm:nfkc|unicode:${process.versions['unicode']}|policy:article|agg:mean-of-pages|n:181|corpus:aeb@3fe1a0b2c4d5`,
    );
  });
});

describe('a failed extraction', () => {
  const about = { traits: [], language: 'en' } as const;
  const nothing = goldOf([], { about: { traits: [] }, metadata: { authors: [], published: 'none' } });
  const full = goldOf(['a b', 'c'], {
    about,
    metadata: { title: 'a', authors: ['b'], published: '2025-07-09', publisher: 'c' },
    segments: { with: ['a'], without: ['d'] },
  });

  test.each(METRICS.map((metric) => [metric.name, metric] as const))(
    'scores in %s as an empty one where something is required',
    (_, metric) => {
      const [failed, empty] = [undefined, ''].map((text) => metric.scorePage(page(full, text)).figures);
      expect(failed).toEqual(empty);
    },
  );

  test.each(['tokens', 'exact', 'words', 'edit', 'authors', 'published'])(
    'is never right in %s where nothing is',
    (name) => {
      const metric = METRICS.find((each) => each.name === name)!;
      const figureOf = (text: string | undefined): number[] =>
        Object.values(metric.scorePage(page(nothing, text)).figures).filter(
          (each) => typeof each === 'number',
        );
      expect(figureOf('').every((each) => each === 1)).toBe(true);
      expect(figureOf(undefined).every((each) => each === 0)).toBe(true);
      expect(figureOf(undefined)).not.toEqual([]);
    },
  );
});
