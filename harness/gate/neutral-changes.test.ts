import { expect, test } from 'vitest';
import { tokenFigures, tokens } from '../score/metrics/tokens.ts';
import { Random } from '../stats/random.ts';
import { SignFlips } from '../stats/sign-flips.ts';
import type { GatedExtractor, GatedPage, PageState } from './gated.ts';
import { judge } from './verdict.ts';
import type { Verdict } from './verdict.ts';

// What the gate says of changes that are neither good nor bad: on a part of the pages the score moves up or down by
// chance. No page loses so much that somebody would want to see it by itself.

const REQUIRED = 2_000;
/** 40 slices: eight languages, ten kinds and 22 traits, of which a page has two. */
const [LANGUAGES, KINDS, TRAITS] = [8, 10, 22];

/** Standard normal, by the sum of twelve uniform numbers; ends at ±6. */
function normal(random: Random): number {
  let sum = -6;
  for (let index = 0; index < 12; index++) sum += random.next() / 2 ** 32;
  return sum;
}

function stateOf(value: number): PageState {
  // F1 of recall alone: 2m / (m + q).
  const matched = Math.max(0, Math.min(REQUIRED, Math.round((value * REQUIRED) / (2 - value))));
  const figures = tokenFigures(matched, 0, REQUIRED);
  const counts = {
    required: REQUIRED,
    matched,
    missing: REQUIRED - matched,
    surplus: 0,
    neutral: 0,
    failed: 0,
  };
  return { status: 'extracted', isEmpty: false, score: { counts, figures }, value: figures.f1 };
}

interface Change {
  readonly pages: number;
  /** Share of the pages whose score moves. */
  readonly part: number;
  /** Standard deviation of a page's move, and of what all pages of a site share. */
  readonly noise: number;
  readonly siteNoise: number;
}

function neutralChange(
  random: Random,
  flips: SignFlips,
  { pages, part, noise, siteNoise }: Change,
): GatedExtractor {
  const made: GatedPage[] = [];
  for (let site = 0; made.length < pages; site++) {
    const shared = normal(random) * siteNoise;
    for (let left = 1 + random.below(3); left > 0 && made.length < pages; left--) {
      const before = 0.75 + 0.1 * (random.next() / 2 ** 32);
      const moves = random.next() / 2 ** 32 < part;
      const move = moves ? Math.max(-0.099, Math.min(0.099, shared + normal(random) * noise)) : 0;
      const [old, now] = [stateOf(before), stateOf(before + move)];
      made.push({
        page: `s${site}/p${made.length}`,
        site: `s${site}`,
        slices: {
          language: `l${random.below(LANGUAGES)}`,
          kind: `k${random.below(KINDS)}`,
          traits: [`t${random.below(TRAITS)}`, `u${random.below(TRAITS)}`],
        },
        before: old,
        after: now,
        change: now.value! - old.value!,
        isUnstable: false,
      });
    }
  }
  const versions = { before: '1', after: '2' };
  const nothing = { changed: [], added: [], removed: [] };
  return { extractor: 'mine', corpus: 'ours', flips, versions, metric: tokens, pages: made, ...nothing };
}

function verdictOn(gated: GatedExtractor): Verdict {
  return judge({
    assay: '0',
    gated: [gated],
    acknowledgements: [],
    today: '2026-01-01',
    floors: {},
    unstable: () => [],
    isStrict: true,
  });
}

/** Few turns, which make chance look a little greater than it is: at least 1 in 1,000. */
const flips = new SignFlips('neutral changes', 999);

const CHANGES: readonly (Change & { readonly cases: number })[] = [
  { cases: 200, pages: 60, part: 0.3, noise: 0.03, siteNoise: 0 },
  { cases: 200, pages: 60, part: 0.6, noise: 0.03, siteNoise: 0.02 },
  { cases: 200, pages: 200, part: 0.1, noise: 0.02, siteNoise: 0.01 },
  { cases: 170, pages: 200, part: 0.3, noise: 0.03, siteNoise: 0.02 },
  { cases: 170, pages: 200, part: 0.8, noise: 0.04, siteNoise: 0.02 },
  { cases: 30, pages: 1000, part: 0.1, noise: 0.03, siteNoise: 0.02 },
  { cases: 30, pages: 1000, part: 0.5, noise: 0.04, siteNoise: 0.03 },
];

test('of 1,000 neutral changes the gate calls at most ten a loss', () => {
  const random = new Random('neutral');
  const failed = CHANGES.flatMap((change) =>
    Array.from({ length: change.cases }, () => verdictOn(neutralChange(random, flips, change)).verdict),
  );
  expect(failed).toHaveLength(1_000);
  expect(failed.filter((verdict) => verdict === 'fail').length).toBeLessThanOrEqual(10);
});

test('a change that costs every page half a point is none of them', () => {
  const random = new Random('loss');
  const change = { pages: 200, part: 0.3, noise: 0.03, siteNoise: 0.02 };
  const gated = neutralChange(random, flips, change);
  const lower = gated.pages.map((page): GatedPage => {
    const after = stateOf(page.after.value! - 0.005);
    return { ...page, after, change: after.value! - page.before.value! };
  });
  const { verdict, extractors } = verdictOn({ ...gated, pages: lower });
  expect(verdict).toBe('fail');
  expect(extractors[0]!.findings.filter(({ fails }) => fails).map(({ rule }) => rule)).toContain('mean');
});
