import { pageToDocument } from '../document/page-document.ts';
import { explainPage } from '../explain/explain-page.ts';
import { ExplainedPage } from '../explain/explained-page.ts';
import type { PageExplanation } from '../explain/explanation.ts';
import type { ExtractorAnswer } from '../extract/define-extractor.ts';
import { readExtraction } from '../extract/read-extraction.ts';
import { POLICIES } from '../model/policy.ts';
import type { LabelledPage, Page } from '../model/page.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { AssayError } from '../util/error.ts';
import type { ScoreOptions } from './score.ts';
import { refuseNames, refuseUnknownNames } from './unknown-settings.ts';

/** What `explain` reads of a page: its gold, its bytes and how they are to be read. */
export interface PageToExplain extends Pick<LabelledPage, 'gold'> {
  readonly page: Pick<Page, 'bytes' | 'media' | 'contentType' | 'refused'>;
}

/**
 * Says why an extraction has the score that it has: what is surplus and what is missing, where each of it stands in the page
 * and why it may have gone wrong. Pure; `null` is an empty extraction.
 *
 * ```ts
 * const { verdict, surplus, missing } = explain(await corpus.read(reference), { text: myExtractor(page.bytes) });
 * for (const run of surplus) console.log(run.class, run.tokens, run.place?.path, run.text);
 * ```
 *
 * @throws AssayError `bad-input` for an answer that is no extraction; `usage` for an unknown option, or the name of a policy.
 */
export function explain(
  { page, gold }: PageToExplain,
  answer: ExtractorAnswer | null,
  options: Pick<ScoreOptions, 'policy'> = {},
): PageExplanation {
  const { policy = POLICIES.article } = options;
  refuseUnknownNames(options, ['policy'], 'explain');
  refuseNames([policy], 'explain: policy', (name) => `POLICIES.${name}`);
  const reading = readExtraction(answer);
  if (reading.status === 'bad') throw new AssayError('bad-input', `the extractor ${reading.message}`);
  const prepared = new PreparedGold(gold, policy);
  const input = new ScoringInput(prepared, reading.extraction);
  return explainPage(input, new ExplainedPage(pageToDocument(page), prepared));
}
