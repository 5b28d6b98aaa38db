import { sha256 } from '../../util/sha256.ts';
import { NEARLY_THE_SAME, Resemblances } from '../resemblances.ts';
import type { CorpusFinding, CorpusRule } from '../rule.ts';
import { goldOrPageText, squeezedText } from '../checked-page.ts';

/** Nearly the same text twice: an article that two sites carry, or a page in two versions. */
export const nearDuplicatePage: CorpusRule = {
  name: 'near-duplicate-page',
  description:
    'Two pages have nearly the same gold text (the same page text where gold is no text): about 80 % of the stretches of five words; they are not independent.',
  begin() {
    const resemblances = new Resemblances(NEARLY_THE_SAME);
    const pageTexts = new Set<string>();
    const findings: CorpusFinding[] = [];
    return {
      addPage(page) {
        const text = sha256(squeezedText(page));
        // The rule duplicate-page reports the same page once more.
        if (pageTexts.has(text)) return;
        pageTexts.add(text);
        const { id } = page.page;
        for (const other of resemblances.add(id, goldOrPageText(page)))
          findings.push(toFinding(id, other.id, other.share));
      },
      finish: () => findings,
    };
  },
};

function toFinding(page: string, other: string, share: number): CorpusFinding {
  return {
    page,
    found: `nearly the same text as ${other}: they share about ${Math.round(share * 100)} %`,
    expected: 'pages with texts of their own',
    fix: 'take one of the two out of the corpus, or keep both in one split and except it',
  };
}
