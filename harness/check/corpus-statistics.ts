import { decode, decodeUtf8 } from '../document/decode.ts';
import { goldToDocument } from '../document/gold.ts';
import { htmlToDocument } from '../document/html.ts';
import { documentToText, textToDocument } from '../document/plain-text.ts';
import { dominantScript } from '../document/script.ts';
import { tokenize } from '../document/tokens.ts';
import { Vocabulary } from '../document/vocabulary.ts';
import type { Corpus, LabelledPage, Page, PageReference } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import { quantile } from '../stats/quantile.ts';

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
  readonly tokens: { readonly page: Spread; readonly required: Spread; readonly optional: Spread };
}

/** Pages by word, the most frequent first. */
export type Counts = Readonly<Record<string, number>>;

/** How a number is spread over pages: sum, and quartiles by linear interpolation. No pages: all 0. */
export interface Spread {
  readonly total: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Goes through the pages of a corpus, one at a time, and sums up. A page without a label counts as `–`. */
export async function describeCorpus(corpus: Corpus, policy: Policy): Promise<CorpusStatistics> {
  const pages: PageFacts[] = [];
  for (const reference of corpus.pages) pages.push(factsOf(reference, await corpus.read(reference), policy));
  const counted = (words: (page: PageFacts) => readonly (string | undefined)[]): Counts =>
    countWords(pages.map(words));
  return {
    corpus: corpus.name,
    ...(corpus.version === undefined ? {} : { version: corpus.version }),
    digest: corpus.digest,
    policy: policy.name,
    pages: pages.length,
    sites: new Set(pages.map((page) => page.reference.site)).size,
    rejects: pages.filter((page) => page.required === 0).length,
    media: counted((page) => [page.reference.media]),
    kinds: counted((page) => [page.reference.slices.kind]),
    languages: counted((page) => [page.reference.slices.language]),
    scripts: counted((page) => [page.script]),
    traits: counted((page) => page.reference.slices.traits),
    splits: counted((page) => [page.reference.slices.split]),
    difficulties: counted((page) => [page.reference.slices.difficulty]),
    encodings: counted((page) => (page.encoding === undefined ? [] : [page.encoding])),
    tokens: {
      page: spreadOf(pages.map((page) => page.tokens)),
      required: spreadOf(pages.map((page) => page.required)),
      optional: spreadOf(pages.map((page) => page.optional)),
    },
  };
}

interface PageFacts {
  readonly reference: PageReference;
  readonly script: string | undefined;
  readonly encoding: string | undefined;
  /** Tokens of all the page's text, and of its required and optional gold. */
  readonly tokens: number;
  readonly required: number;
  readonly optional: number;
}

function factsOf(reference: PageReference, { page, gold }: LabelledPage, policy: Policy): PageFacts {
  const { document, encoding } = readDocument(page);
  const vocabulary = new Vocabulary();
  const leaves = goldToDocument(gold, policy).blocks;
  const count = (role: 'required' | 'optional'): number =>
    tokenize(
      leaves.filter((leaf) => leaf.role === role),
      vocabulary,
    ).length;
  return {
    reference,
    script: dominantScript(documentToText(document)),
    encoding,
    tokens: tokenize(document.blocks, vocabulary).length,
    required: count('required'),
    optional: count('optional'),
  };
}

function readDocument(page: Page): {
  document: ReturnType<typeof htmlToDocument>;
  encoding: string | undefined;
} {
  if (page.media === 'text') return { document: textToDocument(decodeUtf8(page.bytes)), encoding: undefined };
  const { text, encoding } = decode(page.bytes, page.contentType);
  return { document: htmlToDocument(text), encoding: `${encoding.name} by ${encoding.decidedBy}` };
}

const UNLABELLED = '–';

function countWords(pages: readonly (readonly (string | undefined)[])[]): Counts {
  const counts = new Map<string, number>();
  for (const words of pages) {
    for (const word of words) counts.set(word ?? UNLABELLED, (counts.get(word ?? UNLABELLED) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return { total: 0, low: 0, median: 0, high: 0 };
  const sorted = values.toSorted((a, b) => a - b);
  const total = values.reduce((sum, value) => sum + value, 0);
  return { total, low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) };
}
