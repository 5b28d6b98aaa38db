import type { FilePlace, GoldPath } from '../model/gold-path.ts';
import type { Corpus } from '../model/page.ts';
import type { Finding, RuleName } from '../model/problem.ts';
import type { CheckedPage } from './checked-page.ts';

/** A fault that a rule has found in a page, and the gold that it is about; `checkCorpus` makes a problem of it. */
export interface PageFinding extends Finding {
  readonly path?: GoldPath;
}

/** A fault of a page or site that shows only beside others; that of a page may name the gold it is about, and where that stands. */
export type CorpusFinding = Finding &
  ((PageFinding & Partial<FilePlace> & { readonly page: string }) | { readonly site: string });

interface RuleBase {
  /** Also the code of its problems. */
  readonly name: RuleName;
  /** What it finds and why that matters, in one sentence. */
  readonly description: string;
}

/** A rule that looks at one page at a time. */
export interface PageRule extends RuleBase {
  check(page: CheckedPage): readonly PageFinding[];
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
