import { openCorpus } from '../corpus/open.ts';
import { formatProblem } from '../corpus/problem-text.ts';
import { AssayError } from '../model/error.ts';
import type { Corpus } from '../model/page.ts';
import type { Problem } from '../model/problem.ts';

/** A corpus that has no problems, and what the user named it. */
export interface NamedCorpus {
  readonly corpus: Corpus;
  readonly source: string;
}

/**
 * Opens corpora to work with.
 *
 * @throws AssayError `bad-input` with every problem of every corpus, if there are any.
 */
export async function openCorpora(sources: readonly string[]): Promise<NamedCorpus[]> {
  const problems: Problem[] = [];
  const corpora: NamedCorpus[] = [];
  for (const source of sources) {
    const opened = await openCorpus(source);
    if (opened.status === 'ok') corpora.push({ corpus: opened.corpus, source });
    else problems.push(...opened.problems);
  }
  if (problems.length === 0) return corpora;
  const lines = problems.map((problem) => `  ${formatProblem(problem)}`);
  const heading =
    problems.length === 1 ? 'a problem in the corpus' : `${problems.length} problems in the corpus`;
  throw new AssayError('bad-input', `${heading}; nothing was run\n${lines.join('\n')}`);
}
