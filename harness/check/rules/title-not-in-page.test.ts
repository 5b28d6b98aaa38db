import { expect, test } from 'vitest';
import { checked, findingsOf } from '../fixtures/checked.ts';
import { titleNotInPage } from './title-not-in-page.ts';

const titled = (title: string) => ({ body: [], metadata: { title } });
const html = '<title>The ladder of Ballycarrow | Gazette</title><h1>A Town &amp; its Ladder</h1>';

test('a title that is nowhere in the page is found', () => {
  expect(findingsOf(titleNotInPage, checked({ html, gold: titled('Another town') }))).toMatchObject([
    { path: 'title', found: 'the title "Another town", which is nowhere in the page' },
  ]);
});

test.each(['A town & its ladder', 'The Ladder of Ballycarrow'])('%s is in the page', (title) => {
  expect(findingsOf(titleNotInPage, checked({ html, gold: titled(title) }))).toEqual([]);
});
