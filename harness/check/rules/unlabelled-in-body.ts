import type { GoldText } from '../../model/gold-text.ts';
import { excerpt } from '../../util/excerpt.ts';
import { unlabelled } from '../checked-page.ts';
import { wholeTextRule } from '../labelled-boilerplate.ts';

/** A paragraph that the gold forgot is surplus of every extractor that keeps it. */
export const unlabelledInBody = wholeTextRule(
  {
    name: 'unlabelled-in-body',
    description:
      'In a corpus that labels boilerplate, text of a page without a label stands between two blocks of its body, however short it is: a paragraph was forgotten, or what stands in its way has no name.',
  },
  (page) =>
    unlabelled(page).texts.flatMap(({ text, element, before, behind, isInBody }) => {
      if (!isInBody || before === undefined || behind === undefined) return [];
      return [
        {
          path: before.path,
          found: `no label on ${excerpt(text)}${element === undefined ? '' : ` in ${element}`}, between ${quoted(before)} and ${quoted(behind)}`,
          expected: 'a label on all text between the first and the last block of the body',
          fix: 'add it to the body in its place: as a block, or as boilerplate by its category',
        },
      ];
    }),
);

function quoted({ name, text }: GoldText): string {
  return `${name} ${excerpt(text)}`;
}
