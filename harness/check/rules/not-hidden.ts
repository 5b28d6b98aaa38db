import { holdsText } from '../../util/find-text.ts';
import { excerpt } from '../../util/excerpt.ts';
import type { GoldPath, GoldPlaces } from '../../model/gold-path.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import { goldNeedles, hiddenSqueezedText, squeezedText } from '../checked-page.ts';

/** Text that gold calls hidden, and that a reader sees. */
export const notHidden: PageRule = {
  name: 'not-hidden',
  description:
    'A text of gold says "from: hidden", and the page shows it and hides it nowhere: it labels nothing of what a reader sees.',
  check(page) {
    const findings = new Map<GoldPath, PageFinding>();
    for (const { path, name, text, squeezed, from } of goldNeedles(page)) {
      const isShown = from === 'hidden' && holdsText(squeezedText(page), squeezed);
      if (!isShown || holdsText(hiddenSqueezedText(page), squeezed)) continue;
      const at = pathOfOrigin(path, page.places);
      // Of a list or table that is shown, the first text is enough.
      if (findings.has(at)) continue;
      findings.set(at, {
        path: at,
        found: `"from: hidden" on ${name} ${excerpt(text)}, which a reader of the page sees`,
        expected: 'text of elements that the page hides',
        fix: 'take "from: hidden" away; if only a part of the text is hidden, say it of that part',
      });
    }
    return [...findings.values()];
  },
};

/** The path of the `from` that holds for a text: its own, or that of the block around it. */
function pathOfOrigin(path: GoldPath, places: GoldPlaces | undefined): GoldPath {
  for (let at: string = path; at !== ''; at = at.replace(/\.?\w+$|\[\d+\]$/u, '')) {
    // oxlint-disable-next-line no-unsafe-type-assertion -- the beginning of a path is one
    const origin = `${at}.from` as GoldPath;
    if (places?.has(origin)) return origin;
  }
  return path;
}
