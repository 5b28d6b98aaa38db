import { keyOf } from '../../model/gold-path.ts';
import { findText } from '../../util/find-text.ts';
import { excerpt } from '../../util/excerpt.ts';
import { placeOf } from '../missing-text.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import type { Needle } from '../../label/needle.ts';
import { goldNeedles } from '../checked-page.ts';

/** Text that must come out twice, of a page that has it once. */
export const repeatedGold: PageRule = {
  name: 'repeated-gold',
  description:
    'A block stands in gold more often than in the page, so it must come out more often than it can; or boilerplate lists a text twice, where once labels every occurrence.',
  check(page) {
    const seen = new Map<string, number>();
    const counts = new Map<string, number>();
    return goldNeedles(page).flatMap((gold) => {
      const key = `${keyOf(gold.path) === 'boilerplate' ? 'around' : 'in'} ${gold.from ?? ''} ${gold.squeezed}`;
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      if (times === 1) return [];
      if (keyOf(gold.path) === 'boilerplate') return [listedTwice(gold)];
      const there = counts.get(key) ?? countOf(placeOf(gold.from)(page), gold.squeezed);
      counts.set(key, there);
      return there > 0 && times > there ? [toFinding(gold, times, there)] : [];
    });
  },
};

function countOf(source: string, text: string): number {
  let count = 0;
  for (let at = findText(text, source); at >= 0; at = findText(text, source, at + text.length)) count++;
  return count;
}

function toFinding({ path, name, text }: Needle, times: number, there: number): PageFinding {
  return {
    path,
    found: `${name} ${excerpt(text)} for the ${ordinal(times)} time, while the page has it ${there === 1 ? 'once' : `${there} times`}`,
    expected: 'each block as often as the page has it',
    fix: 'take it out where the page does not have it',
  };
}

function ordinal(count: number): string {
  return count < 4 ? (['first', 'second', 'third'][count - 1] ?? '') : `${count}th`;
}

function listedTwice({ path, name, text }: Needle): PageFinding {
  return {
    path,
    found: `${name} ${excerpt(text)} a second time under "boilerplate"`,
    expected: 'each text once, because an entry labels every occurrence',
    fix: 'take one of the two away',
  };
}
