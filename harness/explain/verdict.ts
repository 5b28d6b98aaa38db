import type { AlignmentCounts } from '../align/alignment.ts';
import type { SurplusClass, Verdict } from './classes.ts';
import type { ExplainedPage } from './explained-page.ts';
import type { FoundMissing } from './missing.ts';
import type { FoundSurplus } from './surplus.ts';

/** Less of the gold than this came out where another part of the page was taken. */
const LITTLE = 0.5;
/** As much of the gold came out where everything was dumped, and as much of the rest of the page. */
const MOST = 0.8;
/** The rest of the page is at least this share of it, or there is nothing to be dumped. */
const SOME = 0.2;
/** What is cut off at the end is at least so many words, and this share of the body. */
const CUT_TOKENS = 20;
const CUT_SHARE = 0.2;
/** So many words in a wrong encoding are no slip of the page. */
const GARBLED_TOKENS = 3;

interface Whole {
  readonly counts: AlignmentCounts;
  readonly surplus: readonly FoundSurplus[];
  readonly missing: readonly FoundMissing[];
  /** For each token of the extraction its place in the page, or -1. */
  readonly places: Int32Array;
  readonly page: ExplainedPage;
}

/**
 * What is wrong with an extraction as a whole, the first of these that fits. Where gold requires nothing there is no
 * verdict.
 *
 * - `nothing`: no token came out.
 * - `wrong-encoding`: three words or more were read in a wrong encoding, and they are half of the surplus.
 * - `comments-taken`, `another-article`, `wrong-container`: less than half of the gold came out, and more of other text than of gold;
 *   what came out altered or elsewhere is gold that came out. Comments are half of that other text; or teasers and links to
 *   other stories are, or it stands in an `article` that holds no gold.
 * - `everything`: four fifths of the gold and four fifths of the rest of the page, which is at least a fifth of it.
 * - `cut-off`: the end of the body is missing, 20 words or more and a fifth of it; of what stands before, four fifths came out.
 */
export function verdictOf(whole: Whole): Verdict | undefined {
  const { required, matched, surplus, neutral } = whole.counts;
  if (required === 0) return undefined;
  if (matched + surplus + neutral === 0) return 'nothing';
  if (isGarbled(whole)) return 'wrong-encoding';
  if (isOtherPart(whole)) return otherPart(whole);
  if (isEverything(whole)) return 'everything';
  return isCutOff(whole) ? 'cut-off' : undefined;
}

function isGarbled({ counts, surplus }: Whole): boolean {
  const garbled = tokensOf(surplus.filter(({ cause }) => cause.alteration?.kind === 're-encoded'));
  return garbled >= GARBLED_TOKENS && 2 * garbled >= counts.surplus;
}

function isOtherPart({ counts: { required }, surplus, missing }: Whole): boolean {
  const cameOut = required - tokensOf(withoutAltered(missing));
  return cameOut < LITTLE * required && tokensOf(withoutAltered(surplus)) > cameOut;
}

/** Without the runs of gold that came out altered or in another place. */
function withoutAltered<Run extends FoundMissing | FoundSurplus>(runs: readonly Run[]): Run[] {
  return runs.filter(({ class: name }) => name !== 'altered' && name !== 'moved');
}

function tokensOf(runs: readonly { readonly tokens: number }[]): number {
  return runs.reduce((sum, { tokens }) => sum + tokens, 0);
}

function otherPart({ surplus, page }: Whole): Verdict {
  const other = withoutAltered(surplus);
  const share = (isOf: (run: FoundSurplus) => boolean): number =>
    tokensOf(other.filter(isOf)) / tokensOf(other);
  const is = (name: SurplusClass) => (run: FoundSurplus) => run.class === name;
  if (share(is('comment')) >= 0.5) return 'comments-taken';
  const paths = new Set<string | undefined>();
  page.goldOf.forEach((index, token) => {
    if (index >= 0) paths.add(page.pathOf(token));
  });
  const gold = new Set(Array.from(paths, articleAround));
  const isOtherArticle = (run: FoundSurplus): boolean => {
    if (run.class === 'related') return true;
    const article = run.place < 0 ? undefined : articleAround(page.pathOf(run.place));
    return article !== undefined && !gold.has(article);
  };
  return share(isOtherArticle) >= 0.5 ? 'another-article' : 'wrong-container';
}

/** The innermost `article` of a path. */
function articleAround(path: string | undefined): string | undefined {
  const steps = path?.split(' > ') ?? [];
  const last = steps.findLastIndex((step) => /^article(?:[.#:]|$)/u.test(step));
  return last < 0 ? undefined : steps.slice(0, last + 1).join(' > ');
}

function isEverything({ counts, page, places }: Whole): boolean {
  if (counts.matched < MOST * counts.required) return false;
  const { goldOf } = page;
  const isTaken = new Uint8Array(goldOf.length);
  for (const place of places) if (place >= 0) isTaken[place] = 1;
  let [rest, taken] = [0, 0];
  for (let token = 0; token < goldOf.length; token++) {
    if (goldOf[token]! >= 0) continue;
    rest++;
    taken += isTaken[token]!;
  }
  return rest >= SOME * goldOf.length && taken >= MOST * rest;
}

function isCutOff({ counts, missing }: Whole): boolean {
  const lost = tokensOf(withoutAltered(missing).filter(({ position }) => position === 'tail'));
  if (lost < Math.max(CUT_TOKENS, CUT_SHARE * counts.required)) return false;
  return counts.matched >= MOST * (counts.required - lost);
}
