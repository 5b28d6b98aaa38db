import { keyOf } from '../../model/gold-path.ts';
import { excerpt } from '../../util/excerpt.ts';
import { placeInOrder } from '../../label/place-in-order.ts';
import { placesOf } from '../../util/find-text.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import type { Needle } from '../../label/needle.ts';
import { goldNeedles, squeezedText } from '../checked-page.ts';

/** Blocks in another order than the page has: every extractor that keeps the page's loses by them. */
export const goldOutOfOrder: PageRule = {
  name: 'gold-out-of-order',
  description:
    'A block of the body stands in the page only before blocks that precede it in gold: an extractor that keeps the order of the page loses it.',
  check(page) {
    const source = squeezedText(page);
    const body = goldNeedles(page).filter(({ path, from }) => keyOf(path) === 'body' && from === undefined);
    const present = body
      .map((gold) => ({
        gold,
        length: gold.squeezed.length,
        places: placesOf(gold.squeezed, source, MOST_PLACES),
      }))
      .filter(({ places }) => places.length > 0 && places.length < MOST_PLACES);
    const placed = placeInOrder(present);
    return present.flatMap(({ gold }, index) => {
      if (placed[index] !== undefined) return [];
      const before = placed.findLastIndex((place, other) => other < index && place !== undefined);
      return [toFinding(gold, present[before]?.gold)];
    });
  },
};

/** A text that stands there as often as this is a sign or a letter, and says nothing about order. */
const MOST_PLACES = 200;

function toFinding({ path, name, text }: Needle, before: Needle | undefined): PageFinding {
  const neighbour = before === undefined ? 'the blocks around it' : `${before.name} ${excerpt(before.text)}`;
  return {
    path,
    found: `${name} ${excerpt(text)} behind ${neighbour}, where the page has it no more`,
    expected: 'blocks in the order of the page',
    fix: 'move it to its place in the body',
  };
}
