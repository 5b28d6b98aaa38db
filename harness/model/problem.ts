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
  /** A value of the wrong shape: a list where a text belongs, a date that is none. */
  | 'wrong-value'
  /** A `#` on the line of a text value: YAML cuts the text there. */
  | 'text-cut'
  /** Text inside `[…]` or `{…}` without quotes, where a comma or colon would split it. */
  | 'unquoted-text'
  /** A text, list or table that holds nothing. */
  | 'empty-text'
  /** A `todo` block that nobody has labelled yet. */
  | 'todo-left'
  /** A page folder without exactly one raw page and one `gold.yaml`. */
  | 'page-files'
  /** A split that names a site the corpus does not have, or shares one with another split. */
  | 'bad-split';

/** One fault of a corpus: where it is, what was found there, what belongs there and how to mend it. */
export interface Problem {
  readonly code: ProblemCode;
  /** Path of the file, with `/`, as the user would open it. */
  readonly file: string;
  /** 1-based line, absent where the file as a whole is at fault. */
  readonly line?: number;
  /** 1-based column in UTF-16 code units. */
  readonly column?: number;
  /** What was found, e.g. `unknown key "boddy"`. */
  readonly found: string;
  /** What belongs there, e.g. `one of: url, captured, …`. */
  readonly expected: string;
  /** How to mend it, e.g. `did you mean "body"?`. */
  readonly mend: string;
}
