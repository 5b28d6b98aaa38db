import { expect, test } from 'vitest';
import type { Floors } from '../model/config.ts';
import { tokens } from '../score/metrics/tokens.ts';
import { SignFlips } from '../stats/sign-flips.ts';
import type { JournalLine } from '../store/journal-line.ts';
import type { Acknowledgement } from './acknowledgements.ts';
import type { BaselinePage } from './baseline.ts';
import { gated } from './gated.ts';
import { judge } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** Of 20 required tokens so many are matched, and nothing else came out: F1 = 2m / (m + 20). */
function scoreOf(matched: number) {
  const [required, missing, surplus, neutral, failed] = [20, 20 - matched, 0, 0, 0];
  const f1 = (2 * matched) / (matched + 20);
  return {
    counts: { required, matched, missing, surplus, neutral, failed },
    figures: { precision: matched === 0 ? 0 : 1, recall: matched / 20, f1 },
  };
}

/** How many tokens a page keeps before and after; undefined where it is skipped. */
type Kept = readonly [before: number | undefined, after: number | 'empty' | 'failed' | undefined];

function verdictOn(
  kept: readonly Kept[],
  {
    floors = {},
    upTo,
    isWhole = true,
  }: { readonly floors?: Floors; readonly upTo?: number; readonly isWhole?: boolean } = {},
): Verdict {
  const key = (index: number) => ({ page: `p${String(index).padStart(2, '0')}`, digest: 'd' });
  const pages = kept.map(([before], index): BaselinePage => {
    if (before === undefined) return { ...key(index), status: 'skipped' };
    return { ...key(index), status: 'extracted', ...scoreOf(before) };
  });
  const lines = kept.map(([, after], index): JournalLine => {
    const common = { ...key(index), corpus: 'ours', extractor: 'mine', site: `s${index}` };
    const slices = { language: index < 2 ? 'ja' : 'en' };
    if (after === undefined) return { ...common, slices, status: 'skipped', reason: 'not accepted' };
    const metrics = { tokens: scoreOf(typeof after === 'number' ? after : 0) };
    if (after === 'failed')
      return { ...common, slices, status: 'failed', failure: 'threw', message: 'no', metrics };
    const empty = after === 'empty' ? { empty: true as const } : {};
    return { ...common, slices, status: 'extracted', ...empty, metrics };
  });
  const head = {
    schema: 'assay/baseline@1',
    assay: '0',
    extractor: { name: 'mine', version: '1' },
    corpus: { name: 'ours', digest: 'ab'.repeat(32), pages: kept.length },
    signature: 'tokens',
  } as const;
  const accepted: Acknowledgement = {
    extractor: 'mine',
    corpus: 'ours',
    ...key(0),
    metric: 'tokens',
    upTo: upTo ?? 0,
    reason: 'it is worth it',
    until: '2999-12-31',
    file: 'acknowledged.yaml',
    line: 2,
  };
  const acknowledgements = upTo === undefined ? [] : [accepted];
  const flips = new SignFlips('verdict', 999);
  const compared = gated({
    baseline: { head, pages },
    lines,
    metric: tokens,
    flips,
    version: '2',
    isWhole,
    acknowledgements,
  });
  return judge({
    assay: '0',
    gated: [compared],
    acknowledgements,
    today: '2026-01-01',
    floors,
    unstable: () => [],
    isStrict: true,
  });
}

function repeated(count: number, kept: Kept): Kept[] {
  return Array.from({ length: count }, () => kept);
}

test('pages that were skipped before are named, and not compared', () => {
  // Ten of 20 tokens: F1 = 2/3.
  const { verdict, extractors } = verdictOn([...repeated(40, [20, 20]), ...repeated(20, [undefined, 10])]);
  expect(verdict).toBe('pass');
  expect(extractors[0]).toMatchObject({ pages: 40, before: 1, after: 1, better: 0, worse: 0, same: 40 });
  expect(extractors[0]!.added).toHaveLength(20);
  expect(extractors[0]!.added[0]).toBe('p40');
});

test('pages that are skipped now fail one by one, and move no figure', () => {
  const { extractors } = verdictOn([...repeated(40, [20, 20]), ...repeated(20, [10, undefined])]);
  expect(extractors[0]).toMatchObject({ pages: 40, before: 1, after: 1, added: [] });
  expect(new Set(extractors[0]!.findings.map(({ rule }) => rule))).toEqual(new Set(['new-failure']));
  expect(extractors[0]!.findings).toHaveLength(20);
});

