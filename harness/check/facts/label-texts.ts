import type { CheckedPage } from '../checked-page.ts';
import { fact } from '../fact.ts';
import type { GoldPlace } from '../rule.ts';
import { goldTexts } from './gold-texts.ts';

/** A text that somebody wrote as a label: of the body, around it, a segment, a title, a name. */
export interface LabelText {
  /** What messages call it: `p`, `nav`, `a segment`, `the title`. */
  readonly name: string;
  readonly text: string;
  readonly place?: GoldPlace;
}

/** All texts of a page's labels, in no order that matters. */
export const labelTexts = fact((page: CheckedPage): readonly LabelText[] => {
  const { segments, metadata } = page.gold;
  const { title, publisher, authors = [] } = metadata;
  return [
    ...(title === undefined
      ? []
      : [{ name: 'the title', text: title, place: { section: 'title' } as const }]),
    ...(publisher === undefined ? [] : [{ name: 'the publisher', text: publisher }]),
    ...authors.map((text) => ({ name: 'the author', text, place: { section: 'authors' } as const })),
    ...goldTexts(page),
    ...[...(segments?.with ?? []), ...(segments?.without ?? [])].map((text) => ({
      name: 'the segment',
      text,
    })),
  ];
});
