import type { CountedPage } from '../explain/sums.ts';
import type { GoldForm } from '../model/page.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { countedPage } from './class-sums.ts';

/** Extractors that say the same nearly everywhere, and so count once. */
export type Voice = readonly string[];

/** Whose gold is less than this share of its output, or who kept less of gold than the second, has no voice. */
const LEAST_PRECISION = 2 / 3;
const LEAST_RECALL = 1 / 2;
/** Two say the same on a page if their counts differ by at most this share of the tokens of the one that has more. */
const SAME = 0.02;
/** Two are one voice if they say the same on this share of the pages on which either is not right. */
const NEARLY_EVERYWHERE = 0.9;

/**
 * The independent voices among the extractors of a corpus. Who returns nearly everything says nothing of gold by returning
 * it, and who keeps little says nothing by leaving out; both have no voice. Extractors whose counts are nearly the same on
 * nine of ten pages on which either has a fault are one voice, and so are those that are each the same as a third.
 *
 * @param lines of extractors that are no baselines, on one corpus
 */
export function voicesOf(lines: readonly JournalLine[], gold: GoldForm): Voice[] {
  const byName = new Map<string, Map<string, CountedPage>>();
  for (const line of lines) {
    const counts = countedPage(line, gold);
    if (counts === undefined) continue;
    const own = byName.get(line.extractor) ?? new Map<string, CountedPage>();
    byName.set(line.extractor, own.set(line.page, counts));
  }
  const speakers = [...byName]
    .filter(([, pages]) => hasVoice([...pages.values()]))
    .toSorted(([a], [b]) => compareCodeUnits(a, b));
  const voices: (readonly [string, ReadonlyMap<string, CountedPage>])[][] = [];
  for (const speaker of speakers) {
    const same = voices.filter((voice) => voice.some(([, pages]) => areSame(pages, speaker[1])));
    const joined = [...same.flat(), speaker];
    for (const voice of same) voices.splice(voices.indexOf(voice), 1);
    voices.push(joined);
  }
  return voices
    .map((voice) => voice.map(([name]) => name).toSorted(compareCodeUnits))
    .toSorted((a, b) => compareCodeUnits(a[0]!, b[0]!));
}

function hasVoice(pages: readonly CountedPage[]): boolean {
  const sum = (of: (counts: CountedPage) => number): number =>
    pages.reduce((total, page) => total + of(page), 0);
  const [required, matched, surplus] = [
    sum((page) => page.required),
    sum((page) => page.matched),
    sum((page) => page.surplus),
  ];
  return (
    matched >= LEAST_RECALL * required && matched >= LEAST_PRECISION * (matched + surplus) && matched > 0
  );
}

function areSame(one: ReadonlyMap<string, CountedPage>, other: ReadonlyMap<string, CountedPage>): boolean {
  let [faulty, same] = [0, 0];
  for (const [page, a] of one) {
    const b = other.get(page);
    if (b === undefined || (isRight(a) && isRight(b))) continue;
    faulty++;
    const differing = Math.abs(a.matched - b.matched) + Math.abs(a.surplus - b.surplus);
    if (differing <= SAME * Math.max(a.matched + a.surplus, b.matched + b.surplus)) same++;
  }
  return faulty > 0 && same >= NEARLY_EVERYWHERE * faulty;
}

function isRight({ required, matched, surplus }: CountedPage): boolean {
  return matched === required && surplus === 0;
}
