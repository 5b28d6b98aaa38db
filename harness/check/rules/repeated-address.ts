import type { CorpusFinding, CorpusRule } from '../rule.ts';
import type { CheckedPage } from '../checked-page.ts';

/** Two pages of one address: the same article at two times, or one of the addresses is wrong. */
export const repeatedAddress: CorpusRule = {
  name: 'repeated-address',
  description:
    'Two pages have the same address: they are the same article at two times, or one of the addresses is wrong.',
  begin() {
    const seen = new Map<string, string>();
    const findings: CorpusFinding[] = [];
    return {
      addPage({ page, gold }: CheckedPage): void {
        const url = page.url ?? gold.about.url;
        if (url === undefined) return;
        const address = plainAddress(url);
        const other = seen.get(address);
        if (other === undefined) seen.set(address, page.id);
        else findings.push(toFinding(page.id, other, url));
      },
      finish: () => findings,
    };
  },
};

/** Without the protocol, a slash at the end and what only the browser reads, behind `#` (behind `#!` old sites have the name of the page). */
function plainAddress(url: string): string {
  return url.replace(/^https?:\/\//iu, '').replace(/#(?!!).*$/u, '').replace(/\/$/u, ''); // prettier-ignore
}

function toFinding(page: string, other: string, url: string): CorpusFinding {
  return {
    page,
    found: `the address ${url}, which ${other} has too`,
    expected: 'an address of its own for each page',
    fix: 'correct one of them, or take one of the two pages out of the corpus',
  };
}
