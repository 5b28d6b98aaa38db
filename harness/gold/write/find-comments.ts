import { CST, Lexer } from 'yaml';

/** A comment of a YAML file. */
export interface Comment {
  /** With its `#`, without white space at the end. */
  readonly text: string;
  /** Of the `#`, in UTF-16 code units from the start of the text. */
  readonly offset: number;
  /** 0-based. */
  readonly column: number;
  /** Whether something else than dashes stands in front of it on the line. */
  readonly isBehind: boolean;
}

/** Every comment of a text, in its order; a `#` inside a scalar begins none. */
export function findComments(text: string): Comment[] {
  const comments: Comment[] = [];
  for (const { type, offset, source } of lexemes(text)) {
    if (type !== 'comment') continue;
    const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
    comments.push({ text: source.trimEnd(), offset, column: line.length, isBehind: /[^\s-]/u.test(line) });
  }
  return comments;
}

interface Lexeme {
  readonly type: string | null;
  readonly offset: number;
  readonly source: string;
}

/** The lexemes of the text. The lexer announces every scalar by a mark, which is no part of the text. */
function* lexemes(text: string): Generator<Lexeme> {
  let offset = 0;
  let isScalar = false;
  for (const source of new Lexer().lex(text)) {
    const type: string | null = isScalar ? 'content' : CST.tokenType(source);
    isScalar = type === 'scalar';
    if (type === 'scalar' || type === 'doc-mode' || type === 'flow-error-end') continue;
    yield { type, offset, source };
    offset += source.length;
  }
}
