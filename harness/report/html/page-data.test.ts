import { describe, expect, test } from 'vitest';
import { builtInCorpus, openCorpus } from '../../corpus/open.ts';
import { goldToHtml } from '../../document/gold-to-html.ts';
import { decodePage } from '../../document/decode.ts';
import { pageToDocument } from '../../document/page-document.ts';
import { documentToText } from '../../document/plain-text.ts';
import { explainPage, explanationCounts } from '../../explain/explain-page.ts';
import { ExplainedPage } from '../../explain/explained-page.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { LabelledPage } from '../../model/page.ts';
import { POLICIES } from '../../model/policy.ts';
import { PreparedGold } from '../../score/prepared-gold.ts';
import { ScoringInput } from '../../score/scoring-input.ts';
import type { JournalLine } from '../../store/journal-line.ts';
import { defined } from '../../util/defined.ts';
import { unseenSorts } from './kept-unseen.ts';
import { OpenedPage } from './opened-page.ts';
import { pageData } from './page-data.ts';
import type { PageData } from './report-data.ts';

/** Extractions of a page by what they are; nothing is what a failed one gives. */
function extractionsOf({ page, gold }: LabelledPage): Record<string, Extraction | undefined> {
  const { blocks, unseen } = pageToDocument(page);
  const half = blocks.slice(0, Math.ceil(blocks.length / 2));
  const all = documentToText({ blocks });
  return {
    everything: { text: all },
    half: { text: documentToText({ blocks: half }), title: 'Another title' },
    html: { html: decodePage(page) },
    markdown: { markdown: `# ${half[0]?.text ?? ''}\n\n${half.map(({ text }) => `- ${text}`).join('\n')}` },
    unseen: { text: [...unseen.map(({ text }) => text), all].join('\n') },
    scripts: { text: unseen.flatMap(({ where, text }) => (where === 'script' ? [text] : [])).join('\n') },
    altered: { text: all.toUpperCase().replaceAll(' A', 'a'), authors: ['N. N.'] },
    right: { html: goldToHtml(gold, false) },
    failed: undefined,
  };
}

/** As it comes out of the file. */
function reopened(data: PageData): PageData {
  return JSON.parse(JSON.stringify(data)) as PageData;
}

/** A page in a report of these extractors alone, beside what the page itself says. */
function explainedTwice(
  { page, gold }: LabelledPage,
  names: readonly string[],
  all: Record<string, Extraction | undefined>,
) {
  const prepared = new PreparedGold(gold, POLICIES.article);
  const whole = new ExplainedPage(pageToDocument(page), prepared);
  const inputOf = (name: string): ScoringInput => new ScoringInput(prepared, all[name]);
  const form = gold.body === undefined ? 'segments' : 'text';
  const lines = names.map((name) => {
    return { status: 'extracted', metrics: {}, explained: explanationCounts(inputOf(name), whole, form) };
  });
  const unseen = unseenSorts(lines as unknown as JournalLine[], gold, form);
  const rows = names.map((name) => ({ extractor: name, metrics: [], ...defined({ returned: all[name] }) }));
  const data = reopened(pageData({ page, gold, unseen, rows }, () => undefined)!);
  const opened = new OpenedPage(data, POLICIES.article);
  return names.map((name) => {
    const { paragraphs: _, metrics: __, extractor: ___, ...explanation } = opened.of(name)!;
    return {
      name,
      here: explanation,
      there: explainPage(inputOf(name), whole),
      kept: data.page.unseen.length,
    };
  });
}

describe('a page of a report', () => {
  test('says of every extraction what the page itself says, whatever is left out of it', async () => {
    const found = await openCorpus(builtInCorpus());
    if (found.status !== 'ok') throw new Error('the built-in corpus has problems');
    const { corpus } = found;
    let kept = 0;
    for (const reference of corpus.pages.filter((_, index) => index % 66 === 0)) {
      const labelled = await corpus.read(reference);
      const all = extractionsOf(labelled);
      // Together they keep all unseen text, by themselves what they name of it.
      for (const names of [Object.keys(all), ['html'], ['unseen'], ['scripts']]) {
        for (const { name, here, there, kept: count } of explainedTwice(labelled, names, all)) {
          expect([reference.id, name, here]).toEqual([reference.id, name, there]);
          kept += count;
        }
      }
    }
    expect(kept).toBeGreaterThan(0);
  });
});
