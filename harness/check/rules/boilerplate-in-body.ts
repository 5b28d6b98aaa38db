import { excerpt } from '../../util/excerpt.ts';
import type { PageRule } from '../rule.ts';
import { pageLabels } from '../checked-page.ts';

/** A text cannot be content and boilerplate in one place. */
export const boilerplateInBody: PageRule = {
  name: 'boilerplate-in-body',
  description:
    'An entry of boilerplate has no place of its own: it stands in the page only inside texts of the body or comments, or inside a longer entry.',
  check(page) {
    return pageLabels(page)
      .placements.filter(({ label, found }) => label.type === 'boilerplate' && found === 'taken')
      .map(({ label: { path, name, text } }) => ({
        path,
        found: `${name} ${excerpt(text)}, which stands in the page only where other gold has it`,
        expected: 'a place in the page that no other label has',
        fix: 'take the entry away; or, where it is boilerplate in the midst of a text, divide that text around it',
      }));
  },
};
