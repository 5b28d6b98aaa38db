import { describe, expect, test } from 'vitest';
import type { Outcome } from '../model/extraction.ts';
import type { Page } from '../model/page.ts';
import { POLICIES } from '../model/policy.ts';
import type { JournalLine } from '../store/journal-line.ts';
import { corpusOf } from './fixtures/toy-run.ts';
import { scorePage } from './score-page.ts';
import { PreparedPages } from './scoring/prepared-pages.ts';
import { plainScorer } from './scoring/scorer.ts';

const key = { corpus: 'toy', extractor: 'mine', page: 's/p', site: 's' };
const gold = { about: { traits: [] }, metadata: {}, body: [], comments: [], boilerplate: [] };

async function line(page: Partial<Page>, outcome: Outcome): Promise<JournalLine> {
  const whole: Page = { id: 's/p', site: 's', media: 'html', bytes: Buffer.from(''), ...page };
  const reference = { ...whole, slices: { traits: [] } };
  const corpus = { ...corpusOf(1), read: () => Promise.resolve({ page: whole, gold }) };
  const prepared = await new PreparedPages().read(corpus, reference);
  return scorePage(key, prepared, { outcome }, plainScorer(POLICIES.article, []));
}

describe('the journal line of a page', () => {
  const outcomes: Outcome[] = [
    { status: 'extracted', extraction: { text: '' } },
    { status: 'failed', failure: 'timeout', message: 'late' },
    { status: 'skipped', reason: 'not mine' },
  ];

  test.each(outcomes)('tells the encoding of a web page and what decided it, $status', async (outcome) => {
    const bytes = Buffer.from('<meta charset=koi8-r>');
    expect(await line({ bytes }, outcome)).toMatchObject({
      ...key,
      status: outcome.status,
      encoding: { name: 'KOI8-R', decidedBy: 'meta' },
    });
    const contentType = 'text/html; charset=latin1';
    expect((await line({ bytes, contentType }, outcome)).encoding).toEqual({
      name: 'windows-1252',
      decidedBy: 'content-type',
    });
  });

  test('tells none of a page of plain text', async () => {
    for (const outcome of outcomes)
      expect(await line({ media: 'text' }, outcome)).not.toHaveProperty('encoding');
  });
});
