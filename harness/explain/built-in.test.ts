import { expect, test } from 'vitest';
import { builtInCorpus, openCorpus } from '../corpus/open.ts';
import { pageToDocument } from '../document/page-document.ts';
import { documentToText } from '../document/plain-text.ts';
import { POLICIES } from '../model/policy.ts';
import { PreparedGold } from '../score/prepared-gold.ts';
import { ScoringInput } from '../score/scoring-input.ts';
import { explanationCounts } from './explain-page.ts';
import { ExplainedPage } from './explained-page.ts';

test('of all that the pages of the built-in corpus show, at most a tenth of the surplus is unlabelled', async () => {
  const opened = await openCorpus(builtInCorpus());
  if (opened.status !== 'ok') throw new Error('the built-in corpus has problems');
  let [all, unlabelled] = [0, 0];
  for (const reference of opened.corpus.pages.filter((_, index) => index % 4 === 0)) {
    const { page, gold } = await opened.corpus.read(reference);
    const document = pageToDocument(page);
    const prepared = new PreparedGold(gold, POLICIES.article);
    const input = new ScoringInput(prepared, { text: documentToText(document) });
    const { surplus } = explanationCounts(input, new ExplainedPage(document, prepared), 'text');
    all += Object.values(surplus).reduce((sum, count) => sum + count, 0);
    unlabelled += surplus.unlabelled ?? 0;
  }
  expect(all).toBeGreaterThan(1000);
  expect(unlabelled).toBeLessThanOrEqual(0.1 * all);
});
