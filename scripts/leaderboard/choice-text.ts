import type { FieldComparison } from '../../harness/analyse/compare-field.ts';
import { formatCount } from '../../harness/report/format.ts';
import { escapeMarkdown } from '../../harness/report/markdown-table.ts';
import type { Comparison } from '../../harness/stats/comparison-table.ts';
import { isSignificant } from '../../harness/stats/ranks.ts';
import { LANGUAGES } from './languages.ts';
import type { Language } from './languages.ts';

/** An extractor that has a rank, and its index in the comparison. */
interface Ranked {
  readonly name: string;
  readonly rank: number;
  readonly index: number;
}

/**
 * What the ranks of a corpus support for somebody who has to choose: who shares the first one, and for each language
 * the best-ranked extractor and those that these pages do not tell apart from it.
 *
 * @param field absent where there are no two extractors to compare
 */
export function choiceText(
  field: FieldComparison | undefined,
  languageOf: (extractor: string) => Language | undefined,
): string[] {
  const ranked = (field?.extractors ?? []).flatMap(({ name, rank }, index): Ranked[] =>
    rank === undefined ? [] : [{ name, rank, index }],
  );
  if (field === undefined || ranked.length === 0) return ['There are too few sites to rank anyone.'];
  const languages = LANGUAGES.flatMap((language) => {
    const own = ranked.filter(({ name }) => languageOf(name) === language);
    return own.length === 0 ? [] : [`- ${language}: ${bestOf(field, own)}`];
  });
  return [
    firstOf(field, ranked),
    ...(languages.length === 0
      ? []
      : [
          `By language, the extractor with the best rank and those of its language that these pages do not tell apart from it, which is not to say that they are equal:`,
          languages.join('\n'),
        ]),
  ];
}

function firstOf(field: FieldComparison, ranked: readonly Ranked[]): string {
  const first = ranked.filter(({ rank }) => rank === 1);
  const [only, ...others] = first.map(({ name }) => bold(name));
  if (only === undefined) return 'Every extractor is worse than another one by more than chance explains.';
  if (others.length > 0) {
    return `No extractor is better than any of these ${formatCount(first.length)} by more than chance explains: ${[only, ...others].join(', ')}. That these pages do not tell them apart does not make them equal.`;
  }
  const open = ranked.filter((other) => other !== first[0] && !areApart(field, first[0]!, other));
  if (open.length === 0)
    return `${only} is better than every other extractor here by more than chance explains.`;
  return `No extractor is better than ${only} by more than chance explains; not told apart from it: ${listed(open)}.`;
}

/** `own` is not empty. */
function bestOf(field: FieldComparison, own: readonly Ranked[]): string {
  const [best, ...others] = own.toSorted((a, b) => a.rank - b.rank || a.index - b.index);
  const said = `${bold(best!.name)} (rank ${formatCount(best!.rank)})`;
  if (others.length === 0) return `${said}, the only one here`;
  const open = others.filter((other) => !areApart(field, best!, other));
  if (open.length > 0) return `${said}; not told apart from it: ${listed(open)}`;
  if (!others.every((other) => differenceOf(field, best!, other) > 0)) return said;
  const rest = others.length === 1 ? 'the other one' : `the other ${formatCount(others.length)}`;
  return `${said}, better than ${rest} by more than chance explains`;
}

/** The tests are corrected for all pairs of the corpus. Two that share too few sites are not told apart. */
function areApart(field: FieldComparison, one: Ranked, other: Ranked): boolean {
  const pair = pairOf(field, one, other);
  return pair !== undefined && isSignificant(pair);
}

/** Figure of the one less that of the other, on the pages that they share. */
function differenceOf(field: FieldComparison, one: Ranked, other: Ranked): number {
  const difference = pairOf(field, one, other)?.difference ?? 0;
  return one.index < other.index ? difference : -difference;
}

function pairOf({ pairs }: FieldComparison, one: Ranked, other: Ranked): Comparison | undefined {
  const [first, second] = one.index < other.index ? [one.index, other.index] : [other.index, one.index];
  return pairs.find((pair) => pair.first === first && pair.second === second);
}

function listed(extractors: readonly Ranked[]): string {
  return extractors.map(({ name, rank }) => `${escapeMarkdown(name)} (rank ${formatCount(rank)})`).join(', ');
}

function bold(name: string): string {
  return `**${escapeMarkdown(name)}**`;
}
