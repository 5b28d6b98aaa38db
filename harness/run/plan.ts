import { pageGlob } from '../corpus/page-glob.ts';
import type { Extractor } from '../extract/extractor.ts';
import { takesMedia } from '../extract/page-session.ts';
import { AssayError } from '../util/error.ts';
import type { Corpus, PageReference, Slices } from '../model/page.ts';
import type { PageSelection, Shard } from '../store/run-description.ts';

/** The pages of a corpus that a run takes, by identifier. */
export interface CorpusPlan {
  readonly corpus: Corpus;
  /** What the user named. */
  readonly source: string;
  readonly pages: readonly PageReference[];
}

/**
 * Selects the pages of each corpus.
 *
 * @param extractors those that are to take the pages: a limit counts only what all of them take
 * @throws AssayError `usage` if two corpora have one name, or if no page is left in any.
 */
export function planPages(
  corpora: readonly { readonly corpus: Corpus; readonly source: string }[],
  selection: PageSelection,
  extractors: readonly Pick<Extractor, 'accepts'>[] = [],
): CorpusPlan[] {
  const names = corpora.map(({ corpus }) => corpus.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    const paths = corpora.filter(({ corpus }) => corpus.name === twice).map(({ source }) => source);
    const found = `two corpora are called "${twice}" (${paths.join(', ')}); their results could not be kept apart`;
    const fix =
      'give each a name of its own under corpora in the configuration (name: path), and choose them by it';
    throw new AssayError('usage', `${found}; ${fix}`);
  }
  const plans = corpora.map(({ corpus, source }) => ({
    corpus,
    source,
    pages: select(corpus, selection, extractors),
  }));
  if (plans.every((plan) => plan.pages.length === 0)) throw nothingSelected(plans, selection);
  return plans;
}

/**
 * The pages of one shard. Pages are dealt out like cards, in the order of the corpora and of their identifiers: every
 * page is in exactly one shard, shards differ by one page at most, and the same pages give the same shards everywhere.
 */
export function shardOf(plans: readonly CorpusPlan[], { index, count }: Shard): CorpusPlan[] {
  let dealt = 0;
  return plans.map((plan) => ({ ...plan, pages: plan.pages.filter(() => dealt++ % count === index - 1) }));
}

function select(
  corpus: Corpus,
  selection: PageSelection,
  extractors: readonly Pick<Extractor, 'accepts'>[],
): readonly PageReference[] {
  const rules = rulesOf(selection);
  const matching = corpus.pages.filter((page) => rules.every((rule) => rule.takes(page)));
  if (selection.limit === undefined) return matching;
  const taken = matching.filter(({ media }) => extractors.every(({ accepts }) => takesMedia(accepts, media)));
  return (taken.length === 0 ? matching : taken).slice(0, selection.limit);
}

/** One option of a selection. */
interface Rule {
  /** As the user gave it. */
  readonly option: string;
  readonly takes: (page: PageReference) => boolean;
  /** What a page has where the rule looks, for the message. */
  readonly wordsOf: (page: PageReference) => readonly (string | undefined)[];
}

function rulesOf({ pages, kinds, languages, traits, splits }: PageSelection): Rule[] {
  return [
    ...pathRule(pages),
    ...sliceRule('--kind', kinds, ({ kind }) => [kind]),
    ...sliceRule('--language', languages, ({ language }) => [language], isLanguage),
    ...sliceRule('--trait', traits, (slices) => slices.traits),
    ...sliceRule('--split', splits, ({ split }) => [split]),
  ];
}

function pathRule(glob: string | undefined): Rule[] {
  if (glob === undefined) return [];
  return [{ option: `--pages "${glob}"`, takes: pageGlob(glob), wordsOf: ({ id }) => [id] }];
}

function sliceRule(
  option: string,
  wanted: readonly string[] | undefined,
  wordsOf: (slices: Slices) => readonly (string | undefined)[],
  isSame: (word: string, wanted: string) => boolean = (word, each) => word === each,
): Rule[] {
  if (wanted === undefined) return [];
  const takes = ({ slices }: PageReference): boolean =>
    wordsOf(slices).some((word) => word !== undefined && wanted.some((each) => isSame(word, each)));
  const shown = wanted.map((word) => `${option} ${word}`).join(' ');
  return [{ option: shown, takes, wordsOf: ({ slices }) => wordsOf(slices) }];
}

/** `en` holds for `en` and for `en-GB`, whatever the case. */
function isLanguage(word: string, wanted: string): boolean {
  return (
    word.toLowerCase() === wanted.toLowerCase() || word.toLowerCase().startsWith(`${wanted.toLowerCase()}-`)
  );
}

function nothingSelected(plans: readonly CorpusPlan[], selection: PageSelection): AssayError {
  const rules = rulesOf(selection);
  const all = plans.flatMap(({ corpus }) => corpus.pages);
  const searched = plans
    .map(({ corpus: { name, pages } }) => `${name} (${countPages(pages.length)})`)
    .join(', ');
  const hints = rules
    .filter((rule) => !all.some((page) => rule.takes(page)))
    .map((rule) => hintFor(rule, all));
  const options = rules.map((rule) => rule.option).join(' ');
  const hint =
    hints.length === 0 ? '; each option alone matches some page, together they match none' : hints.join('');
  return new AssayError('usage', `${options} matches no page of ${searched}${hint}`);
}

function countPages(count: number): string {
  return count === 1 ? '1 page' : `${count} pages`;
}

/** Most words that a hint names. */
const MOST_EXAMPLES = 8;

function hintFor({ option, wordsOf }: Rule, pages: readonly PageReference[]): string {
  const words = new Set(pages.flatMap(wordsOf).filter((word) => word !== undefined));
  const [name] = option.split(' ');
  if (words.size === 0) return `; no page there has a label that ${name} could match`;
  const shown = [...words].slice(0, MOST_EXAMPLES).join(', ');
  return `; ${name} could match ${shown}${words.size > MOST_EXAMPLES ? ', …' : ''}`;
}
