import type { CheckedPage } from './checked-page.ts';
import { goldNeedles } from './checked-page.ts';
import type { CorpusFinding, CorpusRule, PageFinding } from './rule.ts';

/**
 * A rule for pages whose whole text is to be labelled: those that label boilerplate, and every page of a corpus of which
 * most do. Where a corpus labels content only, text without a label says nothing.
 */
export function wholeTextRule(
  about: Pick<CorpusRule, 'name' | 'description'>,
  find: (page: CheckedPage) => readonly PageFinding[],
): CorpusRule {
  return {
    ...about,
    begin() {
      const findings: { readonly isCertain: boolean; readonly finding: CorpusFinding }[] = [];
      let [pages, labelling] = [0, 0];
      return {
        addPage(page) {
          const isCertain = goldNeedles(page).some(({ type }) => type === 'boilerplate');
          pages++;
          if (isCertain) labelling++;
          if (page.gold.body === undefined) return;
          for (const finding of find(page)) {
            const place = finding.path && page.places?.get(finding.path);
            findings.push({ isCertain, finding: { ...finding, ...place, page: page.reference.id } });
          }
        },
        finish() {
          const all = labelling > pages / 2;
          return findings.flatMap(({ isCertain, finding }) => (all || isCertain ? [finding] : []));
        },
      };
    },
  };
}
