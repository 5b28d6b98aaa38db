import { excerpt } from '../../util/excerpt.ts';
import { squeeze } from '../../document/squeeze.ts';
import type { PageRule } from '../rule.ts';
import { labelTexts, squeezedText } from '../checked-page.ts';

const MARKUP =
  /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});|<\/?(?:a|b|br|div|em|i|img|li|p|span|strong|u|ul)(?:\s[^<>]*)?\/?>/giu;

/** Labels that were taken from the source of a page. */
export const markupInGold: PageRule = {
  name: 'markup-in-gold',
  description:
    'A label holds a tag or an entity of HTML that the page does not show: it was copied from the source, and no text matches it.',
  check(page) {
    return labelTexts(page).flatMap(({ path, name, text }) => {
      const markup = text.match(MARKUP)?.find((each) => !squeezedText(page).includes(squeeze(each)));
      if (markup === undefined) return [];
      return [
        {
          path,
          found: `${excerpt(markup)} in ${name} ${excerpt(text)}`,
          expected: 'plain text, as a reader sees it',
          fix: 'write the character that is meant, or take the tag away',
        },
      ];
    });
  },
};
