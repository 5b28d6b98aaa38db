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
  /** Pages of a site; absent: one to three, by chance. */
  readonly pagesOfSite?: number;
  /** Share of what moves: of the pages, or of the sites where a site moves as one. */
  readonly part: number;
  /** How far a page moves. */
  readonly move: PageMoves | SiteMoves;
}

/** Standard deviation of a page's move, and of what all pages of a site share. */
interface PageMoves {
  readonly noise: number;
  readonly siteNoise: number;
}

/** All pages of a site move the one way or the other, each by something between the two. */
interface SiteMoves {
  readonly least: number;
  readonly most: number;
}

/** A number below 1, each as likely. */
function uniform(random: Random): number {
  return random.next() / 2 ** 32;
}

/** How far pages of one site move, page after page. */
function movesOfSite(random: Random, { part, move }: Change): () => number {
  if ('noise' in move) {
    const shared = normal(random) * move.siteNoise;
    return () =>
      uniform(random) < part ? Math.max(-0.099, Math.min(0.099, shared + normal(random) * move.noise)) : 0;
  }
  const sign = uniform(random) < part ? 1 - 2 * random.below(2) : 0;
  return () => sign * (move.least + (move.most - move.least) * uniform(random));
}

function neutralChange(random: Random, flips: SignFlips, change: Change): GatedExtractor {
  const { pages, pagesOfSite } = change;
  const made: GatedPage[] = [];
  for (let site = 0; made.length < pages; site++) {
    const nextMove = movesOfSite(random, change);
    for (let left = pagesOfSite ?? 1 + random.below(3); left > 0 && made.length < pages; left--) {
      const before = 0.75 + 0.1 * uniform(random);
      const [old, now] = [stateOf(before), stateOf(before + nextMove())];
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
  const nothing = { changed: [], added: [], removed: [], run: [], isWhole: true };
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
  { cases: 200, pages: 60, part: 0.3, move: { noise: 0.03, siteNoise: 0 } },
  { cases: 200, pages: 60, part: 0.6, move: { noise: 0.03, siteNoise: 0.02 } },
  { cases: 200, pages: 200, part: 0.1, move: { noise: 0.02, siteNoise: 0.01 } },
  { cases: 170, pages: 200, part: 0.3, move: { noise: 0.03, siteNoise: 0.02 } },
  { cases: 170, pages: 200, part: 0.8, move: { noise: 0.04, siteNoise: 0.02 } },
  { cases: 30, pages: 1000, part: 0.1, move: { noise: 0.03, siteNoise: 0.02 } },
  { cases: 30, pages: 1000, part: 0.5, move: { noise: 0.04, siteNoise: 0.03 } },
];

/** Whole sites move, three of ten, each the one way or the other. */
const SITE_CHANGES: readonly (Change & { readonly cases: number })[] = [
  { cases: 140, pages: 300, pagesOfSite: 5, part: 0.3, move: { least: 0.012, most: 0.062 } },
  { cases: 80, pages: 600, pagesOfSite: 10, part: 0.3, move: { least: 0.012, most: 0.062 } },
  { cases: 80, pages: 600, pagesOfSite: 20, part: 0.3, move: { least: 0.012, most: 0.062 } },
];

test.each([
  ['pages', CHANGES, 1_000, 10],
  // That pages are taken as independent calls 52 of them a loss.
  ['sites', SITE_CHANGES, 300, 3],
])(
  'of neutral changes of %s the gate calls at most one in a hundred a loss',
  (_, changes, cases, most) => {
    const random = new Random('neutral');
    const verdicts = changes.flatMap((change) =>
      Array.from({ length: change.cases }, () => verdictOn(neutralChange(random, flips, change)).verdict),
    );
    expect(verdicts).toHaveLength(cases);
    expect(verdicts.filter((verdict) => verdict === 'fail').length).toBeLessThanOrEqual(most);
  },
  120_000,
);

test('a change that costs every page half a point is none of them', () => {
  const random = new Random('loss');
  const change = { pages: 200, part: 0.3, move: { noise: 0.03, siteNoise: 0.02 } };
  const gated = neutralChange(random, flips, change);
  const lower = gated.pages.map((page): GatedPage => {
    const after = stateOf(page.after.value! - 0.005);
    return { ...page, after, change: after.value! - page.before.value! };
  });
  const { verdict, extractors } = verdictOn({ ...gated, pages: lower });
  expect(verdict).toBe('fail');
  expect(extractors[0]!.findings.filter(({ fails }) => fails).map(({ rule }) => rule)).toContain('mean');
});
