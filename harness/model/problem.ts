import { escapeUnseen } from '../util/printable.ts';
import type { GoldPath } from './gold-path.ts';

/** What can be wrong with a corpus, as data: problems are collected and shown all at once, never thrown. */

/** The closed list of problem codes. A code never changes its meaning once it has shipped. */
export type ProblemCode =
  /** The file is not well-formed YAML, or uses a part of YAML that gold does not allow. */
  | 'yaml-syntax'
  /** A key that the schema does not know. */
  | 'unknown-key'
  /** A key that must be there is not. */
  | 'missing-key'
  /** A word outside a closed vocabulary: block kind, boilerplate category, page kind, trait. */
  | 'unknown-word'
  /** A value of the wrong shape: a list where a text belongs, a date that does not exist. */
  | 'wrong-value'
  /** A `#` on the line of a text value: YAML cuts the text there. */
  | 'text-cut'
  /** Text inside `[…]` or `{…}` without quotes, where a comma or colon would split it. */
  | 'unquoted-text'
  /** A text, list or table that holds nothing. */
  | 'empty-text'
  /** A `todo` block that is not labelled yet. */
  | 'todo-left'
  /** A page folder without exactly one raw page and one `gold.yaml`. */
  | 'page-files'
  /** A split that names a site the corpus does not have, or shares one with another split. */
  | 'bad-split'
  /** A key that stands in one map of a JSON file twice, so that its first value is lost. */
  | 'repeated-key'
  /** An entry of an exceptions file that excepts nothing. */
  | 'unused-exception'
  | RuleName;

/** What the rules of `harness/check/rules/` find, one code a rule; each says more of itself in its description. */
export type RuleName =
  /** A block of the body or the comments that the page does not have. */
  | 'gold-not-in-page'
  /** A block with other punctuation than the page, the words being the same. */
  | 'punctuation-mismatch'
  /** A body block that the page has only before those that precede it in gold. */
  | 'gold-out-of-order'
  /** The same block more often in gold than in the page. */
  | 'repeated-gold'
  /** A boilerplate entry that the page does not have. */
  | 'boilerplate-not-in-page'
  /** A text that gold calls hidden, and that a reader sees. */
  | 'not-hidden'
  /** A boilerplate entry that stands in the page only where other gold has it. */
  | 'boilerplate-in-body'
  /** Text of a page without a label between two blocks of its body. */
  | 'unlabelled-in-body'
  /** Too much of a page without a label. */
  | 'unlabelled-share'
  /** A page with more bytes, tags or text than are read. */
  | 'page-too-large'
  /** Gold for a page without any text. */
  | 'empty-page'
  /** Gold that no selection of the page's text can reach. */
  | 'low-ceiling'
  /** A snippet that must appear, and that the page does not have. */
  | 'segment-not-in-page'
  /** A snippet that must not appear, and that the page does not have. */
  | 'unwanted-segment-not-in-page'
  /** A snippet that must appear, and that the page's own gold text does not have. */
  | 'segment-not-in-gold'
  /** A snippet that must not appear, and that the page's own gold text has. */
  | 'unwanted-segment-in-gold'
  /** A snippet that must not appear inside one that must. */
  | 'contradicting-segments'
  /** The same snippet twice. */
  | 'repeated-segment'
  /** A title that stands nowhere in the page. */
  | 'title-not-in-page'
  /** A title that differs from the title block of the body. */
  | 'title-mismatch'
  /** An author whom the page does not name. */
  | 'author-not-in-page'
  /** A date that does not exist, or that cannot be right. */
  | 'impossible-date'
  /** A language that the text is not in. */
  | 'wrong-language'
  /** A trait that page or gold contradict. */
  | 'trait-mismatch'
  /** A page in the folder of a site that its address does not belong to. */
  | 'site-mismatch'
  /** Text in UTF-8 that was read in another encoding, or characters that were lost. */
  | 'mojibake'
  /** Characters that some readers take for line breaks. */
  | 'line-separators'
  /** Invisible characters. */
  | 'control-characters'
  /** Tags or entities of HTML in gold. */
  | 'markup-in-gold'
  /** The same page twice. */
  | 'duplicate-page'
  /** Nearly the same page twice. */
  | 'near-duplicate-page'
  /** The same address twice. */
  | 'repeated-address'
  /** A site with pages in several splits. */
  | 'shared-site';

/** What a problem says apart from where it is. */
export interface Finding {
  /** What was found, e.g. `unknown key "boddy"`. */
  readonly found: string;
  /** What belongs there, e.g. `one of: url, captured, …`. */
  readonly expected: string;
  /** How to fix it, e.g. `did you mean "body"?`. */
  readonly fix: string;
}

/** One fault of a corpus: where it is, what was found there, what belongs there and how to fix it. */
export interface Problem extends Finding {
  readonly code: ProblemCode;
  /** Path of the file, with `/`, as the user would open it; in a dataset `name:page`. */
  readonly file: string;
  /** 1-based line, absent where the file as a whole is at fault. */
  readonly line?: number;
  /** 1-based column in UTF-16 code units. */
  readonly column?: number;
  /** The address of the gold that it is about, where a rule found it in gold. */
  readonly path?: GoldPath;
  /** Identifier of the page that a rule found it in. */
  readonly page?: string;
  /** The site, where a rule is about sites. */
  readonly site?: string;
}

/**
 * A problem as one line of plain text, in the form that editors and terminals turn into a link:
 * `file:line:column: found …; expected …; … [code]`. Line and column are left out where the file as a whole
 * is at fault. Invisible characters are written as their number: texts of pages are not trusted.
 */
export function formatProblem({ file, line, column, found, expected, fix, code }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return escapeUnseen(`${place}: found ${found}; expected ${expected}; ${fix} [${code}]`);
}
