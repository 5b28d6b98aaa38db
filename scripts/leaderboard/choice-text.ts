import type { FieldComparison } from '../../harness/analyse/compare-field.ts';
import { formatCount } from '../../harness/report/format.ts';
import { escapeMarkdown } from '../../harness/report/markdown-table.ts';
import { areApart, leadersOf, pairOf } from '../../harness/stats/leaders.ts';
import type { Leaders } from '../../harness/stats/leaders.ts';
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
  const leaders = leadersOf(
    (field?.extractors ?? []).map(({ rank }) => rank),
    field?.pairs ?? [],
  );
  if (field === undefined || leaders === undefined) return ['There are too few sites to rank anyone.'];
  const languages = LANGUAGES.flatMap((language) => {
    const own = ranked.filter(({ name }) => languageOf(name) === language);
    return own.length === 0 ? [] : [`- ${language}: ${bestOf(field, own)}`];
  });
  return [
    firstText(leaders, ranked),
    ...(languages.length === 0
      ? []
      : [
          `By language, the extractor with the best rank and those of its language that these pages do not tell apart from it, which is not to say that they are equal:`,
          languages.join('\n'),
        ]),
  ];
}

function firstText(leaders: Leaders, ranked: readonly Ranked[]): string {
  const named = (system: number): string => bold(ranked.find(({ index }) => index === system)!.name);
  if (leaders.status === 'nobody')
    return 'Every extractor is worse than another one by more than chance explains.';
  if (leaders.status === 'several') {
    return `No extractor is better than any of these ${formatCount(leaders.first.length)} by more than chance explains: ${leaders.first.map(named).join(', ')}. That these pages do not tell them apart does not make them equal.`;
  }
  const first = named(leaders.first);
  if (leaders.status === 'leader')
    return `${first} is better than every other extractor here by more than chance explains.`;
  const open = ranked.filter(({ index }) => leaders.open.includes(index));
  return `No extractor is better than ${first} by more than chance explains; not told apart from it: ${listed(open)}.`;
}

/** `own` is not empty. */
function bestOf(field: FieldComparison, own: readonly Ranked[]): string {
  const [best, ...others] = own.toSorted((a, b) => a.rank - b.rank || a.index - b.index);
  const said = `${bold(best!.name)} (rank ${formatCount(best!.rank)})`;
  if (others.length === 0) return `${said}, the only one here`;
  const open = others.filter((other) => !areApart(field.pairs, best!.index, other.index));
  if (open.length > 0) return `${said}; not told apart from it: ${listed(open)}`;
  if (!others.every((other) => differenceOf(field, best!, other) > 0)) return said;
  const rest = others.length === 1 ? 'the other one' : `the other ${formatCount(others.length)}`;
  return `${said}, better than ${rest} by more than chance explains`;
}

/** Figure of the one less that of the other, on the pages that they share. */
function differenceOf({ pairs }: FieldComparison, one: Ranked, other: Ranked): number {
  const difference = pairOf(pairs, one.index, other.index)?.difference ?? 0;
  return one.index < other.index ? difference : -difference;
}

function listed(extractors: readonly Ranked[]): string {
  return extractors.map(({ name, rank }) => `${escapeMarkdown(name)} (rank ${formatCount(rank)})`).join(', ');
}

function bold(name: string): string {
  return `**${escapeMarkdown(name)}**`;
}
