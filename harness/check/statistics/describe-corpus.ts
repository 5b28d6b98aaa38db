import type { Part } from '../../label/labels.ts';
import type { Corpus, PageReference } from '../../model/page.ts';
import type { Policy } from '../../model/policy.ts';
import type { Ceiling } from '../../score/ceiling.ts';
import { quantile } from '../../stats/quantile.ts';
import { describePage } from './describe-page.ts';
import type { PageDescription } from './describe-page.ts';
import { LOW_CEILING } from '../rules/low-ceiling.ts';
import { compareCodeUnits } from '../../util/compare-code-units.ts';

/** What a corpus is made of. Counts are of pages unless they say otherwise. */
export interface CorpusStatistics {
  readonly corpus: string;
  readonly version?: string;
  readonly digest: string;
  readonly policy: string;
  readonly pages: number;
  readonly sites: number;
  /** Pages that require nothing: an extractor is to return nothing there. */
  readonly rejects: number;
  readonly media: Counts;
  readonly kinds: Counts;
  readonly languages: Counts;
  /** Script of most letters of the page's text. */
  readonly scripts: Counts;
  readonly traits: Counts;
  readonly splits: Counts;
  /** Easy, medium or hard, where the dataset says so. */
  readonly difficulties: Counts;
  /** Encoding of HTML pages and the rule that decided it, e.g. `UTF-8 by meta`. */
  readonly encodings: Counts;
  /** Pages by site. */
  readonly pagesOfSite: Counts;
  /** Size of the raw pages in bytes, by media. */
  readonly bytes: { readonly html: Spread; readonly text: Spread };
  readonly tokens: { readonly page: Spread; readonly required: Spread; readonly optional: Spread };
  /** 0..1: share of a page's text that is not required. */
  readonly complexity: Quartiles;
  /**
   * 0..1: shares of all tokens of the pages whose body is labelled, by what they are under the policy, the greatest first:
   * content, optional, comment, boilerplate by category, unlabelled.
   */
  readonly text: Readonly<Partial<Record<Part, number>>>;
  /** 0..1: share of a page's tokens that has no label. */
  readonly unlabelled: Quartiles;
  /** F1 that a selection of a page's own text can reach, 0..1, by metric; `under` counts the pages below `LOW_CEILING`. */
  readonly ceilings: Readonly<Partial<Record<Ceiling['metric'], Quartiles & { readonly under: number }>>>;
}

/** Pages by word, the most frequent first. */
export type Counts = Readonly<Record<string, number>>;

/** Quartiles over the pages that have the number, by linear interpolation. No pages: all 0. */
export interface Quartiles {
  /** Pages that have it. */
  readonly n: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** How a count is spread over all pages: its sum and quartiles. */
export interface Spread extends Quartiles {
  readonly total: number;
}

/** Goes through the pages of a corpus, one at a time, and sums up. A page without a label counts as `–`; `onPage` hears of each, with its text. */
export async function describeCorpus(
  corpus: Corpus,
  policy: Policy,
  onPage: (id: string, text: string) => void = () => undefined,
): Promise<CorpusStatistics> {
  const pages: DescribedPage[] = [];
  for (const reference of corpus.pages) {
    // The text is handed on, not held: pages stream.
    const { text, ...description } = describePage(await corpus.read(reference), policy);
    pages.push({ reference, ...description });
    onPage(reference.id, text);
  }
  const counted = (words: (page: DescribedPage) => readonly (string | undefined)[]): Counts =>
    countWords(pages.map(words));
  const bytesOf = (media: string): Spread =>
    spreadOf(pages.flatMap(({ reference, bytes }) => (reference.media === media ? [bytes] : [])));
  const pagesOfSite = counted((page) => [page.reference.site]);
  return {
    corpus: corpus.name,
    ...(corpus.version === undefined ? {} : { version: corpus.version }),
    digest: corpus.digest,
    policy: policy.name,
    pages: pages.length,
    sites: Object.keys(pagesOfSite).length,
    rejects: pages.filter((page) => page.parts !== undefined && page.tokens.required === 0).length,
    media: counted((page) => [page.reference.media]),
    kinds: counted((page) => [page.reference.slices.kind]),
    languages: counted((page) => [page.reference.slices.language]),
    scripts: counted((page) => [page.script]),
    traits: counted((page) => page.reference.slices.traits),
    splits: counted((page) => [page.reference.slices.split]),
    difficulties: counted((page) => [page.reference.slices.difficulty]),
    encodings: counted((page) => (page.encoding === undefined ? [] : [page.encoding])),
    pagesOfSite,
    bytes: { html: bytesOf('html'), text: bytesOf('text') },
    tokens: {
      page: spreadOf(pages.map((page) => page.tokens.page)),
      required: spreadOf(pages.map((page) => page.tokens.required)),
      optional: spreadOf(pages.map((page) => page.tokens.optional)),
    },
    complexity: quartilesOf(pages.flatMap((page) => page.complexity ?? [])),
    text: sharesOf(pages),
    unlabelled: quartilesOf(pages.flatMap(unlabelledShare)),
    ceilings: { ...ceilingsOf(pages, 'tokens'), ...ceilingsOf(pages, 'segments') },
  };
}

interface DescribedPage extends Omit<PageDescription, 'text'> {
  readonly reference: PageReference;
}

function sharesOf(pages: readonly DescribedPage[]): Partial<Record<Part, number>> {
  const sums = new Map<Part, number>();
  let total = 0;
  for (const { parts = [] } of pages) {
    for (const [part, tokens] of parts) {
      sums.set(part, (sums.get(part) ?? 0) + tokens);
      total += tokens;
    }
  }
  const sorted = [...sums].toSorted(([a, m], [b, n]) => n - m || compareCodeUnits(a, b));
  return Object.fromEntries(sorted.map(([part, tokens]) => [part, tokens / total]));
}

function unlabelledShare({ parts, tokens }: DescribedPage): number[] {
  return parts === undefined || tokens.page === 0 ? [] : [(parts.get('unlabelled') ?? 0) / tokens.page];
}

function ceilingsOf(
  pages: readonly DescribedPage[],
  metric: Ceiling['metric'],
): CorpusStatistics['ceilings'] {
  const values = pages.flatMap(({ ceilings }) =>
    ceilings.filter((ceiling) => ceiling.metric === metric).map(({ f1 }) => f1),
  );
  if (values.length === 0) return {};
  return {
    [metric]: { ...quartilesOf(values), under: values.filter((value) => value < LOW_CEILING).length },
  };
}

const UNLABELLED = '–';

function countWords(pages: readonly (readonly (string | undefined)[])[]): Counts {
  const counts = new Map<string, number>();
  for (const words of pages) {
    for (const word of words) counts.set(word ?? UNLABELLED, (counts.get(word ?? UNLABELLED) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].toSorted(([a, m], [b, n]) => n - m || compareCodeUnits(a, b)));
}

function spreadOf(values: readonly number[]): Spread {
  return { total: values.reduce((sum, value) => sum + value, 0), ...quartilesOf(values) };
}

function quartilesOf(values: readonly number[]): Quartiles {
  const n = values.length;
  if (n === 0) return { n, low: 0, median: 0, high: 0 };
  const sorted = values.toSorted((a, b) => a - b);
  return { n, low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}
