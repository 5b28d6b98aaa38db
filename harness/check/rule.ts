import type { Corpus } from '../model/page.ts';
import type { RuleName } from '../model/problem.ts';
import type { CheckedPage } from './checked-page.ts';

/** Where in a page's gold a fault is: a key of `gold.yaml`, and which of the texts under it, from 0. */
export interface GoldPlace {
  readonly section: GoldSection;
  readonly index?: number;
}

export type GoldSection =
  | 'url' | 'captured' | 'language' | 'traits' | 'title' | 'authors' | 'published' | 'body' | 'comments' | 'boilerplate'; // prettier-ignore

/** A fault that a rule has found; where it is in words is added by `checkCorpus`. */
export interface Finding {
  readonly found: string;
  readonly expected: string;
  readonly mend: string;
  readonly place?: GoldPlace;
}

/** A fault of a page or site that shows only beside others. */
export type CorpusFinding = Finding & ({ readonly page: string } | { readonly site: string });

interface RuleBase {
  /** Also the code of its problems. */
  readonly name: RuleName;
  /** What it finds and why that matters, in one sentence. */
  readonly description: string;
}

/** A rule that looks at one page at a time. */
export interface PageRule extends RuleBase {
  check(page: CheckedPage): readonly Finding[];
}

/** A rule that looks at pages beside each other. */
export interface CorpusRule extends RuleBase {
  begin(corpus: Corpus): CorpusCheck;
}

/** A corpus rule at work: it is given every page once and keeps only what it needs of it, for pages stream. */
export interface CorpusCheck {
  addPage(page: CheckedPage): void;
  finish(): readonly CorpusFinding[];
}

export type Rule = PageRule | CorpusRule;
