import type { Unseen, UnseenText } from '../../document/html/unseen-text.ts';
import { squeeze } from '../../document/squeeze.ts';
import { lacksExplanation } from '../../analyse/class-sums.ts';
import type { Gold } from '../../model/gold.ts';
import type { GoldForm } from '../../model/page.ts';
import type { JournalLine } from '../../store/journal-line.ts';

/** The sorts of unseen text that explanations of a page name; `all`: nobody knows. */
export type UnseenSorts = 'all' | readonly Unseen[];

const OTHERS: readonly Unseen[] = ['hidden', 'unrendered', 'attribute'];

/**
 * What the journal says of the unseen text of a page: an extraction whose classes name none of it has none of it, and
 * what gold misses is not there. Scripts are half of many pages.
 *
 * @param lines of one page
 */
export function unseenSorts(
  lines: readonly JournalLine[],
  { body, segments }: Gold,
  form: GoldForm,
): UnseenSorts {
  // The journal has the classes of only one of them.
  if (body !== undefined && segments !== undefined) return 'all';
  if (lines.some((line) => lacksExplanation(line, form))) return 'all';
  const sorts = lines.flatMap((line): readonly Unseen[] => {
    if (line.status === 'skipped' || line.explained === undefined) return [];
    const { surplus, missing } = line.explained;
    return [
      ...[...OTHERS, 'script' as const].filter((sort) => surplus[sort] !== undefined),
      ...(missing['from-script'] === undefined ? [] : ['script' as const]),
      ...(missing['from-hidden'] === undefined ? [] : OTHERS),
    ];
  });
  return [...new Set(sorts)];
}

/** Parts texts of metadata: no text has it. */
const BETWEEN = ' \0 ';

/** Texts of these sorts, and of all others those of the metadata of gold, which is looked for wherever it stands. */
export function keptUnseen(
  unseen: readonly UnseenText[],
  { metadata }: Gold,
  sorts: UnseenSorts,
): UnseenText[] {
  if (sorts === 'all') return [...unseen];
  const { title, publisher, published, authors = [] } = metadata;
  const wanted = [title, publisher, published?.slice(0, '2025-07-09'.length), ...authors].filter(
    (text) => text !== undefined && text !== '',
  );
  return unseen.flatMap((each) => {
    if (sorts.includes(each.where)) return [each];
    const found = wanted.filter((text) => holds(each.text, text!));
    if (found.length === 0) return [];
    const isVerbatim = found.every((text) => each.text.includes(text!));
    return [isVerbatim ? { ...each, text: found.join(BETWEEN) } : each];
  });
}

/** Whether a text has another, white space aside; as `ExplainedPage` looks for it. */
function holds(text: string, wanted: string): boolean {
  if (text.includes(wanted)) return true;
  const longest = wanted.split(/\s+/u).reduce((a, b) => (b.length > a.length ? b : a), '');
  return text.includes(longest) && squeeze(text).includes(squeeze(wanted));
}
