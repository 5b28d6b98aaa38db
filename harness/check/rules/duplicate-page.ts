import { sha256 } from '../../util/sha256.ts';
import type { CorpusFinding, CorpusRule } from '../rule.ts';
import { squeezedText } from '../checked-page.ts';

/** A page that counts twice. */
export const duplicatePage: CorpusRule = {
  name: 'duplicate-page',
  description: 'Two pages have the same bytes or the same text, white space aside: the page counts twice.',
  begin() {
    const byBytes = new Map<string, string>();
    const byText = new Map<string, string>();
    const findings: CorpusFinding[] = [];
    return {
      addPage(page) {
        const { id, bytes } = page.page;
        const text = squeezedText(page);
        const sameBytes = seenBefore(byBytes, bytes, id);
        const sameText = text === '' ? undefined : seenBefore(byText, text, id);
        const other = sameBytes ?? sameText;
        if (other !== undefined)
          findings.push(toFinding(id, other, sameBytes === undefined ? 'text' : 'bytes'));
      },
      finish: () => findings,
    };
  },
};

/** The page that had the same first, if there is one. */
function seenBefore(seen: Map<string, string>, content: string | Uint8Array, id: string): string | undefined {
  const key = sha256(content);
  const other = seen.get(key);
  if (other === undefined) seen.set(key, id);
  return other;
}

function toFinding(page: string, other: string, what: 'bytes' | 'text'): CorpusFinding {
  return {
    page,
    found: `the same ${what} as ${other}`,
    expected: 'each page once',
    fix: 'take one of the two out of the corpus',
  };
}
