import { readSecondGold } from '../corpus/gold-file.ts';
import { goldToHtml } from '../document/gold-to-html.ts';
import { pageToDocument } from '../document/page-document.ts';
import { Vocabulary, tokenize } from '../document/tokens.ts';
import { labelPage } from '../label/label-page.ts';
import { labelTokens, partOf } from '../label/labels.ts';
import type { Part, TokenPiece } from '../label/labels.ts';
import type { Gold } from '../model/gold.ts';
import type { Corpus, LabelledPage } from '../model/page.ts';
import type { Policy } from '../model/policy.ts';
import { formatProblem } from '../model/problem.ts';
import { isDefined } from '../model/score.ts';
import { tokens as tokensMetric } from '../score/metrics/tokens.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { krippendorffAlpha } from '../stats/krippendorff.ts';
import type { PairCount } from '../stats/krippendorff.ts';
import { compareCodeUnits } from '../util/compare-code-units.ts';
import { AssayError } from '../util/error.ts';

/** How far two labels of the same pages agree; every token of a page is a unit, and what it is under the policy its value. */
export interface Agreement {
  readonly policy: string;
  /** Pages that have both labels, with a body in each. */
  readonly pages: readonly PageAgreement[];
  readonly tokens: number;
  /** Krippendorff's alpha, nominal; absent where nothing could disagree. */
  readonly alpha?: number;
  /** By how many tokens the first label gives it, the most first. */
  readonly categories: readonly CategoryAgreement[];
  /** Tokens to which the two give different values, by the two values, the most first. */
  readonly differences: readonly { readonly first: Part; readonly second: Part; readonly tokens: number }[];
  /**
   * The human ceiling: the mean `tokens` F1 of the content of the second label, as an extraction, against the first as gold,
   * over the pages on which the first requires something. Absent without such a page.
   */
  readonly ceiling?: { readonly f1: number; readonly pages: number };
}

export interface PageAgreement {
  readonly page: string;
  readonly tokens: number;
  readonly alpha?: number;
  readonly f1?: number;
}

export interface CategoryAgreement {
  readonly category: Part;
  /** Tokens that have it by the first and by the second label. */
  readonly first: number;
  readonly second: number;
  /** Alpha of this category against all others. */
  readonly alpha?: number;
}

/**
 * How far the second labels of a corpus agree with the first.
 *
 * @param onPage called after each page, with a second label or without
 * @throws AssayError `bad-input` for a second label with problems.
 */
export async function agreementOf(
  corpus: Corpus,
  policy: Policy,
  onPage?: (id: string) => void,
): Promise<Agreement> {
  const sum = new AgreementSum(policy);
  for (const reference of corpus.pages) {
    const second =
      corpus.folder === undefined ? undefined : await readSecondGold(corpus.folder, reference.id);
    if (second?.problems[0]) {
      throw new AssayError(
        'bad-input',
        `a second label has problems; assay corpus check names them all, the first is\n  ${formatProblem(second.problems[0])}`,
      );
    }
    if (second?.gold) sum.add(await corpus.read(reference), second.gold);
    onPage?.(reference.id);
  }
  return sum.result();
}

/** Compares labels page by page; no page is held. */
export class AgreementSum {
  readonly #policy: Policy;
  readonly #pages: PageAgreement[] = [];
  readonly #units = new Units();

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  add({ page, gold }: LabelledPage, second: Gold): void {
    if (gold.body === undefined || second.body === undefined) return;
    const document = pageToDocument(page);
    const tokens = tokenize(document.blocks, new Vocabulary());
    const partsOf = (label: Gold): Part[] =>
      labelTokens(labelPage(document, label), tokens).map((pieces) => this.#partOf(pieces));
    const others = partsOf(second);
    const units = new Units();
    partsOf(gold).forEach((part, token) => units.add(part, others[token]!, 1));
    this.#units.addAll(units);
    const alpha = krippendorffAlpha(units.pairs());
    const f1 = this.#f1(gold, second);
    this.#pages.push({
      page: page.id,
      tokens: tokens.length,
      ...(alpha !== undefined && { alpha }),
      ...(f1 !== undefined && { f1 }),
    });
  }

  /** A token that is glued of two texts is what most of it is. */
  #partOf(pieces: readonly TokenPiece[]): Part {
    const length = ({ start, end }: TokenPiece): number => end - start;
    const most = pieces.reduce((a, b) => (length(b) > length(a) ? b : a));
    return partOf(most.label, this.#policy);
  }

  #f1(gold: Gold, second: Gold): number | undefined {
    const html = goldToHtml(second, this.#policy.comments === 'required');
    const input = new ScoringInput(new PreparedGold(gold, this.#policy), { html });
    const f1 = tokensMetric.scorePage(input).figures['f1'];
    return isDefined(f1) ? f1 : undefined;
  }

  result(): Agreement {
    const pairs = this.#units.pairs();
    const alpha = krippendorffAlpha(pairs);
    const scored = this.#pages.flatMap(({ f1 }) => f1 ?? []);
    return {
      policy: this.#policy.name,
      pages: this.#pages,
      tokens: pairs.reduce((sum, { units }) => sum + units, 0),
      ...(alpha !== undefined && { alpha }),
      categories: categoriesOf(pairs),
      differences: pairs
        .filter(({ values: [first, second] }) => first !== second)
        .map(({ values: [first, second], units }) => ({ first, second, tokens: units })),
      ...(scored.length > 0 && {
        ceiling: { f1: scored.reduce((sum, f1) => sum + f1, 0) / scored.length, pages: scored.length },
      }),
    };
  }
}

function categoriesOf(pairs: readonly PartPair[]): CategoryAgreement[] {
  const categories = [...new Set(pairs.flatMap(({ values }) => values))];
  const count = (side: 0 | 1, category: Part): number =>
    pairs.reduce((sum, { values, units }) => sum + (values[side] === category ? units : 0), 0);
  return categories
    .map((category): CategoryAgreement => {
      const isIt = (value: Part): string => String(value === category);
      const alpha = krippendorffAlpha(
        pairs.map(({ values: [first, second], units }) => ({ values: [isIt(first), isIt(second)], units })),
      );
      return {
        category,
        first: count(0, category),
        second: count(1, category),
        ...(alpha !== undefined && { alpha }),
      };
    })
    .toSorted((a, b) => b.first - a.first || compareCodeUnits(a.category, b.category));
}

interface PartPair extends PairCount {
  readonly values: readonly [Part, Part];
}

/** Tokens by what the two labels say of them. */
class Units {
  readonly #pairs = new Map<string, PartPair>();

  add(first: Part, second: Part, units: number): void {
    const key = `${first} ${second}`;
    this.#pairs.set(key, {
      values: [first, second],
      units: (this.#pairs.get(key)?.units ?? 0) + units,
    });
  }

  addAll(other: Units): void {
    for (const { values, units } of other.#pairs.values()) this.add(...values, units);
  }

  /** The most frequent first. */
  pairs(): PartPair[] {
    return [...this.#pairs.values()].toSorted(
      (a, b) => b.units - a.units || compareCodeUnits(a.values.join(' '), b.values.join(' ')),
    );
  }
}