test('a floor is about all pages of the run', () => {
  const kept = [...repeated(40, [20, 20]), ...repeated(20, [undefined, 10])];
  // (40 · 1 + 20 · 2/3) / 60 = 8/9.
  const { extractors } = verdictOn(kept, { floors: { 'tokens.f1': 0.89, 'language=en': 0.88 } });
  expect(extractors[0]!.findings).toEqual([
    {
      rule: 'floor',
      fails: true,
      after: expect.closeTo(8 / 9, 12) as number,
      text: 'tokens.f1 is below its floor of 0.89',
    },
  ]);
});

test.each([
  [
    'of a slice whose pages are all skipped',
    [...repeated(2, [undefined, undefined]), ...repeated(30, [20, 20])],
    'language=ja',
    'all pages that could have it are skipped',
  ],
  [
    'of a figure that only skipped pages may have',
    [[undefined, undefined], ...repeated(30, [20, 20])],
    'tokens.rejects',
    'no page that was scored has it by its gold, and the others, 1 of 31, are skipped',
  ],
] as const)('a floor that cannot be checked is no pass: %s', (_, kept, key, why) => {
  const { verdict, extractors } = verdictOn(kept, { floors: { [key]: 0.9 } });
  expect(verdict).toBe('fail');
  const fix = 'let the extractor take them, or remove the floor';
  const text = `${key} cannot be held against its floor of 0.9: ${why}; ${fix}`;
  const slice = key === 'language=ja' ? { slice: key } : {};
  expect(extractors[0]!.findings).toEqual([{ rule: 'floor', fails: true, ...slice, text }]);
  // Where only some pages ran, others may have it.
  const partial = verdictOn(kept, { floors: { [key]: 0.9 }, isWhole: false });
  expect(partial).toMatchObject({ verdict: 'pass', extractors: [{ findings: [{ fails: false, text }] }] });
});

test('a floor on what no page has by its gold is one of another corpus', () => {
  const { extractors } = verdictOn(repeated(30, [20, 20]), { floors: { 'tokens.rejects': 0.9 } });
  expect(extractors[0]!.findings).toEqual([]);
});

test.each([
  // F1 = 20/30: the page loses 0.3333….
  [10, '0.333', '0.334'],
  // F1 = 24/32: it loses 0.25.
  [12, '0.250', '0.250'],
])('an acknowledgement of what a page loses that keeps %d of 20 tokens', (kept, loss, enough) => {
  const change = [[20, kept] as const, ...repeated(30, [20, 20])];
  const { verdict, problems } = verdictOn(change, { upTo: 0.5 });
  expect(verdict).toBe('fail');
  expect(problems).toEqual([
    `acknowledged.yaml:2: p00 by mine: the page loses ${loss}, it accepts 0.5; write upTo: ${enough}`,
  ]);
  expect(verdictOn(change, { upTo: Number(enough) })).toMatchObject({ verdict: 'pass', problems: [] });
});

/** F1 = 20/30 before. */
const had = 10;

test.each([
  ['skipped', [had, undefined], 0.667],
  ['skipped, and had nothing before', [0, undefined], 0],
  ['empty, and had nothing before', [0, 'empty'], 0],
  ['failed, and was skipped before', [undefined, 'failed'], 0],
] as const)('a page in new trouble can be accepted: it is %s', (_, kept, enough) => {
  const change = [kept, ...repeated(30, [20, 20])];
  expect(verdictOn(change)).toMatchObject({ verdict: 'fail', problems: [] });
  const accepted = verdictOn(change, { upTo: enough });
  expect(accepted).toMatchObject({ verdict: 'pass', problems: [] });
  expect(accepted.extractors[0]!.acknowledged).toMatchObject([{ page: 'p00', after: 0 }]);
});

test('a page that is skipped is not covered by what covers a smaller loss, and wants no more than it had', () => {
  const change = [[had, undefined] as const, ...repeated(30, [20, 20])];
  const { extractors, problems } = verdictOn(change, { upTo: 0.5 });
  expect(extractors[0]!.findings).toMatchObject([{ rule: 'new-failure', page: 'p00', text: 'skipped' }]);
  expect(problems).toEqual([]);
  expect(verdictOn(change, { upTo: 0.9 }).problems).toEqual([
    'acknowledged.yaml:2: p00 by mine: the page loses 0.667, it accepts 0.9; write upTo: 0.667',
  ]);
});
